import "reflect-metadata";

import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  parse,
} from "graphql";

import { seedLargeMenus } from "../../bench/costs/large-menus";
import { BRANCH_ID } from "../../bench/menu/seed-menu";
import { menuCosts } from "../../src/resolvers/catalogue/menu-costs";
import { MENU_TYPES } from "../../src/resolvers/catalogue/shared-menu-answers";
import { OperationCosts } from "../../src/server/operation-cost";
import { ANYBODY, CatalogueApi } from "../support/catalogue-api";
import { CatalogueFixture } from "../support/catalogue-fixture";

/** `{"data":…}` around an answer, which every operation has. */
const AROUND_DATA = 20;

let fixture: CatalogueFixture;
let api: CatalogueApi;
let costs: OperationCosts;
beforeAll(async () => {
  fixture = await CatalogueFixture.start();
  await seedLargeMenus(fixture.db, { products: 150, sections: 3 });
  api = await CatalogueApi.over(fixture);
  costs = new OperationCosts(api.schema, menuCosts(fixture.shownMenus));
});
afterAll(() => fixture.stop());

interface Leaf {
  readonly coordinate: string;
  /** The whole selection, from the menu down to the field. */
  readonly source: string;
}

/** Every plain field that a menu leads to, by a shortest path. */
function leavesOf(schema: GraphQLSchema): Leaf[] {
  const seen = new Set<string>();
  const leaves: Leaf[] = [];
  const waiting: { type: GraphQLObjectType; wrap: (inner: string) => string }[] = [];
  const visit = (type: unknown, wrap: (inner: string) => string) => {
    if (!isObjectType(type) || seen.has(type.name) || !MENU_TYPES.has(type.name)) return;
    seen.add(type.name);
    waiting.push({ type, wrap });
  };
  visit(schema.getType("Menu"), (inner) => `{ menu(branchId: "${BRANCH_ID}") { ${inner} } }`);
  for (const { type, wrap } of waiting) {
    for (const { name, args, type: output } of Object.values(type.getFields())) {
      const field = args.some((each) => each.name === "first") ? `${name}(first: 100)` : name;
      if (isObjectType(getNamedType(output)))
        visit(getNamedType(output), (inner) => wrap(`${field} { ${inner} }`));
      else leaves.push({ coordinate: `${type.name}.${name}`, source: wrap(field) });
    }
  }
  return leaves;
}

describe("The answer to every field of a menu", () => {
  it("is no larger than estimated before it ran", async () => {
    const leaves = leavesOf(api.schema);
    expect(leaves.length).toBeGreaterThan(50);
    const larger: string[] = [];
    for (const { coordinate, source } of leaves) {
      const { size } = await costs.costOf({
        document: parse(source),
        operationName: null,
        variables: {},
      });
      const { data, errors } = await api.ask(ANYBODY, source);
      if (errors) continue;
      const bytes = Buffer.byteLength(JSON.stringify(data));
      if (bytes > size.bytes + AROUND_DATA)
        larger.push(`${coordinate}: ${bytes} bytes, ${Math.round(size.bytes)} estimated`);
    }
    expect(larger).toEqual([]);
  });
});
