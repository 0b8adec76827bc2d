import { type DataSource, type EntityManager } from "typeorm";

import { type PosMenuCategory, type PosMenuItem } from "../../../domain/catalogue/pos-menu";
import { PosMenuRow } from "../../../entities/catalogue/pos-menu-row";

type Head = Omit<PosMenuCategory, "items">;

/**
 * A branch's stored POS menu with all its categories, or null if it was never read.
 *
 * The database delivers it one product at a time. As a single JSON text a menu of ten thousand
 * products would block every request of this process while it is parsed.
 *
 * @param known the categories of a content hash, if they are already in memory
 */
export async function readPosMenu(
  db: DataSource,
  branchId: string,
  known: (contentHash: string) => PosMenuCategory[] | undefined = () => undefined,
): Promise<PosMenuRow | null> {
  // All reads see the same moment: a refresh in between would combine a new menu with an old hash.
  return db.transaction("REPEATABLE READ", async (tx) => {
    const menu = await tx.findOneBy(PosMenuRow, { branchId });
    if (!menu) return null;
    const categories = known(menu.contentHash) ?? (await readCategories(tx, branchId));
    return Object.assign(menu, { categories });
  });
}

async function readCategories(tx: EntityManager, branchId: string): Promise<PosMenuCategory[]> {
  const heads = await tx.query<{ head: Head }[]>(
    `select value - 'items' as head from pos_menus, jsonb_array_elements(categories) with ordinality
     where branch_id = $1 order by ordinality`,
    [branchId],
  );
  const rows = await tx.query<{ position: number; item: PosMenuItem }[]>(
    `select category.position::int - 1 as position, item.value as item
     from pos_menus, jsonb_array_elements(categories) with ordinality as category (value, position),
       jsonb_array_elements(category.value -> 'items') with ordinality as item (value, place)
     where branch_id = $1 order by category.position, item.place`,
    [branchId],
  );
  const categories = heads.map(({ head }) => ({ ...head, items: [] as PosMenuItem[] }));
  for (const { position, item } of rows) categories[position]?.items.push(item);
  return categories;
}
