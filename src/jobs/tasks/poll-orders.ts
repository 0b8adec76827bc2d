import { z } from "zod";

import { type PollOrders } from "../../services/orders/status/poll-orders";
import { task } from "../kinds/task";

/** Asks the POS of one key what is new of the orders of its branches. */
export const pollOrders = task({
  name: "poll-orders",
  lane: "looks",
  priority: 10,
  payload: z.object({ branchIds: z.array(z.string()), keyId: z.string().exactOptional() }),
  run: ({ pollOrders }: { readonly pollOrders: PollOrders }, payload) =>
    pollOrders.execute(payload),
});
