import { NO, OPERATORS, SIGN_IN } from "./scope-outcomes";
import { type RootRow } from "./scope-rows";

/**
 * What the console queries in addition to what every client does. A key for another branch sees its
 * own.
 */
export const CONSOLE_QUERIES: readonly RootRow[] = [
  [
    "orderFigures",
    [SIGN_IN, NO, NO, "ok", "ok", "ok"],
    () => `orderFigures(from: "2026-11-25", to: "2026-11-26") { total { orders } }`,
  ],
  [
    "ordersNeedingPeople",
    [SIGN_IN, NO, NO, "ok", "ok", "ok"],
    () => "ordersNeedingPeople { count }",
  ],
];

/** What users do in it. */
export const CONSOLE_MUTATIONS: readonly RootRow[] = [
  [
    "exportOrders",
    [SIGN_IN, NO, NO, "ok", "ok", "ok"],
    () => "exportOrders { page { csv orders endCursor } userErrors { code } }",
  ],
  ["retryJob", OPERATORS, ({ jobId }) => `retryJob(id: "${jobId}") { userErrors { code } }`],
  [
    "claimOrder",
    [SIGN_IN, NO, NO, "NOT_FOUND", "ok", "CONFLICT"],
    ({ orderId }) => `claimOrder(id: "${orderId}") { userErrors { code } }`,
  ],
  [
    "releaseOrder",
    [SIGN_IN, NO, NO, "NOT_FOUND", "ok", "ok"],
    ({ orderId }) => `releaseOrder(id: "${orderId}") { userErrors { code } }`,
  ],
];
