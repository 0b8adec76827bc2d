import { type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import { type GraphQLError } from "graphql";

import { type AnswerSize } from "./answer-size";
import { type AdmissionRules, admitOperation } from "./operation-admission";
import { REQUEST_ID_HEADER } from "./request-id";
import { WorkClock } from "./work-clock";

/** The estimated sizes of the answers, by the contexts of the requests. */
export type AdmittedSizes<Context extends BaseContext> = WeakMap<Context, AnswerSize>;

/**
 * Runs the final check before Apollo executes an operation that came over HTTP, and records in
 * `sizes` what it admits.
 */
export function admissionPlugin<Context extends BaseContext>(
  rules: AdmissionRules<Context>,
  sizes: AdmittedSizes<Context>,
  refusal: (error: unknown, requestId: string) => GraphQLError,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () => {
      let admitted: { readonly values: number; readonly clock: WorkClock } | undefined;
      return Promise.resolve({
        didResolveOperation: async ({ request, document, contextValue }) => {
          const { operationName, variables } = request;
          try {
            const { size } = await admitOperation(
              rules,
              { document, operationName, variables },
              contextValue,
            );
            sizes.set(contextValue, size);
            admitted = { values: size.values, clock: new WorkClock() };
          } catch (error) {
            throw refusal(error, request.http?.headers.get(REQUEST_ID_HEADER) ?? "");
          }
        },
        willSendResponse: ({ contextValue }) => {
          if (admitted) rules.settleWork?.(contextValue, admitted.values, admitted.clock.tookMs());
          return Promise.resolve();
        },
      });
    },
  };
}
