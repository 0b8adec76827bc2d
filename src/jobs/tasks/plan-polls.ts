import { z } from "zod";

import { pollTickMs } from "../../domain/orders/poll-pace";
import { type PlanPolls } from "../../services/orders/status/plan-polls";
import { task } from "../kinds/task";

/** Decides which keys are polled for news of their orders. */
export const planPolls = task({
  name: "plan-polls",
  lane: "rest",
  priority: 10,
  payload: z.object({}),
  period: ({ pollEverySeconds }) => {
    const everyMs = pollTickMs(pollEverySeconds);
    return pollEverySeconds > 0 ? { firstMs: everyMs, everyMs } : null;
  },
  run: ({ planPolls }: { readonly planPolls: PlanPolls }) => planPolls.execute(),
});
