import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  typeFromAST,
  validate,
  visit,
} from "graphql";

import { AnswerPrinter } from "./answer-printer";
import { TypePrinter } from "./type-printer";

/**
 * The TypeScript module for GraphQL operations: each becomes a constant with its document and the
 * types of its variables and answer, and every fragment gets a type of its own.
 *
 * @param operationType the module that exports the type `Operation`
 * @throws {AggregateError} when the schema does not accept the operations
 */
export function operationsModule(
  schema: GraphQLSchema,
  source: string,
  operationType: string,
): string {
  const document = parse(source);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join("\n"));
  const { operations, fragments } = sorted(document);
  const types = new TypePrinter();
  const answers = new AnswerPrinter(schema, fragments, types);
  const parts = [
    ...[...fragments.values()].map((fragment) => {
      const type = compositeType(schema, fragment.typeCondition.name.value);
      return `export type ${fragment.name.value} = ${answers.print(type, [fragment.selectionSet])};`;
    }),
    ...operations.map((operation) => declaration(operation, { schema, fragments, answers, types })),
  ];
  const head = `// Written by \`npm run schema\` from schema.graphql and operations.graphql.\nimport { type Operation } from "${operationType}";`;
  return `${[head, types.declarations(), ...parts].filter((part) => part !== "").join("\n\n")}\n`;
}

interface Printing {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly answers: AnswerPrinter;
  readonly types: TypePrinter;
}

function declaration(
  operation: OperationDefinitionNode,
  { schema, fragments, answers, types }: Printing,
): string {
  const name = operation.name?.value ?? "";
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}`);
  const variables = (operation.variableDefinitions ?? []).map(
    ({ variable, type, defaultValue }) => {
      const known = typeFromAST(schema, type) as GraphQLInputType;
      return `  ${types.argument({ name: variable.name.value, type: known, defaultValue })}`;
    },
  );
  const text = [print(operation), ...[...used(operation, fragments)].map(print)].join("\n\n");
  return [
    `export interface ${name}Variables {${["", ...variables, ""].join("\n")}}`,
    `export interface ${name}Answer ${answers.print(root, [operation.selectionSet])}`,
    `export const ${name}: Operation<${name}Answer, ${name}Variables> = {\n  document: \`${text}\`,\n};`,
  ].join("\n\n");
}

/** The fragments that an operation spreads, and those that they spread in turn. */
function used(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      used(fragment, fragments, found);
    },
  });
  return found;
}

function sorted({ definitions }: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  return { operations, fragments };
}

function compositeType(schema: GraphQLSchema, name: string): GraphQLCompositeType {
  const type = schema.getType(name);
  if (!isCompositeType(type)) throw new Error(`${name} has no fields`);
  return type;
}
