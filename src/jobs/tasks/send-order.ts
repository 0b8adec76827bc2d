import { z } from "zod";

import { type SendOrder } from "../../services/orders/inject/send-order";
import { task } from "../kinds/task";

/** Submits one order to its till. */
export const sendOrder = task({
  name: "send-order",
  lane: "orders",
  priority: 0,
  payload: z.object({ orderId: z.string() }),
  orderOf: ({ orderId }) => orderId,
  run: ({ sendOrder }: { readonly sendOrder: SendOrder }, payload, job) =>
    sendOrder.execute(payload, job),
});
