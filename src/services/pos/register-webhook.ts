import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isUuid } from "../../domain/ids";
import { Branch } from "../../entities/branches/branch";
import { Refused } from "../../errors";
import { type Secrets } from "../../ports/secrets";
import { noSuchBranch } from "../branches/changes/branch-error";
import { recordChanges } from "../branches/changes/record-changes";
import { type PosConnections } from "./pos-connections";
import { refusedByPos } from "./pos-user-error";
import { hostOf, webhooksOf } from "./webhook-address";
import { WebhookTokens } from "./webhook-tokens";

/** Asks the POS to push order changes to this gateway. Safe to repeat. */
export class RegisterWebhook {
  private readonly tokens: WebhookTokens;

  /**
   * @param publicUrl where the POS reaches the gateway
   */
  constructor(
    private readonly db: DataSource,
    private readonly connections: PosConnections,
    secrets: Secrets,
    private readonly publicUrl: string,
  ) {
    this.tokens = new WebhookTokens(db, secrets);
  }

  /**
   * @param force replaces an address registered by somebody else, and sends the POS our own token
   *   again
   * @throws {Refused} NOT_FOUND, CONFLICT (somebody else's address), or what the POS says
   */
  async execute(viewer: Viewer, branchId: string, force: boolean): Promise<Branch> {
    const branch =
      isUuid(branchId) && operatesBranch(viewer, branchId)
        ? await this.db.manager.findOneBy(Branch, { id: branchId })
        : null;
    if (!branch) throw new Refused<UserError>([noSuchBranch(["branchId"])]);
    const replaced = await refusedByPos(() => this.register(branchId, force));
    // The POS cannot take part in a transaction. A crash here leaves no history entry, and the
    // doctor shows what is registered.
    if (replaced) {
      const shown = {
        before: replaced.before && hostOf(replaced.before),
        after: hostOf(replaced.after),
      };
      await recordChanges(this.db.manager, viewer, [{ branchId, field: "webhook", ...shown }]);
    }
    return branch;
  }

  /** Returns the addresses before and after, or null when the address stayed as it was. */
  private async register(
    branchId: string,
    force: boolean,
  ): Promise<{ readonly before: string | null; readonly after: string } | null> {
    const connection = await this.connections.of(branchId);
    const { credential, organizationId } = connection.branch;
    const { pos, url } = webhooksOf(connection, this.publicUrl);
    // Reads before it writes: the POS limits how often a registration may be written.
    const registered = (await pos.webhookRegistration(credential, organizationId)).url;
    if (registered === url && !force) return null;
    if (registered && registered !== url && !force)
      throw new Refused<UserError>([takenBy(registered)]);
    await pos.registerWebhook(
      credential,
      organizationId,
      url,
      await this.tokens.of(organizationId),
    );
    await this.tokens.posWasTold(organizationId);
    return registered === url ? null : { before: registered, after: url };
  }
}

function takenBy(registered: string): UserError {
  const host = hostOf(registered);
  return {
    code: UserErrorCode.CONFLICT,
    field: ["force"],
    message: {
      ru: `У организации уже есть веб-хук другой системы (${host}), а касса хранит только один. Заменить — force: true`,
      en: `Another system's web hook (${host}) is registered, and the POS keeps only one. force: true replaces it`,
    },
  };
}
