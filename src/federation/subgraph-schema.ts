import {
  GraphQLError,
  type GraphQLFieldConfig,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
  valueFromASTUntyped,
} from "graphql";

import { type Text } from "../domain/texts/locale";
import { InvalidInput } from "../errors";
import { type EntityType, type Representation } from "./entity-type";

export interface SubgraphOptions<Context> {
  /** What composition reads: the schema without the additions made here. */
  readonly sdl: string;
  readonly entityTypes: readonly EntityType<Context>[];
  /** Called before entities are read; throws to refuse. */
  readonly admit: (context: Context) => void;
}

/**
 * Returns the same schema as a subgraph, with what a router needs alongside it. All types are
 * reused as the very same objects: a schema rebuilt from its text loses the extensions of fields
 * and how interfaces resolve their types.
 */
export function asSubgraph<Context>(
  schema: GraphQLSchema,
  options: SubgraphOptions<Context>,
): GraphQLSchema {
  const { types, query, ...config } = schema.toConfig();
  if (!query) throw new Error("A subgraph needs something to be asked");
  const own = query.toConfig();
  const extended = new GraphQLObjectType({
    ...own,
    fields: {
      ...own.fields,
      _service: serviceField(options),
      _entities: entities(schema, options),
    },
  });
  return new GraphQLSchema({
    ...config,
    query: extended,
    types: types.filter((type) => type !== query),
  });
}

type Field<Context> = GraphQLFieldConfig<unknown, Context, Record<string, unknown>>;

function serviceField<Context>({ sdl }: SubgraphOptions<Context>): Field<Context> {
  const service = new GraphQLObjectType({
    name: "_Service",
    description: "This service as a part of a larger graph.",
    fields: {
      sdl: { type: GraphQLString, description: "The schema as composition reads it." },
    },
  });
  return {
    type: new GraphQLNonNull(service),
    description: "For routers: what this service brings to the graph.",
    resolve: () => ({ sdl }),
  };
}

function entities<Context>(
  schema: GraphQLSchema,
  { entityTypes, admit }: SubgraphOptions<Context>,
): Field<Context> {
  const byName = new Map(entityTypes.map((type) => [type.name, type]));
  const union = new GraphQLUnionType({
    name: "_Entity",
    description: "What other services may name by a key.",
    types: entityTypes.map(({ name }) => {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`There is no type ${name} for entities`);
      return type;
    }),
    resolveType: (value) => entityTypes.find(({ objects }) => value instanceof objects)?.name,
  });
  const representations = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(ANY)));
  return {
    type: new GraphQLNonNull(new GraphQLList(union)),
    description:
      "For routers: the objects that other services name. null: there is none, or none that the guest may see.",
    args: {
      representations: {
        type: representations,
        description: "Types and keys of the objects, at most 1,000.",
      },
    },
    resolve: (_root, args, context) => {
      admit(context);
      const named = args["representations"] as readonly Representation[];
      return readEntities(byName, named, context);
    },
  };
}

/** Anything that states its type. */
const ANY = new GraphQLScalarType<Representation, unknown>({
  name: "_Any",
  description: "The `__typename` of an object, with the fields of one of its keys.",
  serialize: (value) => value,
  parseValue: representationOf,
  parseLiteral: (node, variables) => representationOf(valueFromASTUntyped(node, variables)),
});

function representationOf(value: unknown): Representation {
  const isNamed =
    typeof value === "object" &&
    value !== null &&
    "__typename" in value &&
    typeof value.__typename === "string";
  if (!isNamed) throw new GraphQLError("A representation has a __typename and the fields of a key");
  return value as Representation;
}

/** Limit per request. A router asks for the rest in another one. */
const MOST_REPRESENTATIONS = 1_000;

const TOO_MANY: Text = {
  en: `At most ${MOST_REPRESENTATIONS} representations are taken at a time`,
  ru: `За один раз принимается не больше ${MOST_REPRESENTATIONS} представлений`,
};
const NO_ENTITY: Text = {
  en: "A representation names a type that is no entity of this service",
  ru: "Представление называет тип, которого нет среди сущностей этого сервиса",
};

/**
 * Reads the objects that other services reference, those of one type together.
 *
 * @returns them in their order; null: there is none, or none that the caller may see
 * @throws {InvalidInput} there are too many, or one is of a type that has no key
 */
async function readEntities<Context>(
  types: ReadonlyMap<string, EntityType<Context>>,
  representations: readonly Representation[],
  context: Context,
): Promise<(object | null)[]> {
  if (representations.length > MOST_REPRESENTATIONS) throw new InvalidInput(TOO_MANY);
  const places = new Map<string, number[]>();
  for (const [place, { __typename: name }] of representations.entries()) {
    if (!types.has(name)) throw new InvalidInput(NO_ENTITY);
    const ofType = places.get(name);
    if (ofType) ofType.push(place);
    else places.set(name, [place]);
  }
  const found = new Array<object | null>(representations.length).fill(null);
  await Promise.all(
    [...places].map(async ([name, ofType]) => {
      const named = ofType.map((place) => representations[place]).filter((it) => it !== undefined);
      const objects = await types.get(name)?.read(named, context);
      for (const [index, place] of ofType.entries()) found[place] = objects?.[index] ?? null;
    }),
  );
  return found;
}
