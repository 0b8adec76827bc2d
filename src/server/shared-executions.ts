import { type ExecutionResult } from "graphql";

import { type CacheKey } from "./cache-key";
import { type Later } from "./next-of";
import { type WrittenAnswer } from "./written-answer";

/**
 * A successful result is the answer that all subscribers get; errors are reported to each with its
 * own request id.
 */
export type Outcome = { readonly answer: WrittenAnswer } | { readonly failed: ExecutionResult };

/**
 * Executes a subscription's event once, and serialises its answer once, for all subscribers that
 * are to get the same. Results live as long as their event: nothing is held for waiting
 * subscribers.
 */
export class SharedExecutions {
  private readonly ofEvents = new WeakMap<object, Map<CacheKey, Outcome | UnderWay>>();

  /**
   * The first caller executes.
   *
   * @param event the same object for everybody
   * @param key equal for those who share an answer
   */
  outcomeOf(
    event: object,
    key: CacheKey,
    execute: () => Promise<Outcome>,
  ): Outcome | Later<Outcome> {
    const outcomes = this.ofEvents.get(event) ?? new Map<CacheKey, Outcome | UnderWay>();
    const known = outcomes.get(key);
    if (known) return known;
    const underWay = new UnderWay();
    outcomes.set(key, underWay);
    this.ofEvents.set(event, outcomes);
    // Later callers need not wait. A failed outcome stays for all who share it.
    execute().then(
      (outcome) => {
        outcomes.set(key, outcome);
        underWay.resolve(outcome);
      },
      (error: unknown) => underWay.reject(error),
    );
    return underWay;
  }
}

/**
 * An outcome for which many wait: they are notified one after the other, without a promise for
 * each.
 */
class UnderWay implements Later<Outcome> {
  private waiting: Parameters<Later<Outcome>["then"]>[] = [];
  private failure: { readonly error: unknown } | undefined;

  then(done: (outcome: Outcome) => void, failed: (error: unknown) => void): void {
    if (this.failure) failed(this.failure.error);
    else this.waiting.push([done, failed]);
  }

  resolve(outcome: Outcome): void {
    for (const [done] of this.told()) done(outcome);
  }

  reject(error: unknown): void {
    this.failure = { error };
    for (const [, failed] of this.told()) failed(error);
  }

  private told() {
    const { waiting } = this;
    this.waiting = [];
    return waiting;
  }
}
