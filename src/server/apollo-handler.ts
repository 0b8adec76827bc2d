import { Readable } from "node:stream";

import { type ApolloServer, type BaseContext, HeaderMap } from "@apollo/server";
import { type FastifyReply, type FastifyRequest } from "fastify";

/**
 * Passes a Fastify request to Apollo Server. Hand-written because @as-integrations/fastify 3.1
 * parses the Host header as a URL on every request and answers with 500 if it is not a valid one.
 */
export function apolloHandler<Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): (request: FastifyRequest, reply: FastifyReply) => Promise<string | FastifyReply> {
  return async (request, reply) => {
    const question = request.url.indexOf("?");
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: toHeaderMap(request),
        search: question < 0 ? "" : request.url.slice(question),
        body: request.body,
      },
      context: () => contextFor(request),
    });
    for (const [name, value] of answer.headers) reply.header(name, value);
    reply.code(answer.status ?? 200);
    return answer.body.kind === "complete"
      ? answer.body.string
      : reply.send(Readable.from(answer.body.asyncIterator));
  };
}

function toHeaderMap({ method, headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // The header means nothing without a body, and Apollo would refuse all values but one.
  if (method === "GET") map.delete("content-type");
  return map;
}
