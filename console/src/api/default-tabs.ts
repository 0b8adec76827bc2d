import { type Example } from "./example-from-menu";
import menu from "./menu-tab.graphql?raw";
import order from "./order-tab.graphql?raw";

/** The tabs a newcomer finds open: how to read a menu, and how to place and follow an order. */
export function defaultTabs({ branchId, article, options }: Example) {
  const input = {
    idempotencyKey: `console-${Date.now()}`,
    // Someone who is only looking around must not order at a restaurant that would cook it.
    branchId: "",
    fulfilment: "DELIVERY",
    lines: [{ article, quantity: "1", options }],
    customer: { name: "Anna", phone: "+79990000000" },
    address: { city: "Москва", street: "Тверская", house: "1" },
    payment: { method: "CASH" },
  };
  return [
    { query: menu, variables: JSON.stringify({ branchId }, null, 2) },
    { query: order, variables: JSON.stringify({ input, token: "" }, null, 2) },
  ];
}
