import { z } from "zod";

import { type CancelHold } from "../../services/loyalty/cancel-hold";
import { task } from "../kinds/task";

/** Makes the POS release what it holds of a guest's points. */
export const cancelHold = task({
  name: "cancel-hold",
  lane: "looks",
  priority: 10,
  payload: z.object({ orderId: z.string() }),
  run: ({ cancelHold }: { readonly cancelHold: CancelHold }, payload) =>
    cancelHold.execute(payload),
});
