import { type FastifyInstance } from "fastify";

import { type CacheKey, cacheKey } from "./cache-key";
import { callerOf } from "./caller-of";
import { type ContextFor } from "./context-for";
import { LeastRecentlyUsed } from "./least-recently-used";

export interface ShownPicture {
  readonly type: string;
  readonly bytes: Buffer;
}

interface Kept {
  /** null: no picture could be obtained. */
  readonly picture: ShownPicture | null;
  readonly readAt: number;
}

const MAX_BYTES = 32 * 1024 * 1024;
const FRESH_MS = 60 * 60_000;
/** A host that does not answer is not asked again for every row of a list. */
const FAILED_MS = 60_000;
/** Simultaneous reads across all hosts; the others wait for their turn. */
const MOST_READ = 8;
/** As many pictures as four pages of a list contain. */
const MOST_WAITING = 200;

/** Recently read pictures, so that reopening a list requires no requests. */
export class KeptPictures {
  private readonly kept = new LeastRecentlyUsed<Kept>(
    MAX_BYTES,
    ({ picture }) => picture?.bytes.length ?? 0,
  );
  private readonly underWay = new Map<CacheKey, Promise<ShownPicture | null>>();
  private readonly waiting: (() => void)[] = [];
  private reading = 0;

  /** @param read never throws; returns null if there is no picture */
  constructor(
    private readonly read: (url: string) => Promise<ShownPicture | null>,
    private readonly now: () => number,
  ) {}

  /** null: there is no picture, or too many requests are waiting. */
  async get(url: string): Promise<ShownPicture | null> {
    const key = cacheKey(url);
    const kept = this.kept.get(key);
    const freshMs = kept?.picture ? FRESH_MS : FAILED_MS;
    if (kept && this.now() - kept.readAt < freshMs) return kept.picture;
    if (!this.underWay.has(key) && this.waiting.length >= MOST_WAITING) return null;
    const read = this.underWay.get(key) ?? this.readInTurn(key, url);
    this.underWay.set(key, read);
    return read;
  }

  private async readInTurn(key: CacheKey, url: string): Promise<ShownPicture | null> {
    if (this.reading >= MOST_READ) await new Promise<void>((go) => this.waiting.push(go));
    this.reading++;
    try {
      const picture = await this.read(url);
      this.kept.set(key, { picture, readAt: this.now() });
      return picture;
    } finally {
      this.reading--;
      this.underWay.delete(key);
      this.waiting.shift()?.();
    }
  }
}

export interface PictureRouteOptions<Context> {
  readonly contextFor: ContextFor<Context>;
  readonly trustProxy: boolean;
  /** URL of the picture for these ids; null if there is none, or none for this caller. */
  readonly urlOf: (context: Context, place: PicturePlace) => Promise<string | null>;
  /** Never throws; returns null if there is no picture. */
  readonly read: (url: string) => Promise<ShownPicture | null>;
  readonly now: () => number;
}

interface PicturePlace {
  readonly branchId: string;
  readonly article: string;
  readonly first: "pos" | "catalogue";
}

const SHOWN_SECONDS = 3_600;
const MISSING_SECONDS = 60;

/**
 * GET /console/pictures/:first/:branchId/:article serves pictures of dishes to the console, which
 * makes requests only to the gateway. Callers name a dish, never a URL. Answers with 204 where
 * there is no picture, or none for this caller.
 */
export function registerPictures<Context>(
  fastify: FastifyInstance,
  { contextFor, trustProxy, urlOf, read, now }: PictureRouteOptions<Context>,
): void {
  const pictures = new KeptPictures(read, now);
  fastify.get<{ Params: PicturePlace }>(
    "/console/pictures/:first(^pos|catalogue$)/:branchId/:article",
    async (request, reply) => {
      const context = await contextFor(callerOf(request, trustProxy));
      const url = await urlOf(context, request.params);
      const picture = url === null ? null : await pictures.get(url);
      const seconds = picture ? SHOWN_SECONDS : MISSING_SECONDS;
      reply.header("cache-control", `private, max-age=${seconds}`).header("vary", "authorization");
      return picture ? reply.type(picture.type).send(picture.bytes) : reply.code(204).send();
    },
  );
}
