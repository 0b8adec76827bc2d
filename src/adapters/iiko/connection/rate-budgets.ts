import { randomUUID } from "node:crypto";

import { standsBehind } from "../../../domain/checkout/place-in-line";
import { type PermitBucket, type PermitStore } from "../../../ports/permit-store";
import { type PosMeter } from "../../../ports/pos-meter";
import { RateBudget } from "./rate-budget";
import { Rank, type RestrictionGroup } from "./restriction-groups";

/**
 * iiko publishes no numbers; this rate has been enough for careful clients and has never been too
 * much.
 */
const USUAL_PER_SECOND = 2;
const USUAL_BURST = 5;

/** Determines when a call goes before others of its key and group. */
export interface Turn {
  readonly urgent?: boolean | undefined;
  readonly placeAt?: Date | null | undefined;
}

function rankOf(group: RestrictionGroup, { urgent, placeAt }: Turn): Rank {
  const rank = urgent ? Rank.ORDER : group.rank;
  return rank === Rank.ORDER && standsBehind(placeAt) ? Rank.ORDER_BEHIND : rank;
}

/** The budgets of all keys and groups that this process uses. */
export class RateBudgets {
  private readonly budgets = new Map<
    string,
    { readonly keyId: string; readonly budget: RateBudget }
  >();
  private readonly process = randomUUID();

  /** @param perSecond calls per second for each key and group */
  constructor(
    private readonly store: PermitStore,
    private readonly meter: PosMeter | undefined,
    private readonly perSecond = USUAL_PER_SECOND,
  ) {}

  /**
   * Waits for a permit, makes the call, and lets the next one in.
   *
   * @param turn urgent: an order waits for this call, whatever its group; place: position in the
   *   line of waiting orders
   * @throws {PosRateLimited} no permit was available in time; the call was not made
   */
  async within<T>(
    keyId: string,
    group: RestrictionGroup,
    turn: Turn,
    call: () => Promise<T>,
  ): Promise<T> {
    const budget = this.budgetOf(keyId, group);
    const startedAt = performance.now();
    await budget.enter(rankOf(group, turn), group.patienceMs, turn.placeAt?.getTime());
    this.meter?.waited(group.name, (performance.now() - startedAt) / 1000);
    try {
      return await call();
    } finally {
      await budget.leave();
    }
  }

  /**
   * Records a pause that iiko asks for. @param askedMs null when it does not say how long @returns
   * how long the pause lasts, in ms
   */
  async pause(keyId: string, group: RestrictionGroup, askedMs: number | null): Promise<number> {
    const pausedMs = await this.store.pause(this.bucketOf(keyId, group), askedMs);
    this.budgetOf(keyId, group).refresh();
    return pausedMs;
  }

  /** A process has changed something about the key; undefined means any key. */
  refresh(keyId: string | undefined): void {
    for (const held of this.budgets.values())
      if (keyId === undefined || held.keyId === keyId) held.budget.refresh();
  }

  /** Refuses all calls that are still waiting. */
  close(): void {
    for (const { budget } of this.budgets.values()) budget.close();
  }

  private budgetOf(keyId: string, group: RestrictionGroup): RateBudget {
    const name = `${keyId} ${group.name}`;
    const held = this.budgets.get(name);
    if (held) return held.budget;
    const budget = new RateBudget(
      this.bucketOf(keyId, group),
      this.store,
      this.process,
      ({ available }) => this.meter?.budgetLeft(keyId, group.name, available),
    );
    this.budgets.set(name, { keyId, budget });
    return budget;
  }

  private bucketOf(keyId: string, { name, exclusiveForMs }: RestrictionGroup): PermitBucket {
    // An account with a high rate also gets a larger burst.
    const burst = Math.max(USUAL_BURST, Math.ceil(this.perSecond / 2));
    return { keyId, group: name, perSecond: this.perSecond, burst, exclusiveForMs };
  }
}
