import { type FastifyReply, type FastifyRequest, type preHandlerHookHandler } from "fastify";

import { errorBody } from "./error-responses";
import { isNameTooLong, isTooLong, LONGEST_OPERATION_NAME } from "./operation-limits";

export const NAME_TOO_LONG = `\`operationName\` has more than ${LONGEST_OPERATION_NAME} characters`;

/** Runs before anything reads the operation. */
export const refuseLongName: preHandlerHookHandler = (request, reply, proceed) => {
  if (textsOf(request, "operationName").some(isNameTooLong)) refuse(request, reply);
  else proceed();
};

/** The document of a request, if it is too long to be parsed; otherwise undefined. */
export function longDocumentOf(request: FastifyRequest): string | undefined {
  return textsOf(request, "query").find(isTooLong);
}

function refuse(request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).send(errorBody(NAME_TOO_LONG, "BAD_REQUEST", request));
}

/** A query string may contain several of them. */
function textsOf(
  { method, query, body }: FastifyRequest,
  name: "operationName" | "query",
): unknown[] {
  const parameters = (method === "GET" ? query : body) as
    Partial<Record<typeof name, unknown>> | null | undefined;
  return [parameters?.[name]].flat();
}
