import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { type FastifyInstance } from "fastify";

/** Nothing outside is loaded and nothing inline runs; 'self' covers the host's own WebSocket. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Serves the page that follows an order at /examples/tracking, with the client it uses. For
 * developers: a production server has no such route.
 *
 * @param examplesDir where `npm run build` put them; while it is missing there is no route
 */
export async function registerExamples(
  fastify: FastifyInstance,
  examplesDir: string,
): Promise<void> {
  if (!existsSync(join(examplesDir, "client"))) return;
  await fastify.register(async (scope) => {
    scope.addHook("onRequest", (_request, reply, done) => {
      reply
        .header("content-security-policy", CONTENT_SECURITY_POLICY)
        .header("cache-control", "no-store");
      done();
    });
    await scope.register(fastifyStatic, {
      root: examplesDir,
      prefix: "/examples/",
      extensions: ["html"],
      index: false,
      cacheControl: false,
    });
  });
}
