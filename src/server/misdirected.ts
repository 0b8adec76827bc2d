import { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { getOperationAST, OperationTypeNode, parse } from "graphql";

import { errorBody } from "./error-responses";
import { mediaRanges } from "./event-stream-request";
import { type OperationRequest } from "./live-operation";
import { PARSE_OPTIONS } from "./prepare-operation";
import { type Unreadable } from "./read-operation";

const MODERN_TYPE = "application/graphql-response+json";
/** Media ranges that match one of the types of our plain answers. */
const TAKES_ANSWERS = new Set(["application/json", MODERN_TYPE, "application/*", "*/*"]);

const SUBSCRIPTION =
  "Subscriptions are not answered by a plain request. Open a WebSocket at this address with the subprotocol " +
  "graphql-transport-ws (npm graphql-ws), or ask for an event stream with the header Accept: text/event-stream (npm graphql-sse)";
const BATCH = "Send one operation in each request: lists of operations are not answered";
const NOT_JSON =
  "Send the operation as a JSON object, with the header Content-Type: application/json. Forms, files and bare documents are not taken";
const NO_ANSWER_TYPE = `Answers are ${MODERN_TYPE} or application/json; with the header Accept: text/event-stream they are event streams`;

/** Why a request is not answered, with a message that names the right way to send it. */
interface Misdirection {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * Refuses what clients of other servers send by default, before anything runs: lists of operations,
 * subscriptions without a stream, response types that we do not have.
 *
 * @param operation what was read from the request
 * @returns undefined if there is nothing to refuse
 */
export function refuseMisdirected(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: OperationRequest | Unreadable,
): FastifyReply | undefined {
  const found = misdirection(request, operation);
  if (!found) return undefined;
  const types = mediaRanges(request.headers.accept).map(({ type }) => type);
  // Some clients read errors in no other type.
  if (types.includes(MODERN_TYPE)) reply.type(`${MODERN_TYPE}; charset=utf-8`);
  return reply.code(found.status).send(errorBody(found.message, found.code, request));
}

/**
 * Refuses non-JSON bodies in the same way; the default handler has no suitable message for them.
 */
export function refuseOtherBodies(scope: FastifyInstance): void {
  scope.addContentTypeParser("*", (_request, _payload, done) => {
    done(Object.assign(new Error(NOT_JSON), { statusCode: 415 }));
  });
}

function misdirection(
  request: FastifyRequest,
  operation: OperationRequest | Unreadable,
): Misdirection | undefined {
  if (Array.isArray(request.body)) return { status: 400, code: "BAD_REQUEST", message: BATCH };
  if ("forgeable" in operation)
    return { status: 400, code: "BAD_REQUEST", message: operation.problem };
  if ("query" in operation && isSubscription(operation)) {
    return { status: 400, code: "BAD_REQUEST", message: SUBSCRIPTION };
  }
  const ranges = mediaRanges(request.headers.accept);
  const takesAnswers =
    ranges.length === 0 ||
    ranges.some(({ type, quality }) => quality > 0 && TAKES_ANSWERS.has(type));
  return takesAnswers
    ? undefined
    : { status: 406, code: "NOT_ACCEPTABLE", message: NO_ANSWER_TYPE };
}

/**
 * Parses only documents that may contain a subscription; errors in a document are reported when it
 * is executed.
 */
function isSubscription({ query, operationName }: OperationRequest): boolean {
  if (!query.includes("subscription")) return false;
  try {
    return (
      getOperationAST(parse(query, PARSE_OPTIONS), operationName)?.operation ===
      OperationTypeNode.SUBSCRIPTION
    );
  } catch {
    return false;
  }
}
