import { type ApolloServer, type BaseContext } from "@apollo/server";
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";

import { localeOf } from "../errors";
import { sliceAnswers } from "./answer-slices";
import { apolloHandler } from "./apollo-handler";
import { callerOf } from "./caller-of";
import { compressAnswers } from "./content-encoding";
import { errorBody } from "./error-responses";
import { inWordsOf } from "./error-words";
import { type GraphqlEventStreams, tokenOf } from "./graphql-event-streams";
import { type OperationRequest } from "./live-operation";
import { refuseMisdirected, refuseOtherBodies } from "./misdirected";
import { TOO_COMPLEX, tooLong } from "./operation-limits";
import { longDocumentOf, refuseLongName } from "./operation-texts";
import { readOperation, type Unreadable } from "./read-operation";
import { SharedAnswers } from "./shared-answers";
import { TOKEN_HEADER } from "./single-connections";
import { type GraphqlHttpOptions, refusal } from "./start-apollo";

/**
 * Serves GraphQL over HTTP at /graphql: POST for everything, GET for queries, and, as event
 * streams, subscriptions as well.
 */
export async function registerGraphqlHttp<Context extends BaseContext>(
  fastify: FastifyInstance,
  apollo: ApolloServer<Context>,
  eventStreams: Pick<GraphqlEventStreams<Context>, "answer" | "end" | "reserve" | "takes">,
  options: GraphqlHttpOptions<Context>,
): Promise<void> {
  const answer = throughSharedAnswers(options, apolloHandler(apollo, contextsOf(options)));
  await fastify.register((scope, _options, done) => {
    scope.addHook("onSend", (request, reply, payload, sent) => {
      const isRefusal = reply.statusCode >= 400 && typeof payload === "string";
      sent(null, isRefusal ? completed(payload, request) : payload);
    });
    scope.addHook("onRequest", (_request, reply, proceed) => {
      reply.header("cache-control", "no-store");
      proceed();
    });
    scope.addHook("preHandler", refuseLongName);
    refuseOtherBodies(scope);
    compressAnswers(scope);
    sliceAnswers(scope, options.unread, options.trustProxy);
    scope.route({
      method: ["GET", "POST"],
      url: "/graphql",
      handler: (request, reply) => {
        if (eventStreams.takes(request)) return eventStreams.answer(request, reply);
        const document = longDocumentOf(request);
        if (document !== undefined) return refuseDocument(document, request, reply);
        const operation = readOperation(request, options.persistedOperations);
        return refuseMisdirected(request, reply, operation) ?? answer(request, reply, operation);
      },
    });
    registerOtherMethods(scope, eventStreams);
    done();
  });
}

function contextsOf<Context extends BaseContext>({
  contextFor,
  trustProxy,
  logger,
}: GraphqlHttpOptions<Context>) {
  return async (request: FastifyRequest): Promise<Context> => {
    const caller = callerOf(request, trustProxy);
    try {
      return await contextFor(caller);
    } catch (error) {
      throw refusal(error, caller, logger);
    }
  };
}

/** The methods that graphql-sse uses on a stream of many operations, and those that nobody uses. */
function registerOtherMethods(
  scope: FastifyInstance,
  eventStreams: Pick<GraphqlEventStreams<never>, "end" | "reserve">,
): void {
  scope.put("/graphql", (request, reply) => eventStreams.reserve(request, reply));
  scope.delete("/graphql", (request, reply) => {
    const token = tokenOf(request);
    return token === undefined
      ? refuseMethod(request, reply)
      : eventStreams.end(token, request, reply);
  });
  scope.patch("/graphql", refuseMethod);
}

type Execute = (request: FastifyRequest, reply: FastifyReply) => Promise<string | FastifyReply>;
type Handler = (
  request: FastifyRequest,
  reply: FastifyReply,
  operation: OperationRequest | Unreadable,
) => Promise<string | Buffer | FastifyReply>;

/** Executes only what has not already been answered for another client. */
function throughSharedAnswers<Context extends BaseContext>(
  { schema, sharedAnswers, fieldUsage }: GraphqlHttpOptions<Context>,
  execute: Execute,
): Handler {
  if (!sharedAnswers) return execute;
  const shared = new SharedAnswers(schema, sharedAnswers, fieldUsage);
  return (request, reply, operation) => {
    if ("problem" in operation) return execute(request, reply);
    return shared.answer(request, reply, operation, () => execute(request, reply));
  };
}

function refuseDocument(
  document: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { message, extensions } = tooLong(document);
  return reply.code(400).send(errorBody(message, TOO_COMPLEX, request, extensions));
}

function refuseMethod(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const words = `Use POST, or GET for queries; DELETE ends an operation of the event stream that ${TOKEN_HEADER} names`;
  const body = errorBody(words, "METHOD_NOT_ALLOWED", request);
  return reply.code(405).header("allow", "GET, POST").send(body);
}

/**
 * Apollo answers malformed requests before any plugin sees them, so the id and the language are
 * written into the finished body.
 */
function completed(payload: string, { id: requestId, headers }: FastifyRequest): string {
  const locale = localeOf(headers["accept-language"]);
  const body = JSON.parse(payload) as {
    errors?: { message: string; extensions?: Record<string, unknown> }[];
  };
  const errors = body.errors?.map((error) => {
    const message = inWordsOf(locale, error.message, error.extensions);
    return { ...error, message, extensions: { ...error.extensions, requestId } };
  });
  return JSON.stringify({ ...body, ...(errors && { errors }) });
}
