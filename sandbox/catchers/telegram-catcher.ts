import { type FastifyInstance } from "fastify";
import { z } from "zod";

import { type Faults } from "../faults/faults";
import { strikeAfterWork, strikeBeforeWork } from "../server/strike";

const KEPT_MESSAGES = 5_000;
/** The Bot API's limit for a message (core.telegram.org/bots/api#sendmessage). */
const LONGEST_TEXT = 4096;

const messageSchema = z.object({
  chat_id: z.union([z.string(), z.number()]),
  message_thread_id: z.number().int().positive().optional(),
  text: z.string(),
  parse_mode: z.string().optional(),
  reply_markup: z.unknown().optional(),
});

export interface CaughtTelegram {
  messageId: number;
  chatId: string;
  /** The topic within a group; null if there is none. */
  topic: number | null;
  text: string;
  parseMode: string | null;
  replyMarkup: unknown;
  at: string;
}

interface BotAnswer {
  ok: boolean;
  [field: string]: unknown;
}

const BOT = {
  id: 100_000_001,
  is_bot: true,
  first_name: "Sandbox",
  username: "result_rest_sandbox_bot",
};

/**
 * The part of Telegram's Bot API that a sender needs. Any bot token is accepted; messages go
 * nowhere and are shown.
 */
export class TelegramCatcher {
  private messages: CaughtTelegram[] = [];
  private lastId = 0;

  constructor(private readonly faults: Faults) {}

  routes(server: FastifyInstance): void {
    server.all("/bot:token/:method", async (request, reply) => {
      const fault = this.faults.strikeAnswer("telegram");
      // Reported in the Bot API's own format; the other faults look the same everywhere.
      if (fault?.kind === "status" || fault?.kind === "rate-limit") {
        const status = fault.kind === "status" ? fault.status : 429;
        const told = fault.kind === "status" ? fault.body : undefined;
        return reply.code(status).send(told ?? refusal(status, fault.retryAfterSeconds));
      }
      if (fault && (await strikeBeforeWork(fault, request, reply))) return reply;
      const answer = this.answer((request.params as { method: string }).method, request.body);
      const status = answer.ok ? 200 : Number(answer.error_code);
      if (fault && (await strikeAfterWork(fault, { status, body: answer }, request, reply)))
        return reply;
      return reply.code(status).send(answer);
    });
  }

  caught(): readonly CaughtTelegram[] {
    return this.messages;
  }

  clear(): void {
    this.messages = [];
  }

  private answer(method: string, body: unknown): BotAnswer {
    if (method.toLowerCase() === "getme") return { ok: true, result: BOT };
    if (method.toLowerCase() !== "sendmessage") return refusal(404);
    const parsed = messageSchema.safeParse(readBody(body));
    if (!parsed.success) return badRequest("chat not found");
    const {
      chat_id: chatId,
      message_thread_id: topic = null,
      text,
      parse_mode: parseMode,
      reply_markup: replyMarkup,
    } = parsed.data;
    if (text.trim() === "") return badRequest("message text is empty");
    if ([...text].length > LONGEST_TEXT) return badRequest("message is too long");
    this.lastId += 1;
    const message = {
      messageId: this.lastId,
      chatId: String(chatId),
      topic,
      text,
      parseMode: parseMode ?? null,
    };
    this.messages.push({
      ...message,
      replyMarkup: replyMarkup ?? null,
      at: new Date().toISOString(),
    });
    if (this.messages.length > KEPT_MESSAGES) this.messages.shift();
    const chat = { id: Number(chatId) || chatId, type: "group", title: "Sandbox" };
    const date = Math.floor(Date.now() / 1000);
    return { ok: true, result: { message_id: this.lastId, from: BOT, chat, date, text } };
  }
}

/** Reads JSON or a form, because the Bot API accepts both. */
function readBody(body: unknown): unknown {
  if (typeof body !== "string") return {};
  try {
    return JSON.parse(body);
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

function badRequest(reason: string): BotAnswer {
  return { ok: false, error_code: 400, description: `Bad Request: ${reason}` };
}

function refusal(status: number, retryAfterSeconds?: number): BotAnswer {
  const descriptions: Record<number, string> = {
    401: "Unauthorized",
    404: "Not Found",
    429: "Too Many Requests",
  };
  const retry =
    retryAfterSeconds === undefined ? {} : { parameters: { retry_after: retryAfterSeconds } };
  return {
    ok: false,
    error_code: status,
    description: descriptions[status] ?? "Scripted fault",
    ...retry,
  };
}
