import { type DataSource, IsNull, Not } from "typeorm";

import { BranchSettings } from "../../entities/branch-settings";
import { AppError } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type JobQueue } from "../../ports/job-queue";
import { type PosConnections } from "./pos-connections";
import { hostOf, webhookAddress } from "./webhook-address";

const FIRST_CHECK_MS = 60_000;
const DAY_MS = 24 * 3600 * 1000;

export interface LostWebhook {
  readonly branchId: string;
  /** Whose address is registered instead of ours: only the host, its path may carry a secret. */
  readonly host: string;
}

/** Notices daily when another system has taken over a branch's web hook (the job `check-webhooks`). Only reads. */
export class CheckWebhooks {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly jobs: JobQueue;
      readonly clock: Clock;
      readonly publicUrl: string;
      /** Called for each finding. */
      readonly report: (lost: LostWebhook) => void;
    },
  ) {}

  /** Plans the next check soon. Safe to call at every start of every process: one check waits at most. */
  planFirst(): Promise<void> {
    return this.plan(FIRST_CHECK_MS);
  }

  /** Checks every connected branch and plans the next day's check. A POS that does not answer is asked again then. */
  async execute(): Promise<void> {
    await this.plan(DAY_MS);
    const connected = await this.parts.db.manager.findBy(BranchSettings, {
      organizationId: Not(IsNull()),
      credentialSealed: Not(IsNull()),
    });
    for (const { branchId } of connected) {
      const host = await this.foreignHost(branchId);
      if (host !== undefined) this.parts.report({ branchId, host });
    }
  }

  private async foreignHost(branchId: string): Promise<string | undefined> {
    try {
      const { pos, branch } = await this.parts.connections.of(branchId);
      const { url } = await pos.webhookRegistration(branch.credential, branch.organizationId);
      const ours = webhookAddress(this.parts.publicUrl, branch.organizationId);
      return url === null || url === "" || url === ours ? undefined : hostOf(url);
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  private async plan(delayMs: number): Promise<void> {
    const { db, jobs } = this.parts;
    await jobs.enqueue(db.manager, "check-webhooks", {}, { delayMs, key: "check-webhooks" });
  }
}
