import { registerEnumType } from "type-graphql";

import { OrderStatus } from "../../domain/orders/order-status";

registerEnumType(OrderStatus, {
  name: "OrderStatus",
  description:
    "Kitchen and delivery status. Whether the till has the order is independent of it: see Injection.state.",
  valuesConfig: {
    NEW: {
      description:
        "The gateway has accepted the order; the restaurant has not reported anything about it yet.",
    },
    UNCONFIRMED: {
      description: "The order is in the till, and the staff have not confirmed it yet.",
    },
    ACCEPTED: { description: "The restaurant has accepted the order; the kitchen has not begun." },
    QUEUED_FOR_COOKING: {
      description: "The order is in the queue of the kitchen. Only older tills report this status.",
    },
    COOKING: { description: "The kitchen is preparing the order." },
    READY: { description: "The kitchen has finished; a pick-up order can be collected." },
    WAITING_FOR_COURIER: {
      description: "The order is ready and waits for the courier to leave with it.",
    },
    ON_THE_WAY: { description: "The courier is on the way to the guest." },
    DELIVERED: { description: "The guest has received the order." },
    CLOSED: {
      description: "The guest has received the order, and the restaurant has closed the bill.",
    },
    CANCELLED: {
      description: "The order was cancelled, by the guest, an operator or the restaurant.",
    },
  },
});

export { OrderStatus };
