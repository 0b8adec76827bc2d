import { type Text } from "../texts/locale";
import { decideArrival, decideFound, decidePending } from "./decide-arrival";
import { decideFailure, type FailureSettings, type SubmissionFailure } from "./decide-failure";
import { isAsItsAttemptLeftIt } from "./decide-start";
import { type Decision } from "./decision";
import { type NewCommand } from "./effects";
import { type OrderFacts } from "./order-facts";

/** What an attempt came to, and which one it was. */
export interface AttemptEnd {
  readonly number: number;
  /** The id that the order had in the POS when it was sent. */
  readonly sentAs: string;
  readonly outcome:
    | { readonly kind: "created" }
    | { readonly kind: "pending" }
    | { readonly kind: "found" }
    /** @param proven the POS itself says that it has given up the order under this id, for good */
    | {
        readonly kind: "failed";
        readonly failure: SubmissionFailure & { readonly proven?: boolean };
      };
}

/** What the decision needs beside the order, where it needs it. */
interface Asked {
  readonly settings: FailureSettings | undefined;
  readonly toldLast: Text | undefined;
  readonly unwanted: NewCommand | undefined;
}

/**
 * What follows from the end of an attempt. An outcome is the outcome of a state: where a web hook,
 * a person or another process has known more meanwhile, the order is not as the attempt left it,
 * and nothing follows but what is true of any order that the till has.
 *
 * @returns undefined where the order has gone another way
 */
export function decideAttemptEnd(
  order: OrderFacts,
  end: AttemptEnd,
  asked: Asked,
  now: Date,
): Decision | undefined {
  const { number: attempt, outcome, sentAs } = end;
  if (outcome.kind === "found") return decideFound(order);
  if (outcome.kind === "created")
    return order.posOrderId === sentAs
      ? decideArrival(order, { at: now, attempt, unwanted: asked.unwanted })
      : undefined;
  if (!isAsItsAttemptLeftIt(order)) return undefined;
  if (outcome.kind === "pending") return decidePending(order, now, attempt);
  if (!asked.settings) throw new Error("Whoever fails needs the settings of its branch");
  const { failure } = outcome;
  const context = {
    now,
    source: "GATEWAY",
    attempt,
    provenFailed: failure.proven ?? false,
  } as const;
  return decideFailure(order, asked.settings, failure, { ...context, toldLast: asked.toldLast });
}
