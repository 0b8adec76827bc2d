import { MENU_TYPES } from "./shared-menu-answers";

/** What guests read again and again beside menus, all of it from our own tables. */
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
 * May the resolvers of a query run twice? Compiled code that fails is executed again, and a
 * question to the POS would then be asked again. The list is closed: a type that is new here must
 * lead to no field that asks the POS.
 *
 * @param types that the query selects from, the root left out
 */
export function isRepeatable(types: ReadonlySet<string>): boolean {
  return [...types].every((type) => MENU_TYPES.has(type) || OF_OUR_TABLES.has(type));
}
