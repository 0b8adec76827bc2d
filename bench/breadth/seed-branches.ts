import { type DataSource } from "typeorm";

import { longTransaction } from "../../src/postgres/long-transaction";
import { BRANCH_ID, seedMenu } from "../menu/seed-menu";

export const DISHES = 150;
const SECTIONS = 10;
/** Half of the branches belong to chains that sell the same everywhere. */
const CHAIN = 50;

/** Id of the branch with this number, counted from 1. */
const BRANCH = "md5('branch' || n)::uuid";
/** Id of the copy of a row that branch `n` has. */
const copyOf = (id: string) => `md5(n || ${id}::text)::uuid`;
/** Which menu the branch has: that of its chain, or its own. */
const MENU = `case when n * 2 <= $2::int then n / ${CHAIN} else n end`;

const COPIES = [
  `insert into branches (id, name, time_zone, catalogue_version)
   select ${BRANCH}, 'Кафе № ' || n, 'Europe/Moscow', 1 from generate_series(1, $2::int) n where $1::uuid is not null`,
  `insert into sections (id, branch_id, name, slug, position)
   select ${copyOf("id")}, ${BRANCH}, name, slug, position
   from generate_series(1, $2::int) n, sections where branch_id = $1`,
  `insert into products (id, branch_id, section_id, position, article, name, description, image_urls, pos_product_id,
     compound, nutrition)
   select ${copyOf("id")}, ${BRANCH}, ${copyOf("section_id")}, position, article, name || ' · ' || ${MENU},
     description || ' · ' || ${MENU}, image_urls, pos_product_id, compound, nutrition
   from generate_series(1, $2::int) n, products where branch_id = $1`,
  `insert into product_sizes (id, product_id, pos_size_id, name, price, is_default, position)
   select ${copyOf("size.id")}, ${copyOf("product.id")}, pos_size_id, size.name, price, is_default, size.position
   from generate_series(1, $2::int) n, product_sizes size join products product on product.id = size.product_id
   where branch_id = $1`,
  `insert into option_groups (id, product_id, pos_group_id, name, min, max, free_amount, position)
   select ${copyOf("choice.id")}, ${copyOf("product.id")}, pos_group_id, choice.name, min, max, free_amount,
     choice.position
   from generate_series(1, $2::int) n, option_groups choice join products product on product.id = choice.product_id
   where branch_id = $1`,
  `insert into options (id, option_group_id, pos_product_id, article, name, price, price_by_size, min, max, by_default,
     free_amount, position)
   select ${copyOf("option.id")}, ${copyOf("choice.id")}, option.pos_product_id, option.article, option.name,
     option.price, option.price_by_size, option.min, option.max, by_default, option.free_amount, option.position
   from generate_series(1, $2::int) n, options option join option_groups choice on choice.id = option.option_group_id
   join products product on product.id = choice.product_id where branch_id = $1`,
];

/**
 * Creates this many branches of 150 dishes, copied within the database, and returns their ids. As
 * on real menus, two dishes out of three have one size and no options.
 */
export async function seedBranches(db: DataSource, count: number): Promise<string[]> {
  await seedMenu(db, DISHES, SECTIONS);
  await simplify(db);
  await longTransaction(db, async (tx) => {
    // Copies refer to copies, so there is nothing to check row by row.
    await tx.query("set local session_replication_role = replica");
    for (const copy of COPIES) await tx.query(copy, [BRANCH_ID, count]);
  });
  await longTransaction(db, async (tx) => {
    await tx.query("delete from branches where id = $1", [BRANCH_ID]);
    await tx.query("analyze");
  });
  const rows = await db.query<{ id: string }[]>("select id from branches order by id");
  return rows.map(({ id }) => id);
}

async function simplify(db: DataSource): Promise<void> {
  const simple = `select id from products where branch_id = $1 and position % 3 > 0`;
  await db.query(`delete from option_groups where product_id in (${simple})`, [BRANCH_ID]);
  await db.query(`delete from product_sizes where product_id in (${simple}) and position > 0`, [
    BRANCH_ID,
  ]);
  await db.query(`update product_sizes set is_default = true where product_id in (${simple})`, [
    BRANCH_ID,
  ]);
}
