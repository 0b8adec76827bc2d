import {
  buildSchema,
  getNamedType,
  type GraphQLScalarType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";

import { publicSdl } from "../../scripts/public-sdl";
import { inputsOf } from "../../src/resolvers/schema/input-maxima";
import { DateTime, Decimal, EventCursor, Uuid } from "../../src/resolvers/schema/scalars";
import { boundInputs } from "../../src/schema";
import { isList } from "../support/input-places";

/** How type-graphql exposes what @AtMost states. */
const AT_MOST = `directive @atMost(characters: Int, items: Int, asUserError: Boolean)
  on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION`;

function bounded(sdl: string) {
  const schema = buildSchema(`${AT_MOST} ${sdl}`);
  boundInputs(schema);
  return schema;
}

describe("The served schema", () => {
  const inputs = [...inputsOf(buildSchema(publicSdl()))];
  const isText = (name: string) => name === "String" || name === "ID";

  it.each(inputs.filter(([, { type }]) => isText(getNamedType(type).name)))(
    "states how many characters %s accepts",
    (_coordinate, { description }) =>
      expect(description).toMatch(/[Aa]t most [\d,]+ characters( each)?\.$/),
  );

  it.each(inputs.filter(([, { type }]) => isList(type)))(
    "states how many items %s accepts",
    (_coordinate, { description }) =>
      expect(description).toMatch(/At most [\d,]+ items( of at most [\d,]+ characters each)?\.$/),
  );

  it.each(inputs)("states it once for %s", (_coordinate, { description }) =>
    expect(description?.match(/[\d,]+ (characters|items)/g)?.length ?? 0).toBeLessThanOrEqual(2),
  );

  it("has other scalars only if they reject overlong values themselves", () => {
    const scalars = inputs.map(([, { type }]) => getNamedType(type)).filter(isScalarType);
    const ours = new Set(
      scalars.filter((type) => !isSpecifiedScalarType(type)).map(({ name }) => name),
    );
    expect([...ours].sort()).toEqual(
      [DateTime, Decimal, EventCursor, Uuid].map(({ name }) => name).sort(),
    );
  });

  it.each<[string, GraphQLScalarType, string]>([
    ["DateTime", DateTime, `2030-01-01T00:00:00.${"0".repeat(100_000)}Z`],
    ["Decimal", Decimal, "1".repeat(100_000)],
    ["Decimal", Decimal, `1.${"0".repeat(100_000)}`],
    ["EventCursor", EventCursor, "1".repeat(101)],
    ["UUID", Uuid, "0".repeat(100_000)],
  ])("rejects an overlong %s, as a variable and in the document", (_name, scalar, text) => {
    expect(() => scalar.parseValue(text)).toThrow();
    expect(() => scalar.parseLiteral({ kind: "StringValue" as never, value: text })).toThrow();
  });
});

describe("A schema", () => {
  it.each([
    ["type Query { dish(name: String!): Int }", "Query.dish(name:)"],
    ["type Query { dish(names: [String!] @atMost(characters: 9)): Int }", "Query.dish(names:)"],
    ["type Query { dish(ids: [ID!]!): Int }", "Query.dish(ids:)"],
    ["type Query { dish(sizes: [Int!]): Int }", "Query.dish(sizes:)"],
    ["type Query { menu: Menu } type Menu { dish(name: String): Int }", "Menu.dish(name:)"],
    ["type Query { dish(of: Dish): Int } input Dish { name: String }", "Dish.name"],
    ["type Query { dish(of: Dish): Int } input Dish { more: [Dish!] }", "Dish.more"],
    [
      "type Query { a: Int } type Subscription { dish(name: String): Int }",
      "Subscription.dish(name:)",
    ],
  ])("defined as %p is not built, because %s has no maximum", (sdl, coordinate) => {
    expect(() => bounded(sdl)).toThrow(`@AtMost is missing: ${coordinate}`);
  });

  it("limits IDs and lists of enum values by default", () => {
    const schema = bounded("enum Mood { HAPPY } type Query { dish(id: ID!, moods: [Mood!]): Int }");
    const [id, moods] = inputsOf(schema).values();
    expect([id?.description, moods?.description]).toEqual([
      "At most 100 characters.",
      "At most 100 items.",
    ]);
  });

  it("appends the maximum to the author's description", () => {
    const sdl = `type Query { dish("Of the dish." names: [String!] @atMost(characters: 20, items: 1000)): Int }`;
    const [names] = inputsOf(bounded(sdl)).values();
    expect(names?.description).toBe(
      "Of the dish. At most 1,000 items of at most 20 characters each.",
    );
  });
});
