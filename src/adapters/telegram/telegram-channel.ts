import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { type LookupFunction } from "node:net";

import axios, { isAxiosError } from "axios";

import { ChannelFailed } from "../../errors";
import { type FallbackChannel, type FallbackMessage } from "../../ports/fallback-channel";

const TIMEOUT_MS = 10_000;
/** Telegram refuses longer texts (Bot API, sendMessage). */
const MAX_LENGTH = 4096;

/** Messages by a Telegram bot. The Bot API knows no idempotency: a repeat after a crash is a second message. */
export class TelegramChannel implements FallbackChannel {
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

  async deliver(target: string, message: FallbackMessage): Promise<void> {
    const bounds = { timeout: TIMEOUT_MS, maxRedirects: 0, maxContentLength: 1_000_000, proxy: false } as const;
    const options = { ...bounds, ...this.agents };
    try {
      for (const text of partsOf(message.text)) {
        await axios.post(`${this.apiUrl}/bot${this.botToken}/sendMessage`, { chat_id: target, text }, options);
      }
    } catch (error) {
      // axios errors carry the address, and the address carries the bot's token: neither cause nor text may leave here.
      throw new ChannelFailed(`Telegram did not take the message: ${reasonOf(error)}`);
    }
  }
}

/** Parts that Telegram takes, cut between lines where there are any: an order without its end is no order. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > MAX_LENGTH) {
    const lineEnd = rest.lastIndexOf("\n", MAX_LENGTH);
    const end = lineEnd > 0 ? lineEnd : MAX_LENGTH;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n+/, "");
  }
  return [...parts, rest];
}

function reasonOf(error: unknown): string {
  if (!isAxiosError<{ description?: string }>(error)) return "unexpected failure";
  return error.response ? `HTTP ${error.response.status}` : (error.code ?? "no answer");
}
