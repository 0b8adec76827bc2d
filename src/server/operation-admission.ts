import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  type SelectionSetNode,
  validate,
} from "graphql";

import { type AskedOperation } from "./asked-operation";
import { type OperationCost, type OperationCosts } from "./operation-cost";
import { tooCostly } from "./operation-limits";

/** Rules that depend on the caller, in addition to the limits that apply to everybody. */
export interface AdmissionRules<Context> {
  readonly schema: GraphQLSchema;
  readonly costs: OperationCosts;
  /** Whether everybody may introspect. */
  readonly introspection: boolean;
  /** Who may introspect if not everybody may. Nobody by default. */
  readonly mayIntrospect?: ((context: Context) => boolean) | undefined;
  /** Called with the document's text; throws to refuse it. */
  readonly admitDocument?: ((context: Context, text: string | undefined) => void) | undefined;
  /**
   * Called with the estimated number of values in the answer, including for each event; throws to
   * refuse the operation.
   */
  readonly admitWork?:
    ((context: Context, values: number, isMutation: boolean) => void) | undefined;
  /** Called with the CPU time in ms that an operation, or one event of a subscription, took. */
  readonly settleWork?: ((context: Context, values: number, tookMs: number) => void) | undefined;
  /** Called with each admitted operation. */
  readonly noteUse?: ((context: Context, document: DocumentNode) => void) | undefined;
  /**
   * Called once per mutation with its root fields, including repeats, before anything runs; throws
   * to refuse it.
   */
  readonly admitMutation?:
    ((context: Context, fields: readonly string[]) => void | Promise<void>) | undefined;
}

/**
 * The last gate for all transports: checks a valid operation against its variables and its caller
 * before anything runs. Returns its cost.
 *
 * @throws {GraphQLError} it costs too much, or asks for the schema without permission
 * @throws {Error} anything that `admitDocument` and `admitMutation` throw
 */
export async function admitOperation<Context>(
  rules: AdmissionRules<Context>,
  operation: AskedOperation,
  context: Context,
): Promise<OperationCost> {
  const { schema, costs, introspection, mayIntrospect, admitDocument, admitMutation, admitWork } =
    rules;
  admitDocument?.(context, operation.document.loc?.source.body);
  if (!introspection && mayIntrospect?.(context) !== true) refuseIntrospection(schema, operation);
  const cost = await costs.costOf(operation);
  if (cost.cost > cost.limit) throw tooCostly(cost);
  const node = getOperationAST(operation.document, operation.operationName);
  const isMutation = node?.operation === OperationTypeNode.MUTATION;
  admitWork?.(context, cost.size.values, isMutation);
  if (isMutation) await admitMutation?.(context, rootFields(node.selectionSet, operation.document));
  rules.noteUse?.(context, operation.document);
  return cost;
}

/** The field in which a subgraph returns its whole schema as one text. */
const SUBGRAPH_SCHEMA = "_service";

function refuseIntrospection(schema: GraphQLSchema, operation: AskedOperation): void {
  const { document, operationName } = operation;
  const [error] = validate(schema, document, [NoSchemaIntrospectionCustomRule], { maxErrors: 1 });
  const node = getOperationAST(document, operationName);
  const asksService = node && rootFields(node.selectionSet, document).includes(SUBGRAPH_SCHEMA);
  const message = error?.message ?? (asksService ? NO_SERVICE : undefined);
  if (message !== undefined)
    throw new GraphQLError(message, { extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
}

const NO_SERVICE = `GraphQL introspection has been disabled, but the requested query contained the field "${SUBGRAPH_SCHEMA}".`;

/** Bounded, because the document limits apply to expanded fragments. */
function rootFields({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return rootFields(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION &&
        definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION
      ? rootFields(fragment.selectionSet, document)
      : [];
  });
}
