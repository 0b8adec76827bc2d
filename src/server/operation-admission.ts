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

/** What depends on who asks, beside the limits that hold for everybody. */
export interface AdmissionRules<Context> {
  readonly schema: GraphQLSchema;
  readonly costs: OperationCosts;
  /** May everybody introspect? */
  readonly introspection: boolean;
  /** Who may when not everybody may. Nobody by default. */
  readonly mayIntrospect?: ((context: Context) => boolean) | undefined;
  /** Called with the text of the document; throws to refuse it. */
  readonly admitDocument?: ((context: Context, text: string | undefined) => void) | undefined;
  /**
   * Called with the values that the answer is estimated to have, for each event too; throws to
   * refuse the operation.
   */
  readonly admitWork?:
    ((context: Context, values: number, isMutation: boolean) => void) | undefined;
  /**
   * Called with what an operation, or one event of a subscription, took of the processor, in ms.
   */
  readonly settleWork?: ((context: Context, values: number, tookMs: number) => void) | undefined;
  /** Called with each operation that is admitted. */
  readonly noteUse?: ((context: Context, document: DocumentNode) => void) | undefined;
  /**
   * Called once per mutation with its root fields, repeats included, before anything runs; throws
   * to refuse it.
   */
  readonly admitMutation?:
    ((context: Context, fields: readonly string[]) => void | Promise<void>) | undefined;
}

/**
 * The last gate of all transports: judges a valid operation by its variables and its caller.
 * Nothing ran yet. Gives what it costs.
 *
 * @throws {GraphQLError} it costs too much, or asks for the schema without the right to
 * @throws {Error} whatever `admitDocument` and `admitMutation` throw
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

/** A subgraph's way to tell its whole schema, in one text. */
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

/** Bounded: the limits of a document hold for its expanded fragments. */
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
