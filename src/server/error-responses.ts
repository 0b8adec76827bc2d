import { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import { type Logger } from "pino";

import { AppError, localeOf } from "../errors";
import { inWordsOf } from "./error-words";
import { INTERNAL_SERVER_ERROR } from "./mask-error";
import { refusalOf } from "./refusal";
import { logUnexpectedError } from "./unexpected-error";

const CODES: Readonly<Record<number, string>> = {
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
};

type ErrorRequest = Pick<FastifyRequest, "id" | "headers">;

/**
 * Errors outside GraphQL have the same shape as GraphQL errors, so that a client has only one kind
 * to read.
 */
export function answerErrors(fastify: FastifyInstance, logger: Logger): void {
  fastify.setNotFoundHandler((request, reply) =>
    reply.code(404).send(errorBody("There is nothing here", "NOT_FOUND", request)),
  );
  fastify.setErrorHandler((error: FastifyError | AppError, request, reply) => {
    if (error instanceof AppError) {
      const { status, headers, formatted } = refusalOf(
        error,
        request.id,
        logger,
        request.headers["accept-language"],
      );
      const extensions = { ...formatted.extensions, requestId: request.id };
      return reply
        .code(status)
        .headers(headers)
        .send({ errors: [{ ...formatted, extensions }] });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      return reply
        .code(status)
        .send(errorBody(error.message, CODES[status] ?? "BAD_REQUEST", request));
    }
    logUnexpectedError(logger, error, { requestId: request.id });
    return reply.code(500).send(errorBody("Internal server error", INTERNAL_SERVER_ERROR, request));
  });
}

/** @param request determines the language of the message */
export function errorBody(
  message: string,
  code: string,
  { id: requestId, headers }: ErrorRequest,
  more = {},
): object {
  const extensions = { code, ...more };
  const told = inWordsOf(localeOf(headers["accept-language"]), message, extensions);
  return { errors: [{ message: told, extensions: { ...extensions, requestId } }] };
}
