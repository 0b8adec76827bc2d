import { type Text } from "../texts/locale";
import { decideArrival, decideFound, decidePending } from "./decide-arrival";
import { decideFailure, type FailureSettings, type SubmissionFailure } from "./decide-failure";
import { isAsItsAttemptLeftIt } from "./decide-start";
import { type Decision } from "./decision";
import { type NewCommand } from "./effects";
import { type OrderFacts } from "./order-facts";

/** The result of an attempt, and which attempt it was. */
export interface AttemptEnd {
  readonly number: number;
  /** The id that the order had in the POS when it was sent. */
  readonly sentAs: string;
  readonly outcome:
    | { readonly kind: "created" }
    | { readonly kind: "pending" }
    | { readonly kind: "found" }
    /**
     * @param proven the POS itself says that it has permanently given up the order under this id
     */
    | {
        readonly kind: "failed";
        readonly failure: SubmissionFailure & { readonly proven?: boolean };
      };
}

/** What the decision needs besides the order, where it needs it. */
interface Asked {
  readonly settings: FailureSettings | undefined;
  readonly toldLast: Text | undefined;
  readonly unwanted: NewCommand | undefined;
}

/**
 * Decides what follows from the end of an attempt. An outcome only applies to the state it belongs
 * to: where a web hook, a person or another process has learnt more in the meantime, the order is
 * no longer as the attempt left it, and only what is true for any order in the POS follows.
 *
 * @returns undefined where the order has taken another course
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
