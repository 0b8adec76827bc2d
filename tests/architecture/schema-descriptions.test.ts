import {
  buildSchema,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";

import { publicSdl } from "../../scripts/public-sdl";

const schema = buildSchema(publicSdl());

/**
 * Scalars of our own: no public specification says what they look like, so their descriptions do.
 */
const UNSPECIFIED = {
  Decimal: "digits with a point as a string, bounded in length",
  EventCursor: "opaque: whoever reads it reads too much",
};

it("every type, field, argument, input field and enum value of the schema is described", () => {
  expect(undescribed(schema)).toEqual([]);
});

it("reports everything without a description, or described only by its name or maximum", () => {
  const poor = buildSchema(`
    type Query {
      "The name of it."
      name(
        "At most 100 characters."
        id: ID
        "The branch that it is for. At most 1,000 items of at most 100 characters each."
        of: [ID!]
      ): Colour
    }
    "What it looks like."
    enum Colour {
      "Colour: red."
      RED
      GREEN
    }
    input Paint { "How much of it, in litres." amount: Int, colour: Colour }
  `);
  expect(undescribed(poor)).toEqual([
    "Query",
    "Query.name",
    "Query.name(id:)",
    "Colour.RED",
    "Colour.GREEN",
    "Paint",
    "Paint.colour",
  ]);
});

it("every scalar says where it is specified, except our own", () => {
  const scalars = publicTypes(schema).filter(isScalarType);
  const unspecified = scalars.filter(
    ({ specifiedByURL }) => !specifiedByURL?.startsWith("https://"),
  );
  expect(unspecified.map(({ name }) => name).sort()).toEqual(Object.keys(UNSPECIFIED));
});

function publicTypes(of: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(of.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** Everything public that has no description, by its schema coordinate. */
function undescribed(of: GraphQLSchema): string[] {
  return publicTypes(of).flatMap((type) => [
    ...(saysNothing(type.description, type.name) ? [type.name] : []),
    ...partsOf(type).flatMap((part) => [
      ...(saysNothing(part.description, type.name, part.name) ? [`${type.name}.${part.name}`] : []),
      ...("args" in part ? part.args : [])
        .filter((argument) => saysNothing(argument.description, argument.name))
        .map(({ name }) => `${type.name}.${part.name}(${name}:)`),
    ]),
  ]);
}

function partsOf(
  type: GraphQLNamedType,
): (GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLEnumValue)[] {
  if (isEnumType(type)) return [...type.getValues()];
  if (isInputObjectType(type)) return Object.values(type.getFields());
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

/** The maximum of an input is added automatically, and repeating a name explains nothing. */
const MAXIMUM = /At most [\d,]+ (characters|items)( of at most [\d,]+ characters each)?\.$/;
const EMPTY_WORDS = new Set(["the", "a", "an", "of", "its", "it", "this", "is"]);

function saysNothing(description: string | null | undefined, ...names: readonly string[]): boolean {
  const known = new Set(
    names.flatMap((name) => wordsOf(name.replace(/(?<=[a-z])(?=[A-Z])/g, " "))),
  );
  return wordsOf((description ?? "").replace(MAXIMUM, "")).every(
    (word) => known.has(word) || EMPTY_WORDS.has(word),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}
