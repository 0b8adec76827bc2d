import { type FastifyReply, type FastifyRequest, type preHandlerHookHandler } from "fastify";
import { errorBody } from "./error-responses";
import { isNameTooLong, isTooLong, LONGEST_OPERATION_NAME } from "./operation-limits";

export const NAME_TOO_LONG = `\`operationName\` has more than ${LONGEST_OPERATION_NAME} characters`;

/** Before anybody reads the operation. */
export const refuseLongName: preHandlerHookHandler = (request, reply, proceed) => {
  if (textsOf(request, "operationName").some(isNameTooLong)) refuse(request, reply);
  else proceed();
};

/** Does a request bring a document that is too long to be parsed? */
export function hasLongDocument(request: FastifyRequest): boolean {
  return textsOf(request, "query").some(isTooLong);
}

function refuse({ id }: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).send(errorBody(NAME_TOO_LONG, "BAD_REQUEST", id));
}

/** A query string may name several. */
function textsOf({ method, query, body }: FastifyRequest, name: "operationName" | "query"): unknown[] {
  const parameters = (method === "GET" ? query : body) as Partial<Record<typeof name, unknown>> | null | undefined;
  return [parameters?.[name]].flat();
}
