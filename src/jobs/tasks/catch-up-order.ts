import { z } from "zod";

import { type CatchUpOrder } from "../../services/orders/status/catch-up-order";
import { task } from "../kinds/task";

/** Probes the POS for an order whose news came while someone else had it locked. */
export const catchUpOrder = task({
  name: "catch-up-order",
  lane: "looks",
  priority: 10,
  payload: z.object({ orderId: z.string(), tries: z.number() }),
  orderOf: ({ orderId }) => orderId,
  run: ({ catchUpOrder }: { readonly catchUpOrder: CatchUpOrder }, payload) =>
    catchUpOrder.execute(payload),
});
