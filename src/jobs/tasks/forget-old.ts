import { z } from "zod";

import { type ForgetOld } from "../../services/privacy/forget-old";
import { task } from "../kinds/task";

/** Forgets what is of no use any more. */
export const forgetOld = task({
  name: "forget-old",
  lane: "rest",
  priority: 30,
  payload: z.object({}),
  period: { firstMs: 10 * 60_000, everyMs: 24 * 3_600_000 },
  run: ({ forgetOld }: { readonly forgetOld: ForgetOld }) => forgetOld.execute(),
});
