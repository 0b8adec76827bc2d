import { type EntityManager } from "typeorm";

import { CatalogueWorkStep } from "../../../entities/catalogue/catalogue-work-row";
import { type Tell } from "../work/during-work";

const TARGETS = `
targets as (
  select change.position, change.target, change.taken from catalog_plan_changes change
  where change.plan_id = $1 and change.position >= $2 and change.position < $3 and change.target is not null
), wanted_products as (
  select target.*, targets.position as place, targets.taken, targets.target -> 'sizes' as sizes,
    targets.target -> 'optionGroups' as groups
  from targets, jsonb_to_record(targets.target) as target (
    id uuid, "sectionId" uuid, article text, name text, description text, "imageUrls" text[],
    "posProductId" text, compound boolean, nutrition jsonb, "comboGroups" jsonb
  )
), wanted_sizes as (
  select product.id as product_id, size.ordinality - 1 as place, size.value as size
  from wanted_products product, jsonb_array_elements(product.sizes) with ordinality size
), wanted_groups as (
  select product.id as product_id, choice.ordinality - 1 as place, choice.value as choice
  from wanted_products product, jsonb_array_elements(product.groups) with ordinality choice
), wanted_options as (
  select (choice.choice ->> 'id')::uuid as group_id, option.ordinality - 1 as place, option.value as option
  from wanted_groups choice, jsonb_array_elements(choice.choice -> 'options') with ordinality option
)`;

/**
 * Written for the whole plan at once. Rows of the wanted products that the plan no longer contains
 * are deleted first, because what replaces them may have the same POS id. New products come after
 * the existing ones in their section.
 */
const AT_ONCE = [
  `with ${TARGETS}
   delete from options using option_groups choice, wanted_products product
   where options.option_group_id = choice.id and choice.product_id = product.id
     and not exists (select from wanted_options where (option ->> 'id')::uuid = options.id)`,
  `with ${TARGETS}
   delete from option_groups using wanted_products product
   where option_groups.product_id = product.id
     and not exists (select from wanted_groups where (choice ->> 'id')::uuid = option_groups.id)`,
  `with ${TARGETS}
   delete from product_sizes using wanted_products product
   where product_sizes.product_id = product.id
     and not exists (select from wanted_sizes where (size ->> 'id')::uuid = product_sizes.id)`,
  `with ${TARGETS}, ends as (
     select section_id, max(position) + 1 as position from products where branch_id = $4 group by section_id
   )
   insert into products (id, branch_id, section_id, position, article, name, description, image_urls, pos_product_id,
     compound, nutrition, combo_groups, field_sources)
   select product.id, $4, product."sectionId", coalesce(ends.position, 0) + product.place, product.article,
     product.name, product.description, product."imageUrls", product."posProductId", product.compound,
     product.nutrition, product."comboGroups", (
       select coalesce(jsonb_object_agg(field, jsonb_build_object('source', 'POS', 'updatedAt', now())), '{}')
       from unnest(product.taken) field
     )
   from wanted_products product left join ends on ends.section_id = product."sectionId"
   on conflict (id) do update set
     position = case when products.section_id = excluded.section_id then products.position else excluded.position end,
     section_id = excluded.section_id, name = excluded.name, description = excluded.description,
     image_urls = excluded.image_urls, pos_product_id = excluded.pos_product_id, compound = excluded.compound,
     nutrition = excluded.nutrition, combo_groups = excluded.combo_groups, field_sources = products.field_sources || excluded.field_sources`,
];

/**
 * What belongs to products; written for some products at a time, so that observers see progress.
 */
const IN_PARTS = [
  `with ${TARGETS}
   insert into product_sizes (id, product_id, pos_size_id, name, price, is_default, position)
   select size.id, wanted.product_id, size."posSizeId", size.name, size.price, size."isDefault", wanted.place
   from wanted_sizes wanted, jsonb_to_record(wanted.size) as size (
     id uuid, "posSizeId" text, name text, price bigint, "isDefault" boolean
   )
   on conflict (id) do update set name = excluded.name, price = excluded.price, is_default = excluded.is_default,
     position = excluded.position
   where product_sizes is distinct from excluded`,
  `with ${TARGETS}
   insert into option_groups (id, product_id, pos_group_id, name, min, max, free_amount, position)
   select choice.id, wanted.product_id, choice."posGroupId", choice.name, choice.min, choice.max, choice."freeAmount",
     wanted.place
   from wanted_groups wanted, jsonb_to_record(wanted.choice) as choice (
     id uuid, "posGroupId" text, name text, min integer, max integer, "freeAmount" integer
   )
   on conflict (id) do update set pos_group_id = excluded.pos_group_id, name = excluded.name, min = excluded.min,
     max = excluded.max, free_amount = excluded.free_amount, position = excluded.position
   where option_groups is distinct from excluded`,
  `with ${TARGETS}
   insert into options (id, option_group_id, pos_product_id, article, name, price, price_by_size, min, max,
     by_default, free_amount, position)
   select option.id, wanted.group_id, option."posProductId", option.article, option.name, option.price,
     option."priceBySize", option.min, option.max, option."byDefault", option."freeAmount", wanted.place
   from wanted_options wanted, jsonb_to_record(wanted.option) as option (
     id uuid, "posProductId" text, article text, name text, price bigint, "priceBySize" jsonb, min integer,
     max integer, "byDefault" integer, "freeAmount" integer
   )
   on conflict (id) do update set article = excluded.article, name = excluded.name, price = excluded.price,
     price_by_size = excluded.price_by_size, min = excluded.min, max = excluded.max,
     by_default = excluded.by_default, free_amount = excluded.free_amount, position = excluded.position
   where options is distinct from excluded`,
];

const PART = 1_000;

/** What to write, and where. */
interface Targets {
  readonly planId: string;
  readonly branchId: string;
  /** Number of changes in the plan, with and without a target. */
  readonly size: number;
}

/**
 * Brings the products of a plan into the state that the plan describes, in at most seven statements
 * for each thousand of them. Safe to repeat.
 */
export async function writeTargets(
  tx: EntityManager,
  { planId, branchId, size }: Targets,
  tell?: Tell,
): Promise<void> {
  tell?.(CatalogueWorkStep.WRITING, 0, size);
  for (const statement of AT_ONCE) {
    const whole = [planId, 0, size];
    await tx.query(statement, statement.includes("$4") ? [...whole, branchId] : whole);
  }
  for (let begin = 0; begin < size; begin += PART) {
    for (const statement of IN_PARTS) await tx.query(statement, [planId, begin, begin + PART]);
    tell?.(CatalogueWorkStep.WRITING, Math.min(begin + PART, size), size);
  }
}
