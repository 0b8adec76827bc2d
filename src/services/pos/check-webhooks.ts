import { type DataSource, IsNull, Not } from "typeorm";

import { BranchSettings } from "../../entities/branches/branch-settings";
import { AppError } from "../../errors";
import { type PosConnections } from "./pos-connections";
import { hostOf, webhooksOf } from "./webhook-address";

export interface LostWebhook {
  readonly branchId: string;
  /** The host registered instead of ours: only the host, because its path may contain a secret. */
  readonly host: string;
}

/**
 * Checks daily whether another system has replaced a branch's web hook (the job `check-webhooks`).
 * Only reads.
 */
export class CheckWebhooks {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly publicUrl: string;
      /** Called for each finding. */
      readonly report: (lost: LostWebhook) => void;
    },
  ) {}

  /** Checks every connected branch. A POS that does not respond is asked again the next day. */
  async execute(): Promise<void> {
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
      const connection = await this.parts.connections.of(branchId);
      const { credential, organizationId } = connection.branch;
      const { pos, url: ours } = webhooksOf(connection, this.parts.publicUrl);
      const { url } = await pos.webhookRegistration(credential, organizationId);
      return url === null || url === "" || url === ours ? undefined : hostOf(url);
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }
}
