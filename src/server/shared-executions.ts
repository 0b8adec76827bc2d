import { type ExecutionResult } from "graphql";

import { type CacheKey } from "./cache-key";
import { type WrittenAnswer } from "./written-answer";

/**
 * A result that went well is the answer that all subscribers get; errors are told to each with its
 * own request id.
 */
export type Outcome = { readonly answer: WrittenAnswer } | { readonly failed: ExecutionResult };

/**
 * Executes a subscription's event once, and writes its answer once, for all subscribers who are to
 * be told the same.
 */
export class SharedExecutions {
  private readonly groups = new Map<CacheKey, Group>();

  /** @param key equal for those who share */
  join(key: CacheKey): Membership {
    const group = this.groups.get(key) ?? new Group();
    this.groups.set(key, group);
    group.members += 1;
    return {
      outcomeOf: (event, execute) => group.outcomeOf(event, execute),
      leave: () => {
        group.members -= 1;
        if (group.members === 0) this.groups.delete(key);
      },
    };
  }
}

export interface Membership {
  /** Whoever comes first executes. @param event one object for all */
  outcomeOf(event: object, execute: () => Promise<Outcome>): Outcome | Promise<Outcome>;
  leave(): void;
}

class Group {
  members = 0;
  private readonly outcomes = new WeakMap<object, Outcome | Promise<Outcome>>();

  outcomeOf(event: object, execute: () => Promise<Outcome>): Outcome | Promise<Outcome> {
    const known = this.outcomes.get(event);
    if (known) return known;
    const outcome = execute();
    this.outcomes.set(event, outcome);
    // Whoever comes later need not wait. One that failed stays, for all who share it.
    void outcome.then(
      (made) => this.outcomes.set(event, made),
      () => undefined,
    );
    return outcome;
  }
}
