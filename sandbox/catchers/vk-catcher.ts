import { type FastifyInstance, type FastifyRequest } from "fastify";
import { z } from "zod";

import { type AnswerFault } from "../faults/fault";
import { type Faults } from "../faults/faults";
import { strikeAfterWork, strikeBeforeWork } from "../server/strike";

const KEPT_MESSAGES = 5_000;
/** The limit enforced in practice; the schema of VK's API says 9000. */
const LONGEST_TEXT = 4096;
/** `random_id` is compared with the conversation's messages of the last hour, a hundred at most. */
const COMPARED_MS = 3_600_000;
const COMPARED_MESSAGES = 100;

const INT32 = z.coerce
  .number()
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1);

const messageSchema = z.object({
  peer_id: z.coerce.number().int().positive(),
  random_id: INT32,
  message: z.string(),
  v: z.string().regex(/^5\.\d+$/),
  dont_parse_links: z.string().optional(),
  disable_mentions: z.string().optional(),
});

export interface CaughtVk {
  messageId: number;
  peerId: number;
  randomId: number;
  text: string;
  /** How often it was sent: copies with the same `random_id` are shown once. */
  deliveries: number;
  at: string;
}

/** Texts by VK's error codes; any other scripted code has no text. */
const WORDS: Readonly<Record<number, string>> = {
  5: "User authorization failed: invalid access_token (4).",
  6: "Too many requests per second",
  9: "Flood control",
  100: "One of the parameters specified was missing or invalid",
  914: "Message is too long",
};

/**
 * The part of VK's API that a community needs to send messages. Any token is accepted; messages go
 * nowhere and are shown.
 */
export class VkCatcher {
  private messages: CaughtVk[] = [];
  private lastId = 0;

  constructor(private readonly faults: Faults) {}

  routes(server: FastifyInstance): void {
    server.all("/method/:method", async (request, reply) => {
      const fault = this.faults.strikeAnswer("vk");
      const scripted = fault && refusalBy(fault);
      // VK refuses with HTTP 200; the other faults look the same everywhere.
      if (scripted !== undefined) return reply.code(200).send(refusal(scripted));
      if (fault && (await strikeBeforeWork(fault, request, reply))) return reply;
      const body = this.answer((request.params as { method: string }).method, request);
      if (fault && (await strikeAfterWork(fault, { status: 200, body }, request, reply)))
        return reply;
      return reply.code(200).send(body);
    });
  }

  caught(): readonly CaughtVk[] {
    return this.messages;
  }

  clear(): void {
    this.messages = [];
  }

  private answer(method: string, request: FastifyRequest): object {
    if (method !== "messages.send") return refusal(3);
    const form = fieldsOf(request.body);
    const { authorization = "" } = request.headers;
    if (!/^Bearer ./.test(authorization) && !form["access_token"]) return refusal(5);
    const parsed = messageSchema.safeParse(form);
    if (!parsed.success || parsed.data.message.trim() === "") return refusal(100);
    const { peer_id: peerId, random_id: randomId, message: text } = parsed.data;
    if (text.length > LONGEST_TEXT) return refusal(914);
    return { response: this.keep(peerId, randomId, text) };
  }

  /** @returns the number of the message, or of the one that it duplicates */
  private keep(peerId: number, randomId: number, text: string): number {
    const now = Date.now();
    const known = this.messages
      .filter((message) => message.peerId === peerId)
      .slice(-COMPARED_MESSAGES)
      .find(({ at, ...message }) => {
        const isRecent = now - Date.parse(at) <= COMPARED_MS;
        return isRecent && randomId !== 0 && message.randomId === randomId;
      });
    if (known) {
      known.deliveries += 1;
      return known.messageId;
    }
    this.lastId += 1;
    const at = new Date(now).toISOString();
    this.messages.push({ messageId: this.lastId, peerId, randomId, text, deliveries: 1, at });
    if (this.messages.length > KEPT_MESSAGES) this.messages.shift();
    return this.lastId;
  }
}

/** Returns the error that a fault stands for; undefined if it is not one of VK's own. */
function refusalBy(fault: AnswerFault): number | undefined {
  if (fault.kind === "rate-limit") return 6;
  if (fault.kind === "unauthorized") return 5;
  return fault.kind === "refusal" ? fault.code : undefined;
}

/** VK repeats the parameters of the call, but not the token. */
function refusal(code: number): object {
  const error_msg = WORDS[code] ?? "Scripted fault";
  return { error: { error_code: code, error_msg, request_params: [] } };
}

/** Reads a form only: VK does not accept JSON. */
function fieldsOf(body: unknown): Record<string, string> {
  return typeof body === "string" ? Object.fromEntries(new URLSearchParams(body)) : {};
}
