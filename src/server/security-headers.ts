import helmet from "@fastify/helmet";
import { type FastifyInstance } from "fastify";

/** Answers of the API are data: a browser that renders one as a page may load and frame nothing. */
const DATA_ONLY = {
  "default-src": ["'none'"],
  "frame-ancestors": ["'none'"],
  "base-uri": ["'none'"],
};

/** @param overTls in production a proxy speaks TLS for us, and browsers are told to stay with it */
export async function sendSecurityHeaders(
  fastify: FastifyInstance,
  overTls: boolean,
): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DATA_ONLY },
    strictTransportSecurity: overTls,
  });
}
