import { type DataSource } from "typeorm";

import { Batcher } from "../../../domain/concurrency/batcher";
import { type HowObserved } from "../../../domain/orders/decide-status";
import { Observation } from "../../../domain/orders/order-event";
import { OrganizationsDenied } from "../../../errors";
import { type Pos } from "../../../ports/pos/pos";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { type Transactions } from "../../../postgres/transaction";
import { catchUpLater } from "./catch-up-later";
import { findPosOrders } from "./known-orders";
import { type RecordPosUpdate, type RecordVerdict } from "./record-pos-update";

/** Anything that can open a POS key, such as a branch's connection. */
interface Access {
  readonly pos: Pos;
  readonly credential: PosCredential;
}

/** How far requested news is trusted. */
export const LOOKED = { observedBy: Observation.READ_THROUGH, confirmed: true };
/** An order that was moved twice is followed; one that is moved in a circle is not. */
const MOST_LOOKS = 3;
/** Orders stay locked for the length of one transaction. */
const AT_ONCE = 100;

interface Round {
  readonly how: HowObserved;
  readonly tries: number;
  readonly failures: unknown[];
}

/** News about one order, whoever requested it. */
interface Told {
  readonly update: PosOrderUpdate;
  readonly how: HowObserved;
  readonly tries: number;
}

/** Whether the news alone does not settle what has become of the order. */
export function needsProbe(verdict: RecordVerdict | undefined): boolean {
  return verdict === "MOVED" || verdict === "NEEDS_CONFIRMATION";
}

/**
 * Reconciles orders with what a POS reports about many of them in one batch, and probes the POS
 * where the report alone does not settle it.
 */
export class ReconcileUpdates {
  /** An update that cannot be recorded does not hold up the others. */
  private readonly together = new Batcher((told: readonly Told[]) => this.recordAll(told), {
    most: AT_ONCE,
  });
  private readonly known = new Batcher((lists: readonly string[][]) => this.findOurs(lists), {
    most: AT_ONCE,
  });

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly transactions: Transactions;
    },
  ) {}

  /**
   * Safe to repeat. Orders of other channels, usually the majority, cost one query in total, and
   * news for many keys that arrives simultaneously is recorded together. Waits for no order that
   * somebody else has locked: a job asks for it later.
   *
   * @param tries how often the same order was found locked before
   * @returns those of ours, by their ids in the POS
   * @throws what recording an update throws, after the others are recorded
   */
  async execute(
    access: Access,
    updates: readonly PosOrderUpdate[],
    how: HowObserved,
    tries = 0,
  ): Promise<readonly string[]> {
    const ours = await this.ours(updates);
    const round = { how, tries, failures: [] as unknown[] };
    let unsettled = await this.record(ours, round);
    for (let looks = 0; looks < MOST_LOOKS && unsettled.length > 0; looks += 1) {
      unsettled = await this.record(await this.look(access, unsettled), { ...round, how: LOOKED });
    }
    if (round.failures.length > 0) throw round.failures[0];
    return ours.map(({ posOrderId }) => posOrderId);
  }

  /** Returns those that need a probe. */
  private async record(
    updates: readonly PosOrderUpdate[],
    { how, tries, failures }: Round,
  ): Promise<PosOrderUpdate[]> {
    const told = updates.map((update) => this.together.ask({ update, how, tries }));
    const outcomes = await Promise.allSettled(told);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") failures.push(outcome.reason);
    return updates.filter((_, index) => {
      const outcome = outcomes[index];
      return outcome?.status === "fulfilled" && needsProbe(outcome.value);
    });
  }

  /** One transaction; news observed in the same way is recorded by the same statements. */
  private recordAll(told: readonly Told[]): Promise<readonly RecordVerdict[]> {
    const { transactions, recordPosUpdate } = this.parts;
    const alike = new Map<string, Told[]>();
    for (const each of told) {
      const same = `${each.how.observedBy} ${each.how.confirmed} ${each.tries}`;
      alike.set(same, [...(alike.get(same) ?? []), each]);
    }
    return transactions.run(async (tx) => {
      const verdicts = new Map<Told, RecordVerdict | undefined>();
      for (const [first, ...others] of alike.values()) {
        if (!first) continue;
        const all = [first, ...others];
        const updates = all.map(({ update }) => update);
        const its = await recordPosUpdate.apply(tx, updates, first.how, { busy: "skip" });
        const busy = updates.filter((_, index) => its[index] === "BUSY");
        await catchUpLater(
          tx,
          busy.map(({ posOrderId }) => posOrderId),
          first.tries,
        );
        all.forEach((each, index) => verdicts.set(each, its[index]));
      }
      return told.map((each) => verdicts.get(each) ?? "UNKNOWN_ORDER");
    });
  }

  private async look(
    { pos, credential }: Access,
    unsettled: readonly PosOrderUpdate[],
  ): Promise<PosOrderUpdate[]> {
    const looks = unsettled.map((update) => {
      const organizationId = update.movedToOrganizationId ?? update.organizationId;
      const found = pos.findOrders(credential, organizationId, [
        update.movedToPosOrderId ?? update.posOrderId,
      ]);
      // It was moved to where the key sees nothing: that must not hold up the others.
      return found.catch((error: unknown) => {
        if (error instanceof OrganizationsDenied) return [];
        throw error;
      });
    });
    return (await Promise.all(looks)).flat();
  }

  private async ours(updates: readonly PosOrderUpdate[]): Promise<PosOrderUpdate[]> {
    if (updates.length === 0) return [];
    const known = await this.known.ask(updates.map(({ posOrderId }) => posOrderId));
    return updates.filter(({ posOrderId }) => known.has(posOrderId));
  }

  private async findOurs(lists: readonly string[][]): Promise<ReadonlySet<string>[]> {
    const found = await findPosOrders(this.parts.db.manager, lists.flat());
    const ours = new Set(found.map(({ posOrderId }) => posOrderId));
    return lists.map(() => ours);
  }
}
