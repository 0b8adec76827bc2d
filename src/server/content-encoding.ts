import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import { type FastifyInstance } from "fastify";

const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);

/** Shorter answers fit into one packet anyway. */
export const LEAST_BYTES_TO_COMPRESS = 1_024;
/** A good trade-off while the client waits. */
const QUICK_BROTLI = 4;
const BEST_BROTLI = constants.BROTLI_MAX_QUALITY;

export type Encoding = "br" | "gzip";

/** The best of our encodings that the client accepts; undefined means uncompressed. */
export function encodingFor(acceptEncoding: string | undefined): Encoding | undefined {
  const accepted = new Set<string>();
  for (const part of (acceptEncoding ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const refused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    if (!refused) accepted.add(name);
  }
  if (accepted.has("br")) return "br";
  return accepted.has("gzip") ? "gzip" : undefined;
}

/** For compressing while the client waits. */
export function compressQuickly(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === "br" ? brotli(bytes, QUICK_BROTLI) : compressWithGzip(bytes);
}

/** Takes seconds per megabyte, on another thread; meant for bytes that are sent many times. */
export function compressWell(bytes: Buffer): Promise<Buffer> {
  return brotli(bytes, BEST_BROTLI);
}

function brotli(bytes: Buffer, quality: number): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return compressWithBrotli(bytes, { params });
}

/**
 * Compresses the longer answers of this Fastify scope unless they are compressed already.
 *
 * Hand-written because menus are kept compressed in memory by the same rules that apply here;
 * @fastify/compress keeps nothing and starts a stream for each answer.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook("onSend", async (request, reply, payload: unknown) => {
    if (typeof payload !== "string" || payload.length < LEAST_BYTES_TO_COMPRESS) return payload;
    const encoding = encodingFor(request.headers["accept-encoding"]);
    const vary = String(reply.getHeader("vary") ?? "");
    if (!vary.includes("Accept-Encoding"))
      reply.header("vary", vary ? `${vary}, Accept-Encoding` : "Accept-Encoding");
    if (!encoding) return payload;
    reply.header("content-encoding", encoding).removeHeader("content-length");
    return compressQuickly(Buffer.from(payload), encoding);
  });
}
