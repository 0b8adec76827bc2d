import { z } from "zod";

import { type CancelInPos } from "../../services/orders/operate/cancel-in-pos";
import { task } from "../kinds/task";

/** Cancels an order in its till. */
export const cancelOrder = task({
  name: "cancel-order",
  lane: "looks",
  priority: 0,
  payload: z.object({ commandId: z.string() }),
  run: ({ cancelInPos }: { readonly cancelInPos: CancelInPos }, payload) =>
    cancelInPos.execute(payload),
});
