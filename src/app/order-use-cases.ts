import { FindOrder } from "../services/orders/read/find-order";
import { createCheckoutUseCases } from "./checkout-use-cases";
import { createInjection, createStatus } from "./injection-use-cases";
import { createForgetting, createOperating, createReading } from "./operator-use-cases";
import { type GivenParts, shareAmongOrders } from "./order-parts";
import { createMessages } from "./staff-message-use-cases";

/** An order's path from the guest to the POS and to the door. */
export function createOrderUseCases(given: GivenParts) {
  const parts = shareAmongOrders(given);
  const injection = createInjection(parts);
  const { recordPosUpdate } = injection;
  return {
    ...createCheckoutUseCases(parts),
    findOrder: new FindOrder(parts.db, parts.secrets),
    ...injection,
    ...createStatus(parts, recordPosUpdate),
    ...createMessages(parts),
    ...createOperating(parts, recordPosUpdate),
    ...createReading(parts),
    ...createForgetting(parts),
  };
}
