import { z } from "zod";

import { type KeepPosMenusFresh } from "../../services/catalogue/pos-menu/keep-pos-menus-fresh";
import { task } from "../kinds/task";

/** Schedules the refresh of menus that have none scheduled. */
export const refreshPosMenus = task({
  name: "refresh-pos-menus",
  lane: "rest",
  priority: 20,
  payload: z.object({}),
  period: { firstMs: 60_000, everyMs: 60_000 },
  run: ({ keepPosMenusFresh }: { readonly keepPosMenusFresh: KeepPosMenusFresh }) =>
    keepPosMenusFresh.execute(),
});
