import { type EntityManager } from "typeorm";

import { type BranchesPlanEntry } from "../../../entities/catalogue/branches-plan-entry";

type Place = Pick<BranchesPlanEntry, "planId" | "position">;

/**
 * The complete products that a plan changes, as stored in the tables. New ones are given only by
 * id.
 */
const KEEP = `
with touched as materialized (
  select (target ->> 'id')::uuid as id from catalog_plan_changes where plan_id = $3 and target is not null
), groups as materialized (
  select choice.* from option_groups choice join touched on touched.id = choice.product_id
)
update branches_plan_entries set before = jsonb_build_object(
  'touched', (select coalesce(jsonb_agg(id), '[]') from touched),
  'products', (select coalesce(jsonb_agg(to_jsonb(product)), '[]') from products product join touched using (id)),
  'sizes', (
    select coalesce(jsonb_agg(to_jsonb(size)), '[]')
    from product_sizes size join touched on touched.id = size.product_id
  ),
  'groups', (select coalesce(jsonb_agg(to_jsonb(groups)), '[]') from groups),
  'options', (
    select coalesce(jsonb_agg(to_jsonb(option)), '[]')
    from options option join groups on groups.id = option.option_group_id
  )
) where plan_id = $1 and position = $2`;

const entry = `
with entry as materialized (
  select before from branches_plan_entries where plan_id = $1 and position = $2
), touched as materialized (
  select id::uuid from entry, jsonb_array_elements_text(before -> 'touched') as id
)`;

const rowsOf = (table: string, part: string) =>
  `jsonb_populate_recordset(null::${table}, (select before -> '${part}' from entry))`;

/** What the plan added is removed first, because what it replaced may have the same POS id. */
const RESTORE = [
  `${entry} delete from products using touched
   where products.id = touched.id and products.id not in (select id from ${rowsOf("products", "products")})`,
  `${entry} delete from options using option_groups choice, touched
   where options.option_group_id = choice.id and choice.product_id = touched.id
     and options.id not in (select id from ${rowsOf("options", "options")})`,
  `${entry} delete from option_groups using touched
   where option_groups.product_id = touched.id
     and option_groups.id not in (select id from ${rowsOf("option_groups", "groups")})`,
  `${entry} delete from product_sizes using touched
   where product_sizes.product_id = touched.id
     and product_sizes.id not in (select id from ${rowsOf("product_sizes", "sizes")})`,
  `${entry} update products set section_id = was.section_id, position = was.position, name = was.name,
     description = was.description, image_urls = was.image_urls, pos_product_id = was.pos_product_id,
     compound = was.compound, nutrition = was.nutrition, combo_groups = was.combo_groups,
     field_sources = was.field_sources
   from ${rowsOf("products", "products")} was where products.id = was.id`,
  `${entry} insert into product_sizes (id, product_id, pos_size_id, name, price, is_default, position)
   select id, product_id, pos_size_id, name, price, is_default, position from ${rowsOf("product_sizes", "sizes")} was
   on conflict (id) do update set name = excluded.name, price = excluded.price, is_default = excluded.is_default,
     position = excluded.position`,
  `${entry} insert into option_groups (id, product_id, pos_group_id, name, min, max, free_amount, position)
   select id, product_id, pos_group_id, name, min, max, free_amount, position
   from ${rowsOf("option_groups", "groups")} was
   on conflict (id) do update set pos_group_id = excluded.pos_group_id, name = excluded.name, min = excluded.min,
     max = excluded.max, free_amount = excluded.free_amount, position = excluded.position`,
  `${entry} insert into options (id, option_group_id, pos_product_id, article, name, price, price_by_size, min, max,
     by_default, free_amount, position)
   select id, option_group_id, pos_product_id, article, name, price, price_by_size, min, max, by_default, free_amount,
     position from ${rowsOf("options", "options")} was
   on conflict (id) do update set article = excluded.article, name = excluded.name, price = excluded.price,
     price_by_size = excluded.price_by_size, min = excluded.min, max = excluded.max,
     by_default = excluded.by_default, free_amount = excluded.free_amount, position = excluded.position`,
];

/** Stores with the entry what its catalogue plan is about to replace. Its branch is locked. */
export async function keepReplaced(
  tx: EntityManager,
  { planId, position }: Place,
  catalogPlanId: string,
): Promise<void> {
  await tx.query(KEEP, [planId, position, catalogPlanId]);
}

/**
 * Restores the products of an entry to their previous state, in eight statements regardless of
 * their number: every column that plans write. Only valid while nothing in the branch has changed
 * since; it is locked.
 */
export async function restoreReplaced(
  tx: EntityManager,
  { planId, position }: Place,
): Promise<void> {
  for (const statement of RESTORE) await tx.query(statement, [planId, position]);
}
