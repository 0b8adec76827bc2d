import { z } from "zod";

import { type RefreshPosZones } from "../../services/delivery/refresh-pos-zones";
import { task } from "../kinds/task";

/** Reads the delivery zones of POSes that are due. */
export const refreshDeliveryZones = task({
  name: "refresh-delivery-zones",
  lane: "rest",
  priority: 20,
  payload: z.object({}),
  period: { firstMs: 10_000, everyMs: 20_000 },
  run: ({ refreshPosZones }: { readonly refreshPosZones: RefreshPosZones }) =>
    refreshPosZones.execute(),
});
