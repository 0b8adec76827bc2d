import { z } from "zod";

import { type RefreshPosMenu } from "../../services/catalogue/pos-menu/refresh-pos-menu";
import { task } from "../kinds/task";

/** Reads one branch's menu from its POS. */
export const refreshPosMenu = task({
  name: "refresh-pos-menu",
  lane: "menus",
  priority: 0,
  payload: z.object({ branchId: z.string() }),
  run: ({ refreshPosMenu }: { readonly refreshPosMenu: RefreshPosMenu }, payload) =>
    refreshPosMenu.executeUnasked(payload),
});
