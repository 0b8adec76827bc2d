import { z } from "zod";

import { type PurgeExpired } from "../../services/privacy/purge-expired";
import { task } from "../kinds/task";

/** Purges what has expired. The kind is stored, so it keeps its original name. */
export const purgeExpired = task({
  name: "forget-old",
  lane: "rest",
  priority: 30,
  payload: z.object({}),
  period: { firstMs: 10 * 60_000, everyMs: 24 * 3_600_000 },
  run: ({ purgeExpired }: { readonly purgeExpired: PurgeExpired }) => purgeExpired.execute(),
});
