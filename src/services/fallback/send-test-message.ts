import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isUuid, newId } from "../../domain/ids";
import { type Text } from "../../domain/texts/locale";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings, type FallbackKind } from "../../entities/branches/branch-settings";
import { ChannelFailed, ChannelMoved, Refused } from "../../errors";
import { type FallbackChannel } from "../../ports/fallback-channel";
import { type Transactions } from "../../postgres/transaction";
import { noSuchBranch } from "../branches/changes/branch-error";
import { type ChannelPaces } from "./channel-paces";

/** One of a branch's recipients. */
export interface TestTarget {
  readonly branchId: string;
  readonly kind: FallbackKind;
  readonly target: string;
}

/**
 * Applies in addition to the channel's own pace: a test must not be a means of messaging somebody
 * again and again.
 */
const PACE = { calls: 1, withinMs: 10_000 };

const SUBJECTS = { ru: "Проба связи", en: "Connection test" };
const TEXTS = {
  ru: "Если касса не примет заказ, он придёт сюда целиком. Сейчас ничего делать не нужно.",
  en: "An order that the till does not take comes here, whole. There is nothing to do now.",
};

/** Sends one message to a recipient of a branch, so that a person can see that it arrives. */
export class SendTestMessage {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly transactions: Transactions;
      readonly channels: Partial<Record<FallbackKind, FallbackChannel>>;
      readonly paces: ChannelPaces;
    },
  ) {}

  /**
   * Not safe to repeat: each call sends a message. Sends only to recipients saved with the branch,
   * so that no key can be used to message strangers.
   *
   * @throws {Refused} NOT_FOUND: the branch, or the recipient in its settings; INVALID: the channel
   *   is not set up on this gateway; CONFLICT: one has just been sent; UPSTREAM_UNAVAILABLE: the
   *   channel did not accept it
   */
  async execute(viewer: Viewer, { branchId, kind, target }: TestTarget): Promise<void> {
    const { db, channels } = this.parts;
    const isAllowed = isUuid(branchId) && operatesBranch(viewer, branchId);
    const branch = isAllowed ? await db.manager.findOneBy(Branch, { id: branchId }) : null;
    if (!branch) throw new Refused<UserError>([noSuchBranch(["branchId"])]);
    const settings = await db.manager.findOneByOrFail(BranchSettings, { branchId });
    const saved = settings.fallback.find((one) => one.kind === kind && one.target === target);
    if (!saved) refuse(UserErrorCode.NOT_FOUND, "target", NOT_SAVED);
    const channel = channels[kind];
    if (!channel) refuse(UserErrorCode.INVALID, "kind", NOT_SET_UP);
    await this.waitsForNobody({ branchId, kind, target }, channel);
    const language = saved.language ?? "ru";
    const subject = `${SUBJECTS[language]}: ${branch.name}`;
    const text = [subject, TEXTS[language]].join("\n\n");
    await channel.deliver(target, { id: newId(), subject, text }).catch(notTaken);
  }

  private async waitsForNobody(to: TestTarget, channel: FallbackChannel): Promise<void> {
    const { transactions, paces } = this.parts;
    const all = [...channel.paceOf(to.target), PACE];
    const waitMs = await transactions.run((tx) => paces.take(tx, to, all));
    if (waitMs <= 0) return;
    const seconds = Math.ceil(waitMs / 1000);
    const ru = `Сюда только что писали: попробуйте через ${seconds} с`;
    refuse(
      UserErrorCode.CONFLICT,
      "target",
      { ru, en: `A message has just gone there: try again in ${seconds} s` },
      true,
    );
  }
}

const NOT_SAVED: Text = {
  ru: "Такого получателя у филиала нет: сначала сохраните его",
  en: "The branch has no such recipient: save it first",
};
const NOT_SET_UP: Text = {
  ru: "Этот канал на шлюзе не настроен",
  en: "This channel is not set up on the gateway",
};

/**
 * What the channel says is meant for the person who set it up: it names neither target nor secrets.
 */
function notTaken(error: unknown): never {
  if (!(error instanceof ChannelFailed)) throw error;
  if (error instanceof ChannelMoved) {
    const en = `The chat has moved: it is ${error.movedTo} now`;
    refuse(UserErrorCode.INVALID, "target", {
      ru: `Чат переехал: теперь это ${error.movedTo}`,
      en,
    });
  }
  const ru = `Сообщение не ушло: ${error.message}`;
  refuse(
    UserErrorCode.UPSTREAM_UNAVAILABLE,
    "target",
    { ru, en: `The message was not sent: ${error.message}` },
    true,
  );
}

function refuse(code: UserErrorCode, field: string, message: Text, retryable?: true): never {
  const userError: UserError = { code, field: [field], message };
  throw new Refused<UserError>([retryable ? Object.assign(userError, { retryable }) : userError]);
}
