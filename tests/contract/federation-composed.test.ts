/** @jest-environment <rootDir>/tests/support/watch/watched-environment.ts */
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

import { dishService } from "../support/compatibility/dish-service";
import { KitchenRouter } from "../support/compatibility/kitchen-router";
import { STAFF, STOCK } from "../support/compatibility/other-services";
import { SampleServer } from "../support/sample-server";
import { isSupergraphInstalled } from "../support/supergraph";

const { schema, sdl } = dishService();
const services = Object.entries({ dishes: sdl, staff: STAFF, stock: STOCK });
const { errors, hints, supergraphSdl } = composeServices(
  services.map(([name, text]) => ({ name, url: `http://${name}/`, typeDefs: parse(text) })),
);

describe("a service composed with two others that know nothing of it", () => {
  it("composes without errors, and hints only at the overridden and the hidden field", () => {
    expect(errors).toBeUndefined();
    const codes = hints?.map(({ definition }) => definition.code).sort();
    expect(codes).toEqual([
      "INCONSISTENT_OBJECT_VALUE_TYPE_FIELD",
      "OVERRIDDEN_FIELD_CAN_BE_REMOVED",
    ]);
  });

  it.each([
    ["@key", 'type Dish @join__type(graph: DISHES, key: "id")'],
    ["another @key", '@join__type(graph: DISHES, key: "article size { id }")'],
    ["@requires", '@join__field(graph: DISHES, requires: "dishesInvented yearsAtWork")'],
    ["@requires elsewhere", '@join__field(graph: STOCK, requires: "weight { grams portion }")'],
    ["@provides", 'inventedBy: Cook @join__field(graph: DISHES, provides: "dishesInvented")'],
    ["@external", "yearsAtWork: Int! @join__field(graph: DISHES, external: true)"],
    ["@shareable", "type Weight @join__type(graph: DISHES) @join__type(graph: STOCK)"],
    ["@override", 'name: String @join__field(graph: DISHES, override: "staff")'],
    ["@interfaceObject", '@join__type(graph: DISHES, key: "id", isInterfaceObject: true)'],
    ["@tag", 'note: String @join__field(graph: DISHES) @tag(name: "internal")'],
    ["@inaccessible", "scale: String @inaccessible"],
    ["@composeDirective", '@join__type(graph: STOCK, key: "id") @audited {'],
  ])("brings %s to the supergraph", (_name, expected) => {
    expect(supergraphSdl?.replace(/\s+/g, " ")).toContain(expected);
  });
});

/** `npm ci --prefix examples/supergraph` installs what these tests need. */
const describeWithRouter = isSupergraphInstalled ? describe : describe.skip;

describeWithRouter("a router in front of the three", () => {
  let server: SampleServer;
  let router: KitchenRouter;

  beforeAll(async () => {
    server = await SampleServer.start({ schema });
    router = await KitchenRouter.start(supergraphSdl ?? "", server.graphqlUrl);
  });

  afterAll(async () => {
    await router?.stop();
    await server?.running.close();
  });

  it("@requires, @override: computes with another service's values, and asks the service that took over", async () => {
    const { data } = await router.ask("{ cooks { yearsAtWork name dishesPerYear } }");
    expect(data).toEqual({ cooks: [{ yearsAtWork: 4, name: "Anna", dishesPerYear: 3 }] });
  });

  it("@provides: asks no other service for provided fields", async () => {
    const { data } = await router.ask(
      '{ dish(id: "margherita") { inventedBy { email dishesInvented } } }',
    );
    const inventedBy = { email: "anna@kitchen.example", dishesInvented: 1_337 };
    expect(data).toEqual({ dish: { inventedBy } });
  });

  it("@key, @external, @shareable: gives another service the dish fields that it needs", async () => {
    const { data } = await router.ask(
      '{ dish(id: "margherita") { delivery(street: "Sadovaya") { estimated } } }',
    );
    expect(data).toEqual({ dish: { delivery: { estimated: "420 g, small, to Sadovaya" } } });
  });

  it("@interfaceObject: adds fields to every implementation of the interface", async () => {
    const { data } = await router.ask("{ shelves { __typename place retired { reason } } }");
    const shelf = {
      __typename: "ColdShelf",
      place: "left",
      retired: [{ reason: "Nobody ordered it" }],
    };
    expect(data).toEqual({ shelves: [shelf] });
  });

  it("@inaccessible: reveals a hidden field to nobody", async () => {
    const { errors: refused } = await router.ask('{ dish(id: "margherita") { weight { scale } } }');
    expect(refused?.[0]?.message).toContain('Cannot query field "scale"');
  });
});
