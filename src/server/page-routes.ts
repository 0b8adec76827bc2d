import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import fastifyStatic from "@fastify/static";
import { type FastifyInstance } from "fastify";

/**
 * monaco needs the inline styles. Nothing external is loaded, requested or shown; 'self' covers the
 * host's own WebSocket.
 */
const CONSOLE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "font-src 'self' data:",
  // Pictures of dishes are fetched with the key, which an <img> cannot send.
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Serves the operators' console under /console: one page for every path below it, which the page
 * itself interprets. /graphiql leads to its developer area.
 *
 * @param consoleDir the output of `npm run build`; while it is missing the route reports that with
 *   503
 */
export async function registerConsole(fastify: FastifyInstance, consoleDir: string): Promise<void> {
  const indexFile = join(consoleDir, "index.html");
  if (!existsSync(indexFile)) {
    for (const path of ["/console", "/console/*", "/graphiql"]) {
      fastify.get(path, (_request, reply) =>
        reply
          .code(503)
          .type("text/plain; charset=utf-8")
          .send("The console is not built. Run: npm run build\n"),
      );
    }
    return;
  }
  const index = readFileSync(indexFile, "utf8");
  await fastify.register(async (scope) => {
    // Applies to the assets as well: a worker is bound by the policy that came with its own script.
    scope.addHook("onRequest", (_request, reply, done) => {
      reply.header("content-security-policy", CONSOLE_POLICY);
      done();
    });
    for (const path of ["/console", "/console/*"]) {
      scope.get(path, (_request, reply) =>
        reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(index),
      );
    }
    for (const path of ["/graphiql", "/graphiql/"]) {
      scope.get(path, (_request, reply) => reply.redirect("/console/api"));
    }
    await scope.register(fastifyStatic, {
      root: join(consoleDir, "assets"),
      prefix: "/console/assets/",
      index: false,
      immutable: true,
      maxAge: "365d",
      preCompressed: true,
    });
  });
}

/** Nothing external is loaded and nothing inline runs; 'self' covers the host's own WebSocket. */
const EXAMPLES_POLICY = [
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
 * Serves the page that tracks an order at /examples/tracking, along with the client that it uses.
 * For developers: a production server has no such route.
 *
 * @param examplesDir the output of `npm run build`; while it is missing there is no route
 */
export async function registerExamples(
  fastify: FastifyInstance,
  examplesDir: string,
): Promise<void> {
  if (!existsSync(join(examplesDir, "client"))) return;
  await fastify.register(async (scope) => {
    scope.addHook("onRequest", (_request, reply, done) => {
      reply.header("content-security-policy", EXAMPLES_POLICY).header("cache-control", "no-store");
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
