import { type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import { type GraphQLFormattedError } from "graphql";

const JSON_TYPE = "application/json";
/** Other types which, if the client lists them, let us choose the status of the answer. */
const MODERN = new Set(["application/graphql-response+json", "application/*", "*/*"]);

const REFUSED_BEFORE_EXECUTION = new Set<unknown>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
]);

/**
 * Fixes three SHOULDs of GraphQL over HTTP that Apollo Server 5 misses (audits 572B, FDE2, 7B9B of
 * graphql-http): a client that accepts only `application/json` cannot distinguish a GraphQL error
 * from a proxy's by status, so it gets 200 for a refused document. An operation over the limits
 * stays 400 for everybody.
 */
export function conformancePlugin<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response }) => {
          const accept = request.http?.headers.get("accept");
          if (
            response.http.status === 400 &&
            response.body.kind === "single" &&
            acceptsOnlyJson(accept)
          ) {
            const { data, errors } = response.body.singleResult;
            if (data === undefined && isRefusedBeforeExecution(errors)) response.http.status = 200;
          }
          return Promise.resolve();
        },
      }),
  };
}

function acceptsOnlyJson(accept: string | undefined): boolean {
  const types = (accept ?? "")
    .split(",")
    .map((type) => type.split(";", 1).join("").trim().toLowerCase());
  return types.includes(JSON_TYPE) && !types.some((type) => MODERN.has(type));
}

function isRefusedBeforeExecution(errors: readonly GraphQLFormattedError[] = []): boolean {
  return (
    errors.length > 0 &&
    errors.every((error) => REFUSED_BEFORE_EXECUTION.has(error.extensions?.["code"]))
  );
}
