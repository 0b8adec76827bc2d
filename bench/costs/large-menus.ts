import { type DataSource } from "typeorm";

import { BRANCH_ID, seedMenu } from "../menu/seed-menu";

const LARGE = { products: 3_000, sections: 60 };
/** The first products are combos of two parts, each with this many choices. */
const COMBOS = 40;
const CHOICES = 20;

export const OTHER_BRANCH_ID = "6f1c2f0e-5b7b-4a54-9d0a-0d3c6a1b0002";

/**
 * Seeds a branch with 3,000 products in 60 sections unless told otherwise, combos among them, and
 * another branch without any products.
 */
export async function seedLargeMenus(
  db: DataSource,
  { products, sections } = LARGE,
): Promise<void> {
  await seedMenu(db, products, sections);
  await db.query(
    `update products set combo_groups = (
       select jsonb_agg(jsonb_build_object('id', 'part-' || part, 'name', 'Часть ' || part, 'choices', (
         select jsonb_agg(jsonb_build_object('article', lpad((100 + choice)::text, 5, '0'), 'posSizeId', 'size-1',
           'posComboSizeId', null, 'price', 1000, 'forbiddenOptions', jsonb_build_array('option-0')))
         from generate_series(1, $2::int) choice)))
       from generate_series(1, 2) part)
     where branch_id = $1 and article <= lpad($3::text, 5, '0')`,
    [BRANCH_ID, CHOICES, COMBOS],
  );
  await db.query(
    `insert into branches (id, name, time_zone) values ($1, 'Кафе на Речной', 'Europe/Moscow')`,
    [OTHER_BRANCH_ID],
  );
}
