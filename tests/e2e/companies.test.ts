import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema, getNamedType } from "graphql";

import {
  NAMED_BY_INPUTS,
  type NamedPlaces,
  namingInputs,
  namingRoot,
} from "../support/company-arguments";
import { type CallerName, CALLERS, textFor } from "../support/company-callers";
import { SchemaWalk, type WalkAnswer } from "../support/schema-walk";
import { rootOf } from "../support/scope-documents";
import { type ScopeRow, scopeTable } from "../support/scope-table";
import { nowhere, type Side, TwoCompanies } from "../support/two-companies";
import { WebSocketClient } from "../support/websocket-client";

const schema = buildSchema(readFileSync(join(__dirname, "../../schema.graphql"), "utf8"));

/** With these places, documents that name something become longer. */
const somewhere = Object.fromEntries(
  Object.keys(nowhere()).map((name) => [name, "x".repeat(100)]),
) as unknown as NamedPlaces;

let companies: TwoCompanies;
beforeAll(async () => {
  companies = await TwoCompanies.start();
});
afterAll(() => companies.gateway.stop());

const queries = scopeTable.filter(({ field }) => field.startsWith("Query."));
const requests = scopeTable.filter(({ field }) => !field.startsWith("Subscription."));

/** Who asks, and the company that does not exist for them. */
interface Direction {
  readonly from: "pizza" | "sushi";
  readonly of: "pizza" | "sushi";
}
const DIRECTIONS: readonly Direction[] = [
  { from: "sushi", of: "pizza" },
  { from: "pizza", of: "sushi" },
];
type Asking = ScopeRow & Direction & { readonly caller: CallerName };

function asked(rows: readonly ScopeRow[]): Asking[] {
  return rows.flatMap((row) =>
    DIRECTIONS.flatMap((direction) => CALLERS.map((caller) => ({ ...row, ...direction, caller }))),
  );
}

function found(texts: readonly string[], { marks }: Side): string[] {
  return marks.filter((mark) => texts.some((text) => text.includes(mark)));
}

async function walked(row: Asking, root: string, places: NamedPlaces): Promise<string[]> {
  const texts: string[] = [];
  const ask = async (document: string): Promise<WalkAnswer> => {
    const headers = companies[row.from].headers[row.caller];
    const text = await textFor(companies.gateway, headers, document);
    // A caller that is asked to retry later has seen nothing, but for a different reason.
    if (/RATE_LIMITED|SERVICE_UNAVAILABLE|INTERNAL_/.test(text)) throw new Error(text);
    texts.push(text);
    return JSON.parse(text.slice(4)) as WalkAnswer;
  };
  const given = {
    "Branch.product": 'article: "none"',
    "Customer.loyalty": `branchId: "${places.branchId}"`,
  };
  // The doctor makes a dozen POS queries, and belongs to the branch itself as its settings do.
  const walker = new SchemaWalk(schema, ask, given, ["Branch.health"]);
  const type = schema.getQueryType()?.getFields()[row.field.split(".")[1] ?? ""]?.type;
  await walker.below(root, type ? getNamedType(type).name : "");
  return texts;
}

describe("A walk over every field, as one company", () => {
  it.each(asked(queries))(
    "$field finds nothing of $of for the $caller of $from, however it is queried",
    async (row) => {
      const { places } = companies[row.of];
      const roots = [...new Set([rootOf(row.document(places)), namingRoot(schema, row, places)])];
      for (const root of roots)
        expect(found(await walked(row, root, places), companies[row.of])).toEqual([]);
    },
  );

  it("finds the caller's own data with the same queries", async () => {
    const { places, marks } = companies.pizza;
    const row = (field: string): Asking => {
      const its = queries.find((query) => query.field === `Query.${field}`);
      return { ...(its ?? queries[0]!), from: "pizza", of: "pizza", caller: "admin" };
    };
    const texts: string[] = [];
    for (const field of ["branches", "orders", "order", "apiKeys", "promotion"])
      texts.push(...(await walked(row(field), namingRoot(schema, row(field), places), places)));
    const { branchId, orderId, keyId, promotionId } = places;
    expect(marks).toEqual(expect.arrayContaining([branchId, orderId, keyId, promotionId]));
    expect(found(texts, companies.pizza)).toEqual(
      expect.arrayContaining([branchId, orderId, keyId, promotionId, '"Owner"']),
    );
  });
});

