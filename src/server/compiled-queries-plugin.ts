import {
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import { type ExecutionResult, type GraphQLSchema, OperationTypeNode } from "graphql";

import { localeOf } from "../errors";
import { type AdmittedSizes } from "./admission-plugin";
import { CompiledQueries, type IsRepeatable } from "./compiled-queries";
import { isOnPurpose, maskError } from "./mask-error";

interface CompiledQueriesPluginOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly isRepeatable?: IsRepeatable | undefined;
  readonly admitted: AdmittedSizes<Context>;
}

/**
 * Answers frequent or large queries with compiled code; mutations, and queries that fail
 * unexpectedly, are left to Apollo.
 */
export function compiledQueriesPlugin<Context extends BaseContext>({
  schema,
  isRepeatable,
  admitted,
}: CompiledQueriesPluginOptions<Context>): ApolloServerPlugin<Context> {
  const queries = new CompiledQueries(schema, isRepeatable, isOnPurpose);
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({
          document,
          operation,
          operationName,
          queryHash,
          request,
          contextValue,
        }) => {
          // Contrary to its types, Apollo asks even when the document has no such operation.
          const isQuery =
            (operation as typeof operation | undefined)?.operation === OperationTypeNode.QUERY;
          if (!isQuery || queryHash === undefined) return null;
          const { variables = {} } = request;
          const { values = 0 } = admitted.get(contextValue) ?? {};
          const query = {
            document,
            operationName: operationName ?? undefined,
            hash: queryHash,
            variables,
            values,
          };
          const result = await queries.answer(query, contextValue);
          return result ? toResponse(result, request.http?.headers.get("accept-language")) : null;
        },
      }),
  };
}

/** None of our own messages contain suggestions. */
const MASKED = { hideSuggestions: true };

/**
 * Answers made here bypass Apollo's error handling, which translates errors into the caller's
 * language.
 */
function toResponse(
  { data = null, errors }: ExecutionResult,
  acceptLanguage: string | undefined,
): GraphQLResponse {
  const options = { ...MASKED, locale: localeOf(acceptLanguage) };
  const masked = errors?.map((error) => maskError(error, options).formatted);
  return {
    http: { status: 200, headers: new HeaderMap() },
    body: { kind: "single", singleResult: { ...(masked && { errors: masked }), data } },
  };
}
