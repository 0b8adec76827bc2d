import { z } from "zod";

import { type ConfirmSubmission } from "../../services/orders/inject/confirm-submission";
import { task } from "../kinds/task";

/** Probes the POS for an order whose outcome is unknown. */
export const confirmSubmission = task({
  name: "confirm-submission",
  lane: "looks",
  priority: 0,
  payload: z.object({ orderId: z.string(), look: z.number() }),
  orderOf: ({ orderId }) => orderId,
  run: ({ confirmSubmission }: { readonly confirmSubmission: ConfirmSubmission }, payload) =>
    confirmSubmission.execute(payload),
});
