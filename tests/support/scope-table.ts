import { formerNamesOf } from "./former-names-of";
import { mutations } from "./scope-mutations";
import { NO, OPERATORS, type Outcomes, PUBLIC, SIGN_IN } from "./scope-outcomes";
import { queries } from "./scope-queries";
import { type Places, type RootRow } from "./scope-rows";

export const VIEWERS = ["nobody", "owner", "stranger", "elsewhere", "operator", "admin"] as const;
export type ViewerName = (typeof VIEWERS)[number];

export interface ScopeRow {
  /** Type.field of the schema. */
  readonly field: string;
  readonly document: (places: Places) => string;
  /** What each viewer gets: "ok", "null", or a code; in the order of VIEWERS. */
  readonly outcomes: Outcomes;
}

const subscriptions: readonly RootRow[] = [
  [
    "availabilityChanged",
    PUBLIC,
    ({ branchId }) => `availabilityChanged(branchId: "${branchId}") { id }`,
  ],
  [
    "branchOrderEvents",
    OPERATORS,
    ({ branchId }) => `branchOrderEvents(branchId: "${branchId}", after: "MC4wLjA") { id }`,
  ],
  [
    "jobChanged",
    [SIGN_IN, NO, NO, "NOT_FOUND", "ok", "ok"],
    ({ jobId }) => `jobChanged(id: "${jobId}") { id }`,
  ],
  [
    "openStateChanged",
    PUBLIC,
    ({ branchId }) => `openStateChanged(branchId: "${branchId}") { id }`,
  ],
  ["trackOrder", PUBLIC, ({ token }) => `trackOrder(token: "${token}") { id }`],
  [
    "orderStatusChanged",
    [SIGN_IN, "ok", "NOT_FOUND", "NOT_FOUND", "ok", "ok"],
    ({ orderId }) => `orderStatusChanged(orderId: "${orderId}") { id }`,
  ],
];

function rowsOf(type: string, keyword: string, rows: readonly RootRow[]): ScopeRow[] {
  return rows.flatMap(([name, outcomes, document]) =>
    [name, ...formerNamesOf(type, name)].map((known) => ({
      field: `${type}.${known}`,
      document: (places: Places) => `${keyword} { ${document(places).replace(name, known)} }`,
      outcomes,
    })),
  );
}

/**
 * Every root field, and its outcome for each viewer. A new field of the schema needs a row here.
 */
export const scopeTable: readonly ScopeRow[] = [
  ...rowsOf("Query", "query", queries),
  ...rowsOf("Mutation", "mutation", mutations),
  ...rowsOf("Subscription", "subscription", subscriptions),
];
