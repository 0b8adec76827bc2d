import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { type LookupFunction } from "node:net";

import axios, { isAxiosError } from "axios";

import { ChannelFailed } from "../../errors";
import { type FallbackChannel, type FallbackMessage } from "../../ports/fallback-channel";
import { type TelegramPart, telegramParts } from "./telegram-parts";

const TIMEOUT_MS = 10_000;
/** Failures to reach the Bot API at all: nothing has left. */
const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Messages by a Telegram bot, as plain text: nothing a guest writes can become markup. */
export class TelegramChannel implements FallbackChannel {
  /** The Bot API knows no idempotency: a second call is a second message. */
  readonly foldsCopies = false;
  private readonly agents: { readonly httpAgent: HttpAgent; readonly httpsAgent: HttpsAgent };

  /** @param lookup how the Bot API's host is found; the system's way when left out */
  constructor(
    private readonly apiUrl: string,
    private readonly botToken: string,
    lookup?: LookupFunction,
  ) {
    const connections = lookup ? { lookup } : {};
    this.agents = { httpAgent: new HttpAgent(connections), httpsAgent: new HttpsAgent(connections) };
  }

  async deliver(target: string, message: FallbackMessage, partsTaken = 0): Promise<void> {
    let taken = partsTaken;
    try {
      for (const part of telegramParts(message).slice(partsTaken)) {
        await this.send(target, part);
        taken += 1;
      }
    } catch (error) {
      // axios errors carry the address, and the address carries the bot's token: neither cause nor text may leave here.
      const told = `Telegram did not take the message: ${reasonOf(error)}`;
      throw new ChannelFailed(told, { mayHaveArrived: mayHaveArrived(error), partsTaken: taken });
    }
  }

  private async send(chatId: string, { text, buttons }: TelegramPart): Promise<void> {
    const body = {
      chat_id: chatId,
      text,
      // A preview would follow links: those of guests, and our own.
      link_preview_options: { is_disabled: true },
      ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons.map((button) => [button]) } }),
    };
    const bounds = { timeout: TIMEOUT_MS, maxRedirects: 0, maxContentLength: 1_000_000, proxy: false } as const;
    await axios.post(`${this.apiUrl}/bot${this.botToken}/sendMessage`, body, { ...bounds, ...this.agents });
  }
}

function mayHaveArrived(error: unknown): boolean {
  if (!isAxiosError(error)) return true;
  return error.response ? error.response.status >= 500 : !UNSENT.has(error.code ?? "");
}

function reasonOf(error: unknown): string {
  if (!isAxiosError<{ description?: string }>(error)) return "unexpected failure";
  return error.response ? `HTTP ${error.response.status}` : (error.code ?? "no answer");
}
