import { type ApolloServerPlugin, type BaseContext, type GraphQLRequest } from "@apollo/server";
import { type Logger } from "pino";

import { localeOf } from "../errors";
import { maskError, type MaskOptions, onlyTooComplex } from "./mask-error";
import { REQUEST_ID_HEADER } from "./request-id";
import { logUnexpectedError } from "./unexpected-error";

/**
 * Logs the errors that Apollo's `formatError` masked, and links each error of an answer to the log
 * through its `requestId`.
 */
export function errorPlugin<Context extends BaseContext>(
  logger: Logger,
  maskOptions: MaskOptions,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ request, operationName, errors }) => {
          for (const error of errors) {
            const { unexpected } = maskError(error, maskOptions);
            const place = { requestId: requestIdOf(request), operationName, path: error.path };
            if (unexpected !== undefined) logUnexpectedError(logger, unexpected, place);
          }
          return Promise.resolve();
        },
        willSendResponse: ({ request, response, errors }) => {
          if (response.body.kind !== "single" || !response.body.singleResult.errors)
            return Promise.resolve();
          const requestId = requestIdOf(request);
          const locale = localeOf(request.http?.headers.get("accept-language"));
          const masked = errors?.map(
            (error) => maskError(error, { ...maskOptions, locale }).formatted,
          );
          response.body.singleResult.errors = onlyTooComplex(
            masked ?? response.body.singleResult.errors,
          ).map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
          return Promise.resolve();
        },
      }),
    unexpectedErrorProcessingRequest: ({ requestContext, error }) => {
      logUnexpectedError(logger, error, { requestId: requestIdOf(requestContext.request) });
      return Promise.resolve();
    },
  };
}

function requestIdOf(request: GraphQLRequest): string {
  return request.http?.headers.get(REQUEST_ID_HEADER) ?? "";
}
