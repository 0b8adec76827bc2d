import { type DataSource } from "typeorm";

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

/** Whoever can open a POS key; a branch's connection is one. */
interface Access {
  readonly pos: Pos;
  readonly credential: PosCredential;
}

/** How far news is trusted that was asked for. */
export const LOOKED = { observedBy: Observation.READ_THROUGH, confirmed: true };
/** An order that was moved twice is followed; one that is moved in a circle is not. */
const MOST_LOOKS = 3;
/** Orders stay locked for one transaction. */
const AT_ONCE = 100;

interface Round {
  readonly tries: number;
  readonly failures: unknown[];
}

/** Does the news alone not settle what has become of the order? */
export function needsProbe(verdict: RecordVerdict | undefined): boolean {
  return verdict === "MOVED" || verdict === "NEEDS_CONFIRMATION";
}

/**
 * Reconciles orders with what a POS reports of many of them in one batch, and probes the POS where
 * the report alone does not settle it.
 */
export class ReconcileUpdates {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly transactions: Transactions;
    },
  ) {}

  /**
   * Safe to repeat. Orders of other channels, usually most of them, cost one query together. Waits
   * for no order that somebody else has locked: a job asks for it later.
   *
   * @param tries how often the same order was found locked before
   * @throws what recording an update throws, after the others are recorded
   */
  async execute(
    access: Access,
    updates: readonly PosOrderUpdate[],
    how: HowObserved,
    tries = 0,
  ): Promise<void> {
    const round = { tries, failures: [] as unknown[] };
    let unsettled = await this.record(await this.ours(updates), how, round);
    for (let looks = 0; looks < MOST_LOOKS && unsettled.length > 0; looks += 1) {
      unsettled = await this.record(await this.look(access, unsettled), LOOKED, round);
    }
    if (round.failures.length > 0) throw round.failures[0];
  }

  /** Those that need a look. */
  private async record(
    updates: readonly PosOrderUpdate[],
    how: HowObserved,
    round: Round,
  ): Promise<PosOrderUpdate[]> {
    const unsettled: PosOrderUpdate[] = [];
    for (let from = 0; from < updates.length; from += AT_ONCE) {
      unsettled.push(
        ...(await this.recordTogether(updates.slice(from, from + AT_ONCE), how, round)),
      );
    }
    return unsettled;
  }

  /** One that cannot be recorded does not hold up the others. */
  private async recordTogether(
    updates: readonly PosOrderUpdate[],
    how: HowObserved,
    round: Round,
  ): Promise<PosOrderUpdate[]> {
    const { transactions, recordPosUpdate } = this.parts;
    try {
      return await transactions.run(async (tx) => {
        const verdicts = await recordPosUpdate.apply(tx, updates, how, { busy: "skip" });
        const busy = updates
          .filter((_, index) => verdicts[index] === "BUSY")
          .map(({ posOrderId }) => posOrderId);
        await catchUpLater(tx, busy, round.tries);
        return updates.filter((_, index) => needsProbe(verdicts[index]));
      });
    } catch (error) {
      const unsettled: PosOrderUpdate[] = [];
      if (updates.length === 1) round.failures.push(error);
      else
        for (const update of updates)
          unsettled.push(...(await this.recordTogether([update], how, round)));
      return unsettled;
    }
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
      // It was moved to where the key sees nothing: that holds up no others.
      return found.catch((error: unknown) => {
        if (error instanceof OrganizationsDenied) return [];
        throw error;
      });
    });
    return (await Promise.all(looks)).flat();
  }

  private async ours(updates: readonly PosOrderUpdate[]): Promise<PosOrderUpdate[]> {
    const ids = updates.map(({ posOrderId }) => posOrderId);
    const known = new Set(
      (await findPosOrders(this.parts.db.manager, ids)).map(({ posOrderId }) => posOrderId),
    );
    return updates.filter(({ posOrderId }) => known.has(posOrderId));
  }
}
