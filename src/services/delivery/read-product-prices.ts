import { type EntityManager } from "typeorm";

import { type Kopecks } from "../../domain/money/money";

interface Row {
  readonly id: string;
  readonly price: Kopecks;
}

/** Of a product with sizes the first one that has a price. */
const PRICES = `
select item ->> 'posProductId' as id, (jsonb_path_query_first(item, '$.sizes[*].price ? (@ != null)'))::integer as price
from pos_menus, jsonb_path_query(categories, '$[*].items[*] ? (@.posProductId == $ids[*])', $2) item
where branch_id = $1 and jsonb_path_exists(item, '$.sizes[*].price ? (@ != null)')`;

/** What products cost in a branch's POS, by its last menu; one that is not there is left out. */
export async function readProductPrices(
  manager: Pick<EntityManager, "query">,
  branchId: string,
  productIds: readonly string[],
): Promise<Map<string, Kopecks>> {
  if (productIds.length === 0) return new Map();
  const rows = await manager.query<Row[]>(PRICES, [branchId, JSON.stringify({ ids: productIds })]);
  return new Map(rows.map(({ id, price }) => [id, price]));
}
