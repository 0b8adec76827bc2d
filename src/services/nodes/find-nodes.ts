import { type DataSource } from "typeorm";

import { hasScope, isGuest, reachOf, Scope, type Viewer } from "../../domain/access/viewer";
import { storedPhonesOf } from "../../domain/guests/former-phone";
import { isUuid } from "../../domain/ids";

type NodeKind =
  | "ApiKey"
  | "Branch"
  | "BranchesPlan"
  | "CatalogPlan"
  | "Company"
  | "Order"
  | "Product"
  | "Promotion"
  | "Section";

/** What an id refers to, and where it is read. */
export interface NodePlace {
  /** In lower case. */
  readonly id: string;
  readonly kind: NodeKind;
  /** null if it belongs to no single branch. */
  readonly branchId: string | null;
  /** Set for a product. */
  readonly article: string | null;
}

const OF_BRANCHES = "id = any ($1) and ($2::uuid[] is null or branch_id = any ($2))";

const BRANCHES = `select id, 'Branch' as kind, id as "branchId", null as article from branches
  where id = any ($1) and ($2::uuid[] is null or id = any ($2))`;
/** Visible to everybody; a key limited to branches sees only those of its branches. */
const OPEN = [
  `select id, 'Section', branch_id, null from sections where ${OF_BRANCHES}`,
  `select id, 'Product', branch_id, article from products where ${OF_BRANCHES}`,
];
const OF_CUSTOMER = [
  `select id, 'Order', branch_id, null from orders where ${OF_BRANCHES} and customer_phone = any ($3)`,
];
const OF_KEYS = [
  `select id, 'Order', branch_id, null from orders where ${OF_BRANCHES}`,
  `select id, 'CatalogPlan', branch_id, null from catalog_plans where ${OF_BRANCHES}`,
  `select id, 'BranchesPlan', null, null from branches_plans where id = any ($1) and ($2::uuid[] is null or not exists (
    select from branches_plan_entries where plan_id = branches_plans.id and branch_id <> all ($2)
  ))`,
  `select id, 'Promotion', null, null from promotions where id = any ($1) and ($2::uuid[] is null or branch_ids && $2)`,
];
const OF_ADMINS = [
  `select id, 'ApiKey', null, null from api_keys
    where id = any ($1) and ($3::uuid is null or company_id = $3)`,
  `select id, 'Company', null, null from companies
    where id = any ($1) and ($3::uuid is null or id = $3)`,
];

/**
 * Finds out what ids refer to when the ids themselves do not show it. What a viewer may not see is
 * not looked for: it takes the same statement, and the same time, as something that never existed.
 */
export class FindNodes {
  constructor(private readonly db: DataSource) {}

  /** @returns places by id in lower case; an id that is missing does not exist for the viewer */
  async execute(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, NodePlace>> {
    const wanted = [...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))];
    if (wanted.length === 0) return new Map();
    const branchIds = reachOf(viewer);
    const administered = hasScope(viewer, Scope.ADMIN) ? [viewer.company?.id ?? null] : [];
    const phone = viewer.kind === "customer" ? [storedPhonesOf(viewer.phone)] : [];
    const places = await this.db.query<NodePlace[]>(lookingFor(viewer), [
      wanted,
      branchIds,
      ...phone,
      ...administered,
    ]);
    return new Map(places.map((place) => [place.id, place]));
  }
}

function lookingFor(viewer: Viewer): string {
  const branches = isGuest(viewer) ? `${BRANCHES} and published` : BRANCHES;
  const own = viewer.kind === "customer" ? OF_CUSTOMER : [];
  const office = viewer.kind === "key" ? OF_KEYS : [];
  const administration = hasScope(viewer, Scope.ADMIN) ? OF_ADMINS : [];
  return [branches, ...OPEN, ...own, ...office, ...administration].join("\nunion all\n");
}
