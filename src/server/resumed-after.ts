import {
  type ArgumentNode,
  type ExecutionArgs,
  type FieldNode,
  getOperationAST,
  Kind,
} from "graphql";

/** The argument of resumable subscriptions: the cursor of the event after which to continue. */
const CURSOR = "after";

/**
 * The same subscription, continuing after the last event that its client has seen: a browser's
 * EventSource repeats its first request and sends that event's id along. A subscription without
 * cursors starts again.
 */
export function resumedAfter(args: ExecutionArgs, lastEventId: string): ExecutionArgs {
  const { schema, document, operationName } = args;
  const operation = getOperationAST(document, operationName);
  const [field] = operation?.selectionSet.selections ?? [];
  if (!operation || field?.kind !== Kind.FIELD) return args;
  const known = schema.getSubscriptionType()?.getFields()[field.name.value]?.args ?? [];
  if (!known.some(({ name }) => name === CURSOR)) return args;
  const selectionSet = {
    ...operation.selectionSet,
    selections: [startingAfter(field, lastEventId)],
  };
  const definitions = document.definitions.map((each) =>
    each === operation ? { ...operation, selectionSet } : each,
  );
  return { ...args, document: { ...document, definitions } };
}

function startingAfter(field: FieldNode, lastEventId: string): FieldNode {
  const cursor: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: CURSOR },
    value: { kind: Kind.STRING, value: lastEventId },
  };
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== CURSOR);
  return { ...field, arguments: [...others, cursor] };
}
