import { z } from "zod";

import { type WatchTills } from "../../services/pos/watch-tills";
import { task } from "../kinds/task";

/** Twice this is the longest it takes for a pause to begin or end: within a minute. */
const EVERY_MS = 20_000;

/** Checks whether the tills of open branches answer. */
export const watchTills = task({
  name: "watch-tills",
  lane: "rest",
  priority: 20,
  payload: z.object({}),
  period: ({ pollEverySeconds }) =>
    pollEverySeconds > 0 ? { firstMs: EVERY_MS, everyMs: EVERY_MS } : null,
  run: ({ watchTills }: { readonly watchTills: WatchTills }) => watchTills.execute(),
});
