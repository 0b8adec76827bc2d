import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import fastifyStatic from "@fastify/static";
import { type FastifyInstance } from "fastify";

/**
 * Inline styles are monaco's. Nothing outside is loaded, asked or shown; 'self' covers the host's
 * own WebSocket.
 */
const CONSOLE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "font-src 'self' data:",
  // Pictures of dishes: they are fetched with the key, which an <img> cannot send.
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Serves the operators' console under /console: one page for each address below it, which the page
 * itself reads. /graphiql leads to its room for developers.
 *
 * @param consoleDir where `npm run build` put it; while it is missing the route says so with 503
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
    // On the assets too: a worker is bound by the policy that came with its own script.
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

/** Nothing outside is loaded and nothing inline runs; 'self' covers the host's own WebSocket. */
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
