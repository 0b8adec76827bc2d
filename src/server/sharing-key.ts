import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";

import { type CacheKey, cacheKey } from "./cache-key";

/**
 * Equal for subscriptions whose events have the same answers: made of document, operation,
 * variables and everything about the callers on which the answers depend. Where each subscription
 * starts does not affect what an event looks like.
 *
 * @param audience the caller's rights and language
 */
export function sharingKey(
  { document, operationName, variableValues }: ExecutionArgs,
  audience: string,
): CacheKey {
  const operation = getOperationAST(document, operationName);
  const cursors = operation ? cursorsOf(document, operation) : new Set();
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => !cursors.has(name));
  return cacheKey(
    audience,
    JSON.stringify(variables.sort(byName)),
    document.loc?.source.body,
    operationName,
  );
}

const CURSOR = "after";

/** The variables that only say where to start. */
function cursorsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const cursors = new Map<string, number>();
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) continue;
    for (const { name, value } of selection.arguments ?? []) {
      if (name.value === CURSOR && value.kind === Kind.VARIABLE) count(cursors, value.name.value);
    }
  }
  if (cursors.size === 0) return new Set();
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => count(uses, name.value),
  });
  return new Set(
    [...cursors].filter(([name, times]) => uses.get(name) === times).map(([name]) => name),
  );
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
