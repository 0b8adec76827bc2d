import { type DataSource, Not } from "typeorm";

import { Observation } from "../../../domain/order-event";
import { BranchSettings, PosKind } from "../../../entities/branch-settings";
import { type Clock } from "../../../ports/clock";
import { type PosConnection, type PosConnections } from "../../branches/pos-connections";
import { type ExpectStopList } from "../../catalogue/stop-lists/expect-stop-list";
import { noteContact } from "./note-contact";
import { type TakeOverUpdates } from "./take-over-updates";

/** Takes over what a web hook spoke of: orders, and that a stop list has changed (the job `record-webhook`). */
export class RecordWebhook {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly takeOverUpdates: TakeOverUpdates;
      readonly expectStopList: ExpectStopList;
      readonly clock: Clock;
    },
  ) {}

  /** Safe to repeat: updates that are known already change nothing. */
  async execute({ organizationId, body }: { organizationId: string; body: unknown }): Promise<void> {
    const connection = await this.connectionOf(organizationId);
    if (!connection) return;
    const { db, clock, takeOverUpdates, expectStopList } = this.parts;
    await noteContact(db.manager, [organizationId], "webhook_at", clock.now());
    const { pos, branch } = connection;
    if (pos.tellsOfStopList(body, organizationId)) await expectStopList.execute(organizationId);
    // A web hook of one organization has no say over another's orders.
    const updates = pos.parseWebhook(body).filter((update) => update.organizationId === organizationId);
    const how = { observedBy: Observation.WEBHOOK, confirmed: false };
    await takeOverUpdates.execute({ pos, credential: branch.credential }, updates, how);
  }

  private async connectionOf(organizationId: string): Promise<PosConnection | undefined> {
    const where = { organizationId, pos: Not(PosKind.NONE) };
    const settings = await this.parts.db.manager.findOneBy(BranchSettings, where);
    return settings ? this.parts.connections.of(settings.branchId) : undefined;
  }
}
