import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from "graphql";

/**
 * Directives on types and fields besides their definitions, by coordinates such as `Order` or
 * `Order.id`: `@key(fields: "id")`. graphql-js prints none of them.
 */
export type Marks = ReadonlyMap<string, readonly string[]>;

/**
 * Returns a schema as composition reads it.
 *
 * @param links directives on the schema itself: `@link(url: …)`
 * @throws {Error} if something is marked that the schema does not have
 */
export function subgraphSdl(schema: GraphQLSchema, links: readonly string[], marks: Marks): string {
  const document = parse(printSchema(lexicographicSortSchema(schema)), { noLocation: true });
  const unknown = new Set(marks.keys());
  const marked = visit(document, {
    ObjectTypeDefinition: {
      enter(type) {
        const fields = type.fields?.map((field) => {
          const coordinate = `${type.name.value}.${field.name.value}`;
          unknown.delete(coordinate);
          return { ...field, directives: [...(field.directives ?? []), ...marksOf(coordinate)] };
        });
        unknown.delete(type.name.value);
        const directives = [...(type.directives ?? []), ...marksOf(type.name.value)];
        return { ...type, directives, ...(fields && { fields }) };
      },
    },
  });
  if (unknown.size > 0) throw new Error(`There is no ${[...unknown].join(", ")} to be marked`);
  return `extend schema\n  ${links.join("\n  ")}\n\n${print(marked)}\n`;

  function marksOf(coordinate: string): readonly ConstDirectiveNode[] {
    return (marks.get(coordinate) ?? []).flatMap((mark) => directivesOf(mark));
  }
}

function directivesOf(text: string): readonly ConstDirectiveNode[] {
  const { definitions }: DocumentNode = parse(`scalar Marked ${text}`, { noLocation: true });
  const [marked] = definitions;
  return marked?.kind === Kind.SCALAR_TYPE_DEFINITION ? (marked.directives ?? []) : [];
}
