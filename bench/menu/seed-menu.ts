import { type DataSource } from "typeorm";

/** Ids that are the same in every run. */
const id = (kind: string, key: string) => `md5('${kind}' || ${key})::uuid`;

export const BRANCH_ID = "6f1c2f0e-5b7b-4a54-9d0a-0d3c6a1b0001";

/** Seeds products with three sizes and two groups of three options each. */
export async function seedMenu(db: DataSource, products: number, sections = 10): Promise<void> {
  await db.query("delete from branches where id = $1", [BRANCH_ID]);
  await db.query(
    `insert into branches (id, name, time_zone, catalogue_version) values ($1, 'Кафе на Лесной', 'Europe/Moscow', 1)`,
    [BRANCH_ID],
  );
  await db.query(
    `insert into sections (id, branch_id, name, slug, position)
     select ${id("section", "n")}, $1, 'Раздел ' || n, 'razdel-' || n, n from generate_series(0, $2::int - 1) n`,
    [BRANCH_ID, sections],
  );
  await db.query(
    `insert into products (id, branch_id, section_id, position, article, name, description, image_urls, pos_product_id,
       compound, nutrition)
     select ${id("product", "n")}, $1, ${id("section", "(n % $3::int)")}, n, lpad(n::text, 5, '0'),
       'Пицца «Маргарита» № ' || n, 'Томатный соус, моцарелла, базилик и ничего лишнего, блюдо ' || n,
       array['https://images.example/' || n || '.jpg'], ${id("pos", "n")}, false,
       jsonb_build_object('energyKcal', 200 + n % 90, 'proteins', 10.5, 'fats', 7, 'carbohydrates', 30.25,
         'weightGrams', 500, 'allergens', jsonb_build_array('глютен', 'молоко'))
     from generate_series(1, $2::int) n`,
    [BRANCH_ID, products, sections],
  );
  await seedSizes(db);
  await seedOptions(db);
}

async function seedSizes(db: DataSource): Promise<void> {
  await db.query(
    `insert into product_sizes (id, product_id, pos_size_id, name, price, is_default, position)
     select ${id("size", "product.article || n")}, product.id, 'size-' || n, (array['Малая', 'Средняя', 'Большая'])[n + 1],
       40000 + n * 10000, n = 1, n
     from products product, generate_series(0, 2) n where product.branch_id = $1`,
    [BRANCH_ID],
  );
}

async function seedOptions(db: DataSource): Promise<void> {
  await db.query(
    `insert into option_groups (id, product_id, pos_group_id, name, min, max, free_amount, position)
     select ${id("group", "product.article || n")}, product.id, 'group-' || n, (array['Соус', 'Добавки'])[n + 1],
       1 - n, 3, 0, n
     from products product, generate_series(0, 1) n where product.branch_id = $1`,
    [BRANCH_ID],
  );
  await db.query(
    `insert into options (id, option_group_id, pos_product_id, article, name, price, price_by_size, min, max, by_default,
       free_amount, position)
     select ${id("option", "product.article || choice.position || n")}, choice.id, 'option-' || n,
       '9' || product.article || n, 'Добавка ' || n, 3000 + n * 500, '{}', 0, 2, 0, 0, n
     from option_groups choice join products product on product.id = choice.product_id, generate_series(0, 2) n
     where product.branch_id = $1`,
    [BRANCH_ID],
  );
}
