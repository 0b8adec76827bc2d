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
 * Lets compiled code answer queries that come often or are large; mutations and whatever fails
 * unexpectedly are Apollo's.
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
          // Apollo asks even when the document has no such operation, whatever its types say.
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

/** No suggestions are in words of ours. */
const MASKED = { hideSuggestions: true };

/**
 * Apollo's own way to errors, on which they are put in the caller's language, does not lead through
 * here.
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
