import { type EntityManager } from "typeorm";

import { newId } from "../../domain/ids";
import { type Locale } from "../../domain/texts/locale";
import { type FallbackKind, type FallbackTarget } from "../../entities/branches/branch-settings";
import { ChannelFailed } from "../../errors";
import { type FallbackChannel } from "../../ports/fallback-channel";

interface SilentBranch {
  readonly branchId: string;
  readonly name: string;
  readonly fallback: readonly FallbackTarget[];
}

/**
 * Claimed before it is sent, so that nobody is notified twice, or never if the process then dies.
 */
const CLAIM = `
  with claimed as (
    update till_watches w set told = true from branches b
    where b.id = w.branch_id and b.till_silent_since is not null and not w.told
    returning w.branch_id
  )
  select branch_id as "branchId", name, fallback from claimed
  join branches on branches.id = claimed.branch_id
  join branch_settings using (branch_id)`;

const TEXTS: Readonly<
  Record<Locale, (branch: string) => readonly [subject: string, text: string]>
> = {
  ru: (branch) => [
    `Касса не отвечает: ${branch}`,
    "Заказы «как можно скорее» приостановлены, гости видят почему. Заказы ко времени принимаются. Проверьте, включена ли касса и есть ли интернет: как только она ответит, пауза снимется сама.",
  ],
  en: (branch) => [
    `The till does not answer: ${branch}`,
    "As-soon-as-possible orders are paused, and guests see why. Orders for a time are taken. Check that the till is on and has internet: once it answers, the pause ends by itself.",
  ],
};

/** Notifies the staff once of each pause caused by a silent till. */
export class TellOfTills {
  constructor(
    private readonly parts: {
      readonly manager: EntityManager;
      readonly channels: Partial<Record<FallbackKind, FallbackChannel>>;
    },
  ) {}

  async execute(): Promise<void> {
    const silent = await this.parts.manager.query<SilentBranch[]>(CLAIM);
    await Promise.all(silent.map((branch) => this.tell(branch)));
  }

  private async tell({ name, fallback }: SilentBranch): Promise<void> {
    const enabled = fallback.filter(({ enabled }) => enabled);
    await Promise.all(enabled.map((target) => this.write(target, name)));
  }

  /**
   * If one channel does not accept the message, that is no reason to send it to the others again.
   */
  private async write({ kind, target, language }: FallbackTarget, branch: string): Promise<void> {
    const [subject, text] = TEXTS[language ?? "ru"](branch);
    const message = { id: newId(), subject, text: [subject, text].join("\n\n") };
    try {
      await this.parts.channels[kind]?.deliver(target, message);
    } catch (error) {
      if (!(error instanceof ChannelFailed)) throw error;
    }
  }
}
