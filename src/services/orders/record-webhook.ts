import { type DataSource } from "typeorm";

import { Observation } from "../../domain/order-event";
import { BranchSettings } from "../../entities/branch-settings";
import { type PosOrderUpdate } from "../../ports/pos";
import { type PosConnection, type PosConnections } from "../branches/pos-connections";
import { type RecordPosUpdate } from "./record-pos-update";

/** Takes over the orders a web hook spoke of (the job `record-webhook`). */
export class RecordWebhook {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly recordPosUpdate: RecordPosUpdate;
    },
  ) {}

  /** Safe to repeat: updates that are known already change nothing. */
  async execute({ organizationId, body }: { organizationId: string; body: unknown }): Promise<void> {
    const connection = await this.connectionOf(organizationId);
    if (!connection) return;
    for (const update of connection.pos.parseWebhook(body)) {
      // A web hook of one organization has no say over another's orders.
      if (update.organizationId !== organizationId) continue;
      const how = { observedBy: Observation.WEBHOOK, confirmed: false };
      const verdict = await this.parts.recordPosUpdate.execute(update, how);
      if (verdict === "NEEDS_CONFIRMATION") await this.confirm(connection, update);
    }
  }

  private async connectionOf(organizationId: string): Promise<PosConnection | undefined> {
    const settings = await this.parts.db.manager.findOneBy(BranchSettings, { organizationId });
    return settings ? this.parts.connections.of(settings.branchId) : undefined;
  }

  private async confirm({ pos, branch }: PosConnection, update: PosOrderUpdate): Promise<void> {
    const [current] = await pos.findOrders(branch.credential, branch.organizationId, [update.posOrderId]);
    if (!current) return;
    await this.parts.recordPosUpdate.execute(current, { observedBy: Observation.READ_THROUGH, confirmed: true });
  }
}
