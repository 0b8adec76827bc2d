import { z } from "zod";

import { type CheckWebhooks } from "../../services/pos/check-webhooks";
import { task } from "../kinds/task";

/** Notices when another system has taken over a branch's web hook. */
export const checkWebhooks = task({
  name: "check-webhooks",
  lane: "rest",
  priority: 20,
  payload: z.object({}),
  period: { firstMs: 60_000, everyMs: 24 * 3_600_000 },
  run: ({ checkWebhooks }: { readonly checkWebhooks: CheckWebhooks }) => checkWebhooks.execute(),
});
