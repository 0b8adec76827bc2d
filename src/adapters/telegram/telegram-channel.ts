import axios, { isAxiosError } from "axios";

import { partsOfText } from "../../domain/texts/parts-of-text";
import { CallHeldBack, ChannelFailed, ChannelMoved, ChannelPaused } from "../../errors";
import { BoundedRequests, mayHaveLeft } from "../../ports/bounded-requests";
import { type CallGuard } from "../../ports/call-guard";
import {
  type ChannelPace,
  type FallbackChannel,
  type FallbackMessage,
} from "../../ports/fallback-channel";

/**
 * Telegram eventually refuses "more than one message per second" to a chat
 * (core.telegram.org/bots/faq#broadcasting-to-users).
 */
const ANY_CHAT: ChannelPace = { calls: 1, withinMs: 1_000 };
/**
 * It refuses "more than 20 messages per minute to the same group" (the same page); our clock
 * differs from Telegram's.
 */
const GROUP: ChannelPace = { calls: 20, withinMs: 61_000 };

interface BotRefusal {
  readonly parameters?: { readonly retry_after?: unknown; readonly migrate_to_chat_id?: unknown };
}

/** Sends messages by a Telegram bot, as plain text: nothing a guest writes can become markup. */
export class TelegramChannel implements FallbackChannel {
  /** The Bot API has no idempotency: a second call sends a second message. */
  readonly foldsCopiesForMs = 0;

  constructor(
    private readonly apiUrl: string,
    private readonly botToken: string,
    private readonly requests = new BoundedRequests(),
  ) {}

  /** A group's number is negative, and a channel is identified by its name. */
  paceOf(target: string): readonly ChannelPace[] {
    return /^\d/.test(target) ? [ANY_CHAT] : [ANY_CHAT, GROUP];
  }

  callsFor(message: FallbackMessage): number {
    return telegramParts(message).length;
  }

  async deliver(
    target: string,
    message: FallbackMessage,
    partsTaken = 0,
    guard?: CallGuard,
  ): Promise<void> {
    let taken = partsTaken;
    try {
      for (const part of telegramParts(message).slice(partsTaken)) {
        await this.send(target, part, guard);
        taken += 1;
      }
    } catch (error) {
      const cause = isAxiosError(error) ? error.cause : error;
      // Parts already sent are confirmed: only the rest is held back.
      if (cause instanceof CallHeldBack && taken === partsTaken) throw cause;
      // axios errors carry the address, and the address contains the bot's token: neither the cause
      // nor the text may leave this place.
      const told = `Telegram did not take the message: ${reasonOf(error)}`;
      throw failureOf(error, told, taken, target);
    }
  }

  private async send(
    target: string,
    { text, buttons }: TelegramPart,
    guard?: CallGuard,
  ): Promise<void> {
    const { chatId, topic } = placeOf(target);
    const body = {
      chat_id: chatId,
      ...(topic !== undefined && { message_thread_id: Number(topic) }),
      text,
      // A preview would follow links, both those of guests and our own.
      link_preview_options: { is_disabled: true },
      ...(buttons.length > 0 && {
        reply_markup: { inline_keyboard: buttons.map((button) => [button]) },
      }),
    };
    const url = `${this.apiUrl}/bot${this.botToken}/sendMessage`;
    await axios.post(url, body, this.requests.options(guard));
  }
}

/** Splits a target into the chat and the topic of a group, which follows a slash. */
function placeOf(target: string): { readonly chatId: string; readonly topic: string | undefined } {
  const [chatId = "", topic] = target.split("/");
  return { chatId, topic };
}

function failureOf(
  error: unknown,
  told: string,
  partsTaken: number,
  target: string,
): ChannelFailed {
  const response = isAxiosError<BotRefusal | undefined>(error) ? error.response : undefined;
  const { retry_after: seconds, migrate_to_chat_id: chatId } = response?.data?.parameters ?? {};
  if (response?.status === 429) {
    const retryAfterMs = typeof seconds === "number" && seconds >= 0 ? seconds * 1000 : null;
    return new ChannelPaused(told, { partsTaken, retryAfterMs });
  }
  // A group became a supergroup; the old number is never used again
  // (core.telegram.org/bots/api#responseparameters).
  if (response?.status === 400 && Number.isSafeInteger(chatId)) {
    const { topic } = placeOf(target);
    const movedTo = [String(chatId), ...(topic === undefined ? [] : [topic])].join("/");
    return new ChannelMoved(`${told}, the group has become a supergroup`, { partsTaken, movedTo });
  }
  return new ChannelFailed(told, { partsTaken, mayHaveArrived: mayHaveArrived(error) });
}

function mayHaveArrived(error: unknown): boolean {
  if (!isAxiosError(error)) return true;
  if (error.cause instanceof CallHeldBack) return false;
  return error.response ? error.response.status >= 500 : mayHaveLeft(error.code);
}

function reasonOf(error: unknown): string {
  if (!isAxiosError<{ description?: string }>(error)) return "unexpected failure";
  return error.response ? `HTTP ${error.response.status}` : (error.code ?? "no answer");
}

/** Telegram refuses longer texts (Bot API, sendMessage). Like JavaScript, it counts in UTF-16. */
const MAX_LENGTH = 4096;

interface TelegramPart {
  readonly text: string;
  readonly buttons: readonly { readonly text: string; readonly url: string }[];
}

/**
 * Splits a message the way Telegram accepts it: texts within its limit, cut between lines where
 * possible, and the actions under the last one. Buttons need a public address; otherwise the
 * actions are spelled out.
 */
function telegramParts({ text, actions = [] }: FallbackMessage): TelegramPart[] {
  const asButtons = actions.every(({ url }) => url.startsWith("https://"));
  const written = asButtons ? [] : actions.map(({ label, url }) => `${label}: ${url}`);
  const texts = partsOfText([text, ...written].join("\n\n"), MAX_LENGTH);
  const buttons = asButtons ? actions.map(({ label, url }) => ({ text: label, url })) : [];
  return texts.map((each, index) => ({
    text: each,
    buttons: index === texts.length - 1 ? buttons : [],
  }));
}
