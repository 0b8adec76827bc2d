import { type FastifyInstance } from "fastify";
import { compressQuickly, encodingFor, LEAST_BYTES_TO_COMPRESS } from "./content-encoding";

/** Compresses the longer answers of this Fastify scope, as far as nobody has done so before. */
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
