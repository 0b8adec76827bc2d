import axios, { isAxiosError } from "axios";

import { ChannelFailed } from "../../errors";
import { type FallbackChannel, type FallbackMessage } from "../../ports/fallback-channel";

const TIMEOUT_MS = 10_000;
/** Telegram refuses longer texts (Bot API, sendMessage). */
const MAX_LENGTH = 4096;

/** Messages by a Telegram bot. The Bot API knows no idempotency: a repeat after a crash is a second message. */
export class TelegramChannel implements FallbackChannel {
  constructor(
    private readonly apiUrl: string,
    private readonly botToken: string,
  ) {}

  async deliver(target: string, message: FallbackMessage): Promise<void> {
    const text = message.text.length > MAX_LENGTH ? `${message.text.slice(0, MAX_LENGTH - 1)}…` : message.text;
    const options = { timeout: TIMEOUT_MS, maxRedirects: 0, maxContentLength: 1_000_000, proxy: false } as const;
    try {
      await axios.post(`${this.apiUrl}/bot${this.botToken}/sendMessage`, { chat_id: target, text }, options);
    } catch (error) {
      // axios errors carry the address, and the address carries the bot's token: neither cause nor text may leave here.
      throw new ChannelFailed(`Telegram did not take the message: ${reasonOf(error)}`);
    }
  }
}

function reasonOf(error: unknown): string {
  if (!isAxiosError<{ description?: string }>(error)) return "unexpected failure";
  return error.response ? `HTTP ${error.response.status}` : (error.code ?? "no answer");
}
