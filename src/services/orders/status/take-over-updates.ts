import { type DataSource, In } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { Observation } from "../../../domain/order-event";
import { PosOrder } from "../../../entities/pos-order";
import { type Pos, type PosCredential, type PosOrderUpdate } from "../../../ports/pos";
import { type RecordPosUpdate } from "./record-pos-update";
import { type HowObserved } from "./record-status";

/** Whoever can open a POS key; a branch's connection is one. */
interface Access {
  readonly pos: Pos;
  readonly credential: PosCredential;
}

const LOOKED = { observedBy: Observation.READ_THROUGH, confirmed: true };

/** Takes over what a POS tells of many orders at once, and looks again where the news alone does not settle it. */
export class TakeOverUpdates {
  constructor(
    private readonly db: DataSource,
    private readonly recordPosUpdate: RecordPosUpdate,
  ) {}

  /** Safe to repeat. Orders of other channels, usually most of them, cost one query together. */
  async execute(access: Access, updates: readonly PosOrderUpdate[], how: HowObserved): Promise<void> {
    const ours = await this.ours(updates);
    for (const update of updates) {
      if (ours.has(update.posOrderId)) await this.takeOver(access, update, how);
    }
  }

  /** @param looks an order that was moved twice is followed; one that is moved in a circle is not */
  private async takeOver(access: Access, update: PosOrderUpdate, how: HowObserved, looks = 3): Promise<void> {
    const verdict = await this.recordPosUpdate.execute(update, how);
    if ((verdict !== "MOVED" && verdict !== "NEEDS_CONFIRMATION") || looks === 0) return;
    const moved = verdict === "MOVED" ? update : { movedToPosOrderId: null, movedToOrganizationId: null };
    const organizationId = moved.movedToOrganizationId ?? update.organizationId;
    const posOrderId = moved.movedToPosOrderId ?? update.posOrderId;
    const [current] = await access.pos.findOrders(access.credential, organizationId, [posOrderId]);
    if (current) await this.takeOver(access, current, LOOKED, looks - 1);
  }

  private async ours(updates: readonly PosOrderUpdate[]): Promise<Set<string>> {
    const posOrderId = In(updates.map((update) => update.posOrderId).filter(isUuid));
    const known = await this.db.manager.find(PosOrder, { where: { posOrderId }, select: { posOrderId: true } });
    return new Set(known.map((row) => row.posOrderId));
  }
}
