import { z } from "zod";

import { type AlertLateOrders } from "../../services/fallback/alert-late-orders";
import { task } from "../kinds/task";

/** Alerts the staff to orders that are still not in their till. */
export const alertLateOrders = task({
  name: "alert-late-orders",
  lane: "rest",
  priority: 10,
  payload: z.object({}),
  period: { firstMs: 15_000, everyMs: 15_000 },
  run: ({ alertLateOrders }: { readonly alertLateOrders: AlertLateOrders }) =>
    alertLateOrders.execute(),
});
