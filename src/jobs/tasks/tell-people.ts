import { z } from "zod";

import { type SendStaffMessage } from "../../services/fallback/send-staff-message";
import { task } from "../kinds/task";

/** Sends the staff a message about an order. The kind is stored, so it keeps its original name. */
export const sendStaffMessage = task({
  name: "tell-people",
  lane: "people",
  priority: 0,
  payload: z.object({ deliveryId: z.string() }),
  run: ({ sendStaffMessage }: { readonly sendStaffMessage: SendStaffMessage }, payload) =>
    sendStaffMessage.execute(payload),
});
