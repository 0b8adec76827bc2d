import { z } from "zod";

import { type RecordWebhook } from "../../services/orders/status/record-webhook";
import { task } from "../kinds/task";

/** Jobs from the previous version carry the web hook itself. */
const payload = z.union([
  z.object({ webhookId: z.string() }),
  z.object({ organizationId: z.string(), body: z.unknown() }),
]);

/** Processes a single web hook. */
export const recordWebhook = task({
  name: "record-webhook",
  lane: "rest",
  priority: 10,
  payload,
  run: ({ recordWebhook }: { readonly recordWebhook: RecordWebhook }, payload) =>
    recordWebhook.execute(payload),
});
