import { DirectiveLocation, GraphQLDirective, type GraphQLSchema } from "graphql";
import { Arg, buildSchemaSync, ID, Query, Resolver } from "type-graphql";

import { type EntityType, type Representation } from "../../../src/federation/entity-type";
import { asSubgraph } from "../../../src/federation/subgraph-schema";
import { subgraphSdl } from "../../../src/federation/subgraph-sdl";
import { Cook, Dish, Protocol, RetiredDish, Shelf, Tasting } from "./dish-types";

const tastings = ["1234", "1235"].map((number) => new Tasting(new Protocol(number, "Crust")));
const retired = new RetiredDish("00001", "Sadovaya");
const dishes = [
  new Dish("margherita", "00101", "Sadovaya", "30cm", tastings[0]!),
  new Dish("pepperoni", "00102", "", "25cm", tastings[1]!),
];

@Resolver()
class DishQueries {
  @Query(() => Dish, { nullable: true })
  dish(@Arg("id", () => ID) id: string): Dish | null {
    return dishes.find((dish) => dish.id === id) ?? null;
  }

  @Query(() => RetiredDish, { nullable: true, deprecationReason: "Ask for the dish" })
  retiredDish(
    @Arg("article", () => String) article: string,
    @Arg("branch", () => String) branch: string,
  ): RetiredDish | null {
    return retired.article === article && retired.branch === branch ? retired : null;
  }
}

const LINKS = [
  `@link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective", "@extends", "@external",
     "@inaccessible", "@interfaceObject", "@key", "@override", "@provides", "@requires", "@shareable", "@tag"])`,
  '@link(url: "https://kitchen.example/audited/v1.0", import: ["@audited"])',
  '@composeDirective(name: "@audited")',
];

const MARKS = new Map([
  [
    "Dish",
    [
      "@audited",
      '@key(fields: "id")',
      '@key(fields: "article branch")',
      '@key(fields: "article size { id }")',
    ],
  ],
  ["Dish.inventedBy", ['@provides(fields: "dishesInvented")']],
  ["Dish.note", ['@tag(name: "internal")']],
  ["RetiredDish", ['@key(fields: "article branch")']],
  ["Tasting", ['@key(fields: "protocol { number }")']],
  ["Weight", ["@shareable"]],
  ["Weight.scale", ["@inaccessible"]],
  ["Cook", ["@extends", '@key(fields: "email")']],
  ["Cook.email", ["@external"]],
  ["Cook.yearsAtWork", ["@external"]],
  ["Cook.dishesInvented", ["@external"]],
  ["Cook.name", ['@override(from: "staff")']],
  ["Cook.dishesPerYear", ['@requires(fields: "dishesInvented yearsAtWork")']],
  ["Shelf", ["@interfaceObject", '@key(fields: "id")']],
]);

/** The service as a subgraph, and its SDL on its own. */
export function dishService(): { readonly schema: GraphQLSchema; readonly sdl: string } {
  const audited = new GraphQLDirective({ name: "audited", locations: [DirectiveLocation.OBJECT] });
  const plain = buildSchemaSync({
    resolvers: [DishQueries],
    orphanedTypes: [Shelf],
    directives: [audited],
  });
  const sdl = subgraphSdl(plain, LINKS, MARKS);
  return { schema: asSubgraph(plain, { sdl, entityTypes, admit: () => undefined }), sdl };
}

/** How another service names objects. */
type Named = Representation & Record<string, unknown>;

const entityTypes: EntityType<unknown>[] = [
  entity("Dish", ["id", "article branch", "article size { id }"], Dish, (named) =>
    dishes.find((dish) => isNamed(dish, named)),
  ),
  entity("RetiredDish", ["article branch"], RetiredDish, (named) =>
    isNamed(retired, named) ? retired : undefined,
  ),
  entity("Tasting", ["protocol { number }"], Tasting, (named) =>
    tastings.find((tasting) => isNamed(tasting, named)),
  ),
  entity("Cook", ["email"], Cook, ({ email, yearsAtWork, dishesInvented }) =>
    typeof email === "string"
      ? new Cook(email, Number(yearsAtWork), (dishesInvented as number | undefined) ?? null)
      : undefined,
  ),
  entity("Shelf", ["id"], Shelf, ({ id }) => (typeof id === "string" ? new Shelf(id) : undefined)),
];

function entity(
  name: string,
  keys: readonly string[],
  objects: EntityType<unknown>["objects"],
  find: (named: Named) => object | undefined,
): EntityType<unknown> {
  const read = (representations: readonly Representation[]) =>
    Promise.resolve(representations.map((named) => find(named) ?? null));
  return { name, keys, objects, read };
}

/** Whether the object has all values of the key, including those of nested objects. */
function isNamed(object: object, { __typename: _type, ...key }: Named): boolean {
  return Object.entries(key).every(([field, value]) => {
    const own = (object as Record<string, unknown>)[field];
    return typeof value === "object" && value !== null
      ? isNamed(own as object, value as Named)
      : own === value;
  });
}
