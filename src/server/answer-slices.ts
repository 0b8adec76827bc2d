import { Readable } from "node:stream";

import { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";

import { clientAddress } from "../limits/client-address";
import { type UnreadBytes } from "./unread-bytes";
import { whenOver } from "./when-over";

/**
 * Smaller answers are sent unsliced: the number of connections per address bounds how much of them
 * can be waiting.
 */
const SLICE_BYTES = 64 * 1024;

/**
 * Current number of readers of each answer's bytes: bytes that all of them share are held only
 * once.
 */
const readersOf = new WeakMap<Buffer, number>();

/** A finished answer, sent piece by piece as its client reads it. */
class AnswerSlices extends Readable {
  private at = 0;
  private isRead = true;

  constructor(private readonly bytes: Buffer) {
    super({ highWaterMark: SLICE_BYTES });
    readersOf.set(bytes, (readersOf.get(bytes) ?? 0) + 1);
  }

  /** This reader's share of the bytes waiting in memory. */
  get pending(): number {
    return Math.ceil(
      (this.bytes.length - this.at + this.readableLength) / (readersOf.get(this.bytes) ?? 1),
    );
  }

  get taken(): number {
    return this.at - this.readableLength;
  }

  override _read(): void {
    const slice = this.bytes.subarray(this.at, this.at + SLICE_BYTES);
    this.at += slice.length;
    this.push(slice.length > 0 ? slice : null);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.letGo();
    done(error);
  }

  /** Called when the reader stops reading. Safe to repeat. */
  letGo(): void {
    if (this.isRead) readersOf.set(this.bytes, (readersOf.get(this.bytes) ?? 1) - 1);
    this.isRead = false;
  }
}

/**
 * Sends the long answers of this Fastify scope in slices, so that we know how much each client
 * reads and can cut off those that read nothing. Register it after everything else that changes
 * answers.
 */
export function sliceAnswers(
  fastify: FastifyInstance,
  unread: UnreadBytes,
  trustProxy: boolean,
): void {
  fastify.addHook("onSend", (request, reply, payload, sent) => {
    const isLong =
      (typeof payload === "string" || Buffer.isBuffer(payload)) && payload.length >= SLICE_BYTES;
    if (!isLong || request.method === "HEAD") return sent(null, payload);
    const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(payload);
    sent(null, sliced(request, reply, bytes, unread, trustProxy));
  });
}

function sliced(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  bytes: Buffer,
  unread: UnreadBytes,
  trustProxy: boolean,
): AnswerSlices {
  const slices = new AnswerSlices(bytes);
  reply.header("content-length", bytes.length);
  const stop = unread.watch({
    address: clientAddress(raw, trustProxy),
    pending: () => slices.pending,
    taken: () => slices.taken,
    cutOff: () => raw.socket.destroy(),
  });
  whenOver(raw, reply.raw, () => {
    stop();
    slices.letGo();
  });
  return slices;
}
