import { z } from "zod";

import { type RefreshStopLists } from "../../services/catalogue/stop-lists/refresh-stop-lists";
import { task } from "../kinds/task";

/** Reads stop lists that are due. */
export const refreshStopLists = task({
  name: "refresh-stop-lists",
  lane: "rest",
  priority: 10,
  payload: z.object({}),
  period: { firstMs: 0, everyMs: 10_000 },
  run: ({ refreshStopLists }: { readonly refreshStopLists: RefreshStopLists }) =>
    refreshStopLists.execute(),
});
