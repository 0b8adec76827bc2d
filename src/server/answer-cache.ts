import { createHash } from "node:crypto";

import { type CacheKey } from "./cache-key";
import {
  compressQuickly,
  compressWell,
  type Encoding,
  LEAST_BYTES_TO_COMPRESS,
} from "./content-encoding";
import { LeastRecentlyUsed } from "./least-recently-used";

/**
 * Good compression costs seconds of processor time, so it is only for what is requested repeatedly.
 */
const SERVED_BEFORE_COMPRESSED_WELL = 3;

/** The bytes of one answer, and their compressed forms for clients that accept them. */
export interface KeptAnswer {
  readonly contentType: string;
  readonly body: Buffer;
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>;
}

const etags = new WeakMap<Buffer, string>();

/** Weak: the same for every encoding. Clients that post a query have no use for it. */
export function etagOf({ body }: KeptAnswer): string {
  const etag = etags.get(body) ?? `W/"${createHash("sha256").update(body).digest("base64url")}"`;
  etags.set(body, etag);
  return etag;
}

/**
 * Finished answers, with a limit on their bytes and those of their keys; compressed once, and
 * better in the background.
 */
export class AnswerCache {
  private readonly kept: LeastRecentlyUsed<KeptAnswer>;
  private readonly served = new WeakMap<Buffer, number>();
  /** One at a time, so that libuv's threads stay free for others. */
  private compressing: Promise<void> = Promise.resolve();

  constructor(maxBytes: number) {
    this.kept = new LeastRecentlyUsed(maxBytes, ({ contentType, body, encoded }) => {
      return (
        2 * contentType.length +
        body.length +
        (encoded.br?.length ?? 0) +
        (encoded.gzip?.length ?? 0)
      );
    });
  }

  get(key: CacheKey): KeptAnswer | undefined {
    return this.kept.get(key);
  }

  keep(key: CacheKey, contentType: string, text: string): KeptAnswer {
    const body = Buffer.from(text);
    const answer = { contentType, body, encoded: {} };
    this.kept.set(key, answer);
    return answer;
  }

  /**
   * The bytes to send. An undefined `encoding` in the result means that they are sent uncompressed.
   */
  async bytes(
    key: CacheKey,
    answer: KeptAnswer,
    encoding: Encoding | undefined,
  ): Promise<{ readonly bytes: Buffer; readonly encoding: Encoding | undefined }> {
    const { body } = answer;
    if (encoding === undefined || body.length < LEAST_BYTES_TO_COMPRESS)
      return { bytes: body, encoding: undefined };
    if (encoding === "br") this.countServed(key, answer);
    const ready = answer.encoded[encoding];
    if (ready) return { bytes: ready, encoding };
    const bytes = await compressQuickly(body, encoding);
    this.add(key, answer, encoding, bytes);
    return { bytes, encoding };
  }

  private countServed(key: CacheKey, answer: KeptAnswer): void {
    const times = (this.served.get(answer.body) ?? 0) + 1;
    this.served.set(answer.body, times);
    if (times !== SERVED_BEFORE_COMPRESSED_WELL) return;
    this.compressing = this.compressing.then(async () => {
      // Another revision may have replaced it in the meantime.
      if (this.kept.get(key)?.body === answer.body)
        this.add(key, answer, "br", await compressWell(answer.body));
    });
  }

  private add(key: CacheKey, { body }: KeptAnswer, encoding: Encoding, bytes: Buffer): void {
    const current = this.kept.get(key);
    // A quickly compressed body must not replace a well compressed one.
    const isBetter = bytes.length < (current?.encoded[encoding]?.length ?? Infinity);
    if (current?.body === body && isBetter) {
      this.kept.set(key, { ...current, encoded: { ...current.encoded, [encoding]: bytes } });
    }
  }
}
