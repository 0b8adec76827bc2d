import { type GraphQLField, type GraphQLNamedOutputType } from "graphql";

/** A field of a query with everything that is selected below it. */
export interface QueryField {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly type: GraphQLNamedOutputType;
  /** Literals by name; `$` followed by a number stands for a list that the variables hold. */
  readonly args: Record<string, string>;
  /** How often it is selected, each time under another name. */
  copies: number;
  /**
   * How the selection below it is written: in place, in an anonymous fragment, or in a named one.
   */
  form: "set" | "inline" | "fragment";
  readonly below: QueryField[];
}

export interface WrittenQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Returns the query as a client would send it. */
export function writtenQuery(
  root: readonly QueryField[],
  lists: readonly (readonly string[])[],
): WrittenQuery {
  const fragments: string[] = [];
  const used = new Set<number>();
  const body = new QueryWriter(fragments, used).set(root);
  const declared = [...used].map((place) => `$l${place}: [String!]`);
  const head = declared.length > 0 ? `query (${declared.join(", ")}) ` : "";
  const variables = Object.fromEntries([...used].map((place) => [`l${place}`, lists[place] ?? []]));
  return { query: [`${head}${body}`, ...fragments].join(" "), variables };
}

/**
 * A field that is selected more than once needs its selection set only once: copies spread a
 * fragment.
 */
class QueryWriter {
  private names = 0;

  constructor(
    private readonly fragments: string[],
    private readonly lists: Set<number>,
  ) {}

  set(fields: readonly QueryField[]): string {
    return `{ ${fields.map((field) => this.field(field)).join(" ")} }`;
  }

  private field({ definition, type, args, copies, form, below }: QueryField): string {
    const set =
      below.length === 0 ? "" : this.below(type.name, below, copies > 1 ? "fragment" : form);
    const once = `${definition.name}${this.args(args)} ${set}`;
    if (copies === 1) return once;
    return Array.from({ length: copies }, () => `a${(this.names += 1)}: ${once}`).join(" ");
  }

  private below(type: string, fields: readonly QueryField[], form: QueryField["form"]): string {
    const set = this.set(fields);
    if (form === "set") return set;
    if (form === "inline") return `{ ... on ${type} ${set} }`;
    const name = `f${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type} ${set}`);
    return `{ ...${name} }`;
  }

  private args(args: Readonly<Record<string, string>>): string {
    const written = Object.entries(args).map(([name, value]) => {
      const list = /^\$(\d+)$/.exec(value)?.[1];
      if (list !== undefined) this.lists.add(Number(list));
      return `${name}: ${list === undefined ? value : `$l${list}`}`;
    });
    return written.length > 0 ? `(${written.join(", ")})` : "";
  }
}

/** Returns every field of a query, including those at deeper levels. */
export function allFields(fields: readonly QueryField[]): QueryField[] {
  return fields.flatMap((field) => [field, ...allFields(field.below)]);
}

export function copyOf(fields: readonly QueryField[]): QueryField[] {
  return fields.map((field) => ({ ...field, args: { ...field.args }, below: copyOf(field.below) }));
}
