import { MENU_TYPES } from "./shared-menu-answers";

/** What guests read repeatedly besides menus, all of it from our own tables. */
const OF_OUR_TABLES: ReadonlySet<string> = new Set([
  "Branch",
  "BranchConnection",
  "BranchEdge",
  "Order",
  "OrderLine",
  "OrderLineHalf",
  "OrderLineOption",
  "OrderLinePart",
  "OrderTotals",
  "OrderPayment",
  "OrderCustomer",
  "OrderAddress",
  "OrderSettlement",
  "OrderProgress",
  "OrderStep",
  "AppliedPromotion",
  "Courier",
  "Injection",
  "OrderClaim",
  "OrderAttention",
  "OrderEvent",
  "OrderEventConnection",
  "OrderEventEdge",
  "OrderStatusEvent",
  "InjectionEvent",
  "NoteEvent",
  "OrderClaimEvent",
]);

/**
 * Returns whether the resolvers of a query may run twice. Compiled code that fails is executed
 * again, which would repeat a request to the POS. The list is closed: a type that is added here
 * must not lead to any field that asks the POS.
 *
 * @param types that the query selects from, except the root
 */
export function isRepeatable(types: ReadonlySet<string>): boolean {
  return [...types].every((type) => MENU_TYPES.has(type) || OF_OUR_TABLES.has(type));
}
