import { z } from "zod";

import { type RefreshStreets } from "../../services/delivery/refresh-streets";
import { task } from "../kinds/task";

/** Reads the streets of POSes when they are due. */
export const refreshStreets = task({
  name: "refresh-streets",
  lane: "rest",
  priority: 30,
  payload: z.object({}),
  period: { firstMs: 20_000, everyMs: 60_000 },
  run: ({ refreshStreets }: { readonly refreshStreets: RefreshStreets }) =>
    refreshStreets.execute(),
});
