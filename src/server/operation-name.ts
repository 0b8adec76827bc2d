import { type FastifyReply, type FastifyRequest, type preHandlerHookHandler } from "fastify";
import { errorBody } from "./error-responses";
import { isNameTooLong, LONGEST_OPERATION_NAME } from "./operation-limits";

export const NAME_TOO_LONG = `\`operationName\` has more than ${LONGEST_OPERATION_NAME} characters`;

/** Before anybody reads the operation. */
export const refuseLongName: preHandlerHookHandler = (request, reply, proceed) => {
  if (namesOf(request).some(isNameTooLong)) refuse(request, reply);
  else proceed();
};

function refuse({ id }: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).send(errorBody(NAME_TOO_LONG, "BAD_REQUEST", id));
}

/** A query string may name several. */
function namesOf({ method, query, body }: FastifyRequest): unknown[] {
  const parameters = (method === "GET" ? query : body) as { operationName?: unknown } | null | undefined;
  return [parameters?.operationName].flat();
}
