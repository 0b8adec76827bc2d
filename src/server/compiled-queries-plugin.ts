import { type ApolloServerPlugin, type BaseContext, HeaderMap } from "@apollo/server";
import { type GraphQLSchema, OperationTypeNode } from "graphql";
import { CompiledQueries, type IsRepeatable } from "./compiled-queries";

/** Lets compiled code answer queries that come often; mutations and whatever fails are Apollo's. */
export function compiledQueriesPlugin<Context extends BaseContext>(
  schema: GraphQLSchema,
  isRepeatable?: IsRepeatable,
): ApolloServerPlugin<Context> {
  const queries = new CompiledQueries(schema, isRepeatable);
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({ document, operation, operationName, queryHash, request, contextValue }) => {
          // Apollo asks even when the document has no such operation, whatever its types say.
          const isQuery = (operation as typeof operation | undefined)?.operation === OperationTypeNode.QUERY;
          if (!isQuery || queryHash === undefined) return null;
          const { variables = {} } = request;
          const query = { document, operationName: operationName ?? undefined, hash: queryHash, variables };
          const result = await queries.answer(query, contextValue);
          if (!result) return null;
          const { data = null } = result;
          return { http: { status: 200, headers: new HeaderMap() }, body: { kind: "single", singleResult: { data } } };
        },
      }),
  };
}
