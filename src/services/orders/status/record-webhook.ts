import { type DataSource, Not } from "typeorm";

import { Observation } from "../../../domain/orders/order-event";
import { BranchSettings, PosKind } from "../../../entities/branches/branch-settings";
import { FormerConnection } from "../../../entities/branches/former-connection";
import { WaitingWebhook } from "../../../entities/orders/waiting-webhook";
import { StillLocked } from "../../../errors";
import { type KeyedJob, type Tasks } from "../../../ports/job-queue";
import { type Transactions } from "../../../postgres/transaction";
import { type PosConnections } from "../../pos/pos-connections";
import { type ParseWebhooks, type Webhook } from "./parse-webhooks";
import { type ReconcileUpdates } from "./reconcile-updates";

/** The job that records one web hook on its own. */
export function recordingOf(webhookId: string): KeyedJob<"record-webhook"> {
  return { payload: { webhookId }, options: { key: `web-hook:${webhookId}` } };
}

/** How far news pushed by a POS is trusted. */
export const PUSHED = { observedBy: Observation.WEBHOOK, confirmed: false };

/**
 * Reconciles what one web hook reported, with as many probes of the POS as that needs (the job
 * `record-webhook`): for the few that ProcessWebhookInbox does not settle.
 */
export class RecordWebhook {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly transactions: Transactions;
      readonly connections: PosConnections;
      readonly parseWebhooks: ParseWebhooks;
      readonly reconcileUpdates: ReconcileUpdates;
    },
  ) {}

  /**
   * Safe to repeat: updates that are already known change nothing. The web hook's row is deleted
   * once it is recorded.
   */
  async execute(job: Tasks["record-webhook"]): Promise<void> {
    if (!("webhookId" in job)) return this.record(job);
    const { manager } = this.parts.db;
    const kept = await manager.findOneBy(WaitingWebhook, { id: job.webhookId });
    if (!kept) return;
    await this.record({
      organizationId: kept.organizationId,
      body: JSON.parse(kept.body) as unknown,
    });
    await manager.delete(WaitingWebhook, { id: job.webhookId });
  }

  private async record(webhook: Webhook): Promise<void> {
    const { db, transactions, connections, parseWebhooks, reconcileUpdates } = this.parts;
    const where = { organizationId: webhook.organizationId, pos: Not(PosKind.NONE) };
    const sender =
      (await db.manager.findOneBy(BranchSettings, where)) ??
      (await db.manager.findOneBy(FormerConnection, { organizationId: webhook.organizationId }));
    if (!sender) return;
    const sent = { ...webhook, pos: sender.pos };
    const [read] = await transactions.run((tx) => parseWebhooks.execute(tx, [sent]));
    await reconcileUpdates.execute(connections.access(sender), read?.updates ?? [], PUSHED);
    if (read?.again)
      throw new StillLocked("Somebody else has the stop list locked; the job is done again");
  }
}