describe("Another company's data", () => {
  const naming = requests.filter(
    ({ document }) => document(somewhere).length !== document(nowhere()).length,
  );

  it.each(asked(naming))(
    "is answered by $field to the $caller of $from as if it never existed",
    async (row) => {
      const { gateway } = companies;
      const headers = companies[row.from].headers[row.caller];
      const text = (places: NamedPlaces) => textFor(gateway, headers, row.document(places));
      const hidden = await text(companies[row.of].places);
      expect(hidden).toBe(await text(nowhere()));
      expect(found([hidden], companies[row.of])).toEqual([]);
    },
  );

  it.each(Object.keys(NAMED_BY_INPUTS))("does not exist for %s, either", async (input) => {
    const document = NAMED_BY_INPUTS[input];
    for (const { from, of } of document ? DIRECTIONS : []) {
      const { headers, places: own } = companies[from];
      const text = (places: NamedPlaces) =>
        textFor(companies.gateway, headers.admin, document?.(places, own) ?? "");
      const hidden = await text(companies[of].places);
      expect(hidden).toBe(await text(nowhere()));
      expect(found([hidden], companies[of])).toEqual([]);
    }
  });

  it("can be named only by inputs that are tested here", () => {
    expect(namingInputs(schema).sort()).toEqual(Object.keys(NAMED_BY_INPUTS).sort());
  });

  it.each(asked(scopeTable.filter(({ field }) => field === "Query.nodes")))(
    "is not a node for the $caller of $from",
    async ({ from, of, caller }) => {
      const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
      const uuids = companies[of].marks.filter((mark) => /^[0-9a-f-]{36}$/.test(mark));
      for (let at = 0; at < uuids.length; at += 100) {
        const ids = uuids.slice(at, at + 100);
        const text = await textFor(companies.gateway, companies[from].headers[caller], query, {
          ids,
        });
        expect(JSON.parse(text.slice(4))).toEqual({ data: { nodes: ids.map(() => null) } });
      }
    },
  );
});

describe("A router", () => {
  it.each(asked(scopeTable.filter(({ field }) => field === "Query.node")))(
    "finds no entity of $of for the $caller of $from",
    async ({ from, of, caller }) => {
      const query =
        "query ($these: [_Any!]!) { _entities(representations: $these) { __typename } }";
      const uuids = companies[of].marks.filter((mark) => /^[0-9a-f-]{36}$/.test(mark));
      const these = ["Branch", "Order", "Promotion", "Product"].flatMap((__typename) =>
        uuids.slice(0, 40).map((id) => ({ __typename, id })),
      );
      const headers = companies[from].headers[caller];
      const text = await textFor(companies.gateway, headers, query, { these });
      expect(JSON.parse(text.slice(4))).toEqual({ data: { _entities: these.map(() => null) } });
    },
  );
});

describe("A subscription", () => {
  const rows = asked(scopeTable.filter(({ field }) => field.startsWith("Subscription.")));

  it.each(rows)(
    "$field refuses the $caller of $from anything of $of, as if it never existed",
    async (row) => {
      const parameters = companies[row.from].headers[row.caller];
      const first = async (places: NamedPlaces) => {
        const { gateway } = companies;
        const client = await WebSocketClient.connect(gateway.webSocketUrl, parameters);
        client.subscribe("1", row.document(places));
        const message = await client.next(({ id }) => id === "1");
        await client.leave();
        return JSON.stringify(message).replace(/"requestId":"[^"]+"/g, "");
      };
      const hidden = await first(companies[row.of].places);
      expect(hidden).toContain('"errors":[');
      expect(hidden).toBe(await first(nowhere()));
    },
  );
});
