import { z } from "zod";

import { type PollOrders } from "../../services/orders/status/poll-orders";
import { task } from "../kinds/task";

const KEY = { branchIds: z.array(z.string()), keyId: z.string().exactOptional() };

/** Asks the POSes of some keys for news of their branches' orders. */
export const pollOrders = task({
  name: "poll-orders",
  lane: "looks",
  priority: 10,
  payload: z.object({ ...KEY, others: z.array(z.object(KEY)).exactOptional() }),
  run: ({ pollOrders }: { readonly pollOrders: PollOrders }, payload) =>
    pollOrders.execute(payload),
});
