import { registerEnumType } from "type-graphql";

import { OrderStatus } from "../../domain/order-status";

registerEnumType(OrderStatus, {
  name: "OrderStatus",
  description: "Kitchen and delivery axis. Injection into the POS is a separate axis: see Injection.state.",
});

export { OrderStatus };
