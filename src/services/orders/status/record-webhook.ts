import { type DataSource, Not } from "typeorm";

import { Observation } from "../../../domain/order-event";
import { BranchSettings, PosKind } from "../../../entities/branch-settings";
import { type PosConnections } from "../../branches/pos-connections";
import { type ReadWebhooks, type Webhook } from "./read-webhooks";
import { type TakeOverUpdates } from "./take-over-updates";

/** How far news that a POS pushes is trusted. */
export const PUSHED = { observedBy: Observation.WEBHOOK, confirmed: false };

/**
 * Takes over what one web hook spoke of, with as many looks into the POS as that needs (the job `record-webhook`): for the
 * few that RecordWaitingWebhooks does not settle.
 */
export class RecordWebhook {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly readWebhooks: ReadWebhooks;
      readonly takeOverUpdates: TakeOverUpdates;
    },
  ) {}

  /** Safe to repeat: updates that are known already change nothing. */
  async execute(webhook: Webhook): Promise<void> {
    const { db, connections, readWebhooks, takeOverUpdates } = this.parts;
    const where = { organizationId: webhook.organizationId, pos: Not(PosKind.NONE) };
    const settings = await db.manager.findOneBy(BranchSettings, where);
    if (!settings) return;
    const sent = { ...webhook, pos: settings.pos };
    const [read] = await db.transaction((tx) => readWebhooks.execute(tx, [sent]));
    await takeOverUpdates.execute(connections.access(settings), read?.updates ?? [], PUSHED);
    if (read?.again) throw new Error("Somebody else has the stop list locked; the job is done again");
  }
}
