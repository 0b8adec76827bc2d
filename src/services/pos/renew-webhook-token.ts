import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isUuid } from "../../domain/ids";
import { Branch } from "../../entities/branches/branch";
import { Refused } from "../../errors";
import { noSuchBranch } from "../branches/changes/branch-error";
import { recordChanges } from "../branches/changes/record-changes";
import { type PosConnections } from "./pos-connections";
import { refusedByPos } from "./pos-user-error";
import { webhooksOf } from "./webhook-address";
import { type WebhookTokens } from "./webhook-tokens";

/**
 * Gives the POS a new token for the web hooks of one organization, for example when somebody has
 * seen the old one.
 */
export class RenewWebhookToken {
  /** @param publicUrl where the POS reaches the gateway */
  constructor(
    private readonly db: DataSource,
    private readonly connections: PosConnections,
    private readonly tokens: WebhookTokens,
    private readonly publicUrl: string,
  ) {}

  /**
   * The old token expires some minutes after the POS has the new one, and not before. Safe to
   * repeat when the POS did not respond.
   *
   * @throws {Refused} NOT_FOUND, CONFLICT (the web hook is not registered here), or what the POS
   *   says
   */
  async execute(viewer: Viewer, branchId: string): Promise<Branch> {
    const mayAct = isUuid(branchId) && operatesBranch(viewer, branchId);
    const branch = mayAct ? await this.db.manager.findOneBy(Branch, { id: branchId }) : null;
    if (!branch) throw new Refused<UserError>([noSuchBranch(["branchId"])]);
    await refusedByPos(() => this.renew(branchId));
    await recordChanges(this.db.manager, viewer, [
      { branchId, field: "webhookToken", before: null, after: "renewed" },
    ]);
    return branch;
  }

  private async renew(branchId: string): Promise<void> {
    const connection = await this.connections.of(branchId);
    const { credential, organizationId } = connection.branch;
    const { pos, url } = webhooksOf(connection, this.publicUrl);
    const registered = await pos.webhookRegistration(credential, organizationId);
    if (registered.url !== url) throw new Refused<UserError>([notRegistered()]);
    await pos.registerWebhook(
      credential,
      organizationId,
      url,
      await this.tokens.renew(organizationId),
    );
    await this.tokens.posWasTold(organizationId);
  }
}

function notRegistered(): UserError {
  return {
    code: UserErrorCode.CONFLICT,
    field: ["branchId"],
    message: {
      ru: "Веб-хук организации ведёт не сюда. Сначала registerWebhook",
      en: "The organization's web hook does not lead here. First registerWebhook",
    },
  };
}
