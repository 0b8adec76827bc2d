import { type EntityManager } from "typeorm";

import { type Kopecks } from "../../domain/money/money";

type ProductPrices = ReadonlyMap<string, Kopecks>;

/** Products of a branch's POS. */
interface Wanted {
  readonly branchId: string;
  readonly productIds: readonly string[];
}

interface Row {
  readonly branchId: string;
  readonly id: string;
  readonly price: Kopecks;
}

/** For a product with sizes, takes the first one that has a price. */
const PRICES = `
select menu.branch_id as "branchId", item ->> 'posProductId' as id,
  (jsonb_path_query_first(item, '$.sizes[*].price ? (@ != null)'))::integer as price
from jsonb_to_recordset($1) as wanted ("branchId" uuid, "productIds" jsonb)
join pos_menus menu on menu.branch_id = wanted."branchId",
  jsonb_path_query(menu.categories, '$[*].items[*] ? (@.posProductId == $ids[*])',
    jsonb_build_object('ids', wanted."productIds")) item
where jsonb_path_exists(item, '$.sizes[*].price ? (@ != null)')`;

/**
 * Reads what products cost in the branches' POSes, according to their latest menus; a product that
 * is not there is left out. One statement covers all.
 *
 * @returns prices by branch id
 */
export async function readProductPrices(
  manager: Pick<EntityManager, "query">,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, ProductPrices>> {
  const named = wanted.filter(({ productIds }) => productIds.length > 0);
  const rows =
    named.length === 0 ? [] : await manager.query<Row[]>(PRICES, [JSON.stringify(named)]);
  const prices = new Map(wanted.map(({ branchId }) => [branchId, new Map<string, Kopecks>()]));
  for (const { branchId, id, price } of rows) prices.get(branchId)?.set(id, price);
  return prices;
}
