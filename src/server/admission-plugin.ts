import { type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import { type GraphQLError } from "graphql";
import { admitOperation, type AdmissionRules } from "./operation-admission";
import { REQUEST_ID_HEADER } from "./request-id";

/** Runs the last gate before Apollo executes an operation that came over HTTP. */
export function admissionPlugin<Context extends BaseContext>(
  rules: AdmissionRules<Context>,
  refusal: (error: unknown, requestId: string) => GraphQLError,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ request, document, contextValue }) => {
          const { operationName, variables } = request;
          try {
            await admitOperation(rules, { document, operationName, variables }, contextValue);
          } catch (error) {
            throw refusal(error, request.http?.headers.get(REQUEST_ID_HEADER) ?? "");
          }
        },
      }),
  };
}
