import {
  defaultFieldResolver,
  getNullableType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isListType,
  isObjectType,
} from "graphql";

/** Assumed for lists that nobody has requested yet. */
const ASSUMED_LENGTH = 5;

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/**
 * The lengths of the longest lists that a schema has returned: there is no other way to know them
 * for lists that come from tables.
 */
export class ListLengths {
  private readonly longest = new Map<string, number>();

  /** @param coordinate for example `Order.lines` */
  of(coordinate: string): number {
    return Math.max(this.longest.get(coordinate) ?? 0, ASSUMED_LENGTH);
  }

  /** Watches all lists except those of `shaped` types, whose lengths are already known. */
  watch(schema: GraphQLSchema, shaped: ReadonlySet<string>): void {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith("__") || shaped.has(type.name)) continue;
      for (const field of Object.values(type.getFields())) {
        if (isListType(getNullableType(field.type)))
          this.watchField(`${type.name}.${field.name}`, field);
      }
    }
  }

  private watchField(coordinate: string, field: GraphQLField<unknown, unknown>): void {
    const resolve: Resolve = field.resolve ?? defaultFieldResolver;
    const note = (value: unknown) => {
      if (Array.isArray(value)) this.note(coordinate, value.length);
      return value;
    };
    field.resolve = (...asked) => {
      const value = resolve(...asked);
      return value instanceof Promise ? value.then(note) : note(value);
    };
  }

  private note(coordinate: string, length: number): void {
    if (length > this.of(coordinate)) this.longest.set(coordinate, length);
  }
}

const known = new WeakMap<GraphQLSchema, ListLengths>();

/** One instance per schema, shared by all of its servers. */
export function listLengthsOf(
  schema: GraphQLSchema,
  shaped: ReadonlySet<string> = new Set(),
): ListLengths {
  const lengths = known.get(schema) ?? new ListLengths();
  if (!known.has(schema)) lengths.watch(schema, shaped);
  known.set(schema, lengths);
  return lengths;
}
