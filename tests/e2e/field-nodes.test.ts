import { customerIdOf } from "../../src/domain/ids";
import { absentPlaces, NOWHERE, preparePlaces } from "../support/scope-places";
import { OWNER_PHONE } from "../support/scope-rows";
import { type ViewerName, VIEWERS } from "../support/scope-table";
import { WholeGateway } from "../support/whole-gateway";

const NODE = `query ($id: ID!) {
  node(id: $id) {
    __typename id
    ... on Branch { name } ... on Section { slug } ... on Product { article section { id } } ... on Order { number }
    ... on Customer { phone } ... on Promotion { uses } ... on CatalogPlan { applied } ... on BranchesPlan { kind }
    ... on Job { state } ... on ApiKey { label }
  }
}`;

type Found = { node: { __typename: string; id: string } | null };

let gateway: WholeGateway;
let credentials: Record<ViewerName, string | undefined>;
let ids: Record<string, string>;

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  const places = await preparePlaces(gateway);
  const asAdmin = async <Data>(document: string) =>
    (await gateway.ask<Data>(document, {}, gateway.adminKey)).data;
  const elsewhere = await asAdmin<{ createBranch: { branch: { id: string } } }>(
    'mutation { createBranch(input: { name: "Elsewhere", timeZone: "Europe/Moscow" }) { branch { id } } }',
  );
  const newKey = async (branchIds: string) =>
    (
      await asAdmin<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
        `mutation { createApiKey(input: { label: "node", scope: OPERATOR, branchIds: ${branchIds} }) { secret apiKey { id } } }`,
      )
    ).createApiKey;
  const operator = await newKey("null");
  credentials = {
    nobody: undefined,
    owner: await gateway.customerToken(OWNER_PHONE),
    stranger: await gateway.customerToken("+79005550104"),
    elsewhere: (await newKey(`["${elsewhere.createBranch.branch.id}"]`)).secret,
    operator: operator.secret,
    admin: gateway.adminKey,
  };
  const { products } = await asAdmin<{ products: { nodes: { id: string }[] } }>(
    `{ products(branchId: "${places.branchId}", first: 1) { nodes { id } } }`,
  );
  ids = {
    Branch: places.branchId,
    Section: places.sectionId,
    Product: products.nodes[0]!.id,
    Order: places.orderId,
    Customer: customerIdOf(OWNER_PHONE),
    Promotion: places.promotionId,
    CatalogPlan: places.planId,
    BranchesPlan: places.branchesPlanId,
    Job: places.jobId,
    ApiKey: operator.apiKey.id,
  };
});

afterAll(() => gateway.stop());

const EVERYBODY: ViewerName[] = ["nobody", "owner", "stranger", "operator", "admin"];
const OFFICE: ViewerName[] = ["operator", "admin"];
/** Who finds what; no other viewer does. */
const FINDERS: readonly (readonly [type: string, who: readonly ViewerName[]])[] = [
  ...[
    ["Branch", EVERYBODY] as const,
    ["Section", EVERYBODY] as const,
    ["Product", EVERYBODY] as const,
  ],
  ...[["Order", ["owner", ...OFFICE]] as const, ["Customer", ["owner"]] as const],
  ...[["Promotion", OFFICE] as const, ["CatalogPlan", OFFICE] as const],
  ["BranchesPlan", OFFICE],
  ...[["Job", OFFICE] as const],
  ["ApiKey", ["admin"]],
];

describe("node", () => {
  it.each(
    FINDERS.flatMap(([type, who]) =>
      VIEWERS.map((viewer) => ({ type, viewer, finds: who.includes(viewer) })),
    ),
  )("of a $type is found by $viewer: $finds", async ({ type, viewer, finds }) => {
    const { data, codes } = await gateway.ask<Found>(NODE, { id: ids[type] }, credentials[viewer]);
    expect(codes).toEqual([]);
    expect(data.node).toEqual(
      finds ? expect.objectContaining({ __typename: type, id: ids[type] }) : null,
    );
  });

  it.each(VIEWERS)("hides what exists from %s exactly as if it did not exist", async (viewer) => {
    const plain = async (id: string) =>
      (await gateway.ask(NODE, { id }, credentials[viewer])).text.replace(
        /"requestId":"[^"]+"/g,
        "",
      );
    const absent = await plain(NOWHERE);
    for (const [type, who] of FINDERS)
      if (!who.includes(viewer)) expect(await plain(ids[type]!)).toBe(absent);
  });

  it.each([
    "",
    "0",
    "x",
    "1.5",
    "999999999999999999",
    "99999999999999999999",
    "Branch:1",
    `{"id":1}`,
    "\u0000",
    "é".repeat(100),
  ])("of %p is null", async (id) => {
    for (const viewer of VIEWERS) {
      expect((await gateway.ask<Found>(NODE, { id }, credentials[viewer])).data).toEqual({
        node: null,
      });
    }
  });

  it("finds a UUID in upper case", async () => {
    const { data } = await gateway.ask<Found>(NODE, { id: ids["Product"]!.toUpperCase() });
    expect(data.node).toMatchObject({ id: ids["Product"] });
  });

  it("guards the fields below it as everywhere else", async () => {
    const document = `query ($id: ID!) { node(id: $id) { ... on Branch { settings { organizationId } } } }`;
    for (const viewer of ["nobody", "owner"] as const) {
      const { codes, text } = await gateway.ask(
        document,
        { id: ids["Branch"] },
        credentials[viewer],
      );
      expect(codes).toEqual([viewer === "nobody" ? "UNAUTHENTICATED" : "FORBIDDEN"]);
      expect(text).not.toContain('organizationId":"');
    }
  });
});

describe("nodes", () => {
  it("keeps the order of its ids, repeats included, with null for what is hidden", async () => {
    const asked = [ids["Product"]!, NOWHERE, ids["Order"]!, ids["Branch"]!, ids["Product"]!];
    const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";
    const { data } = await gateway.ask<{ nodes: unknown[] }>(
      document,
      { ids: asked },
      credentials.stranger,
    );
    const product = { __typename: "Product", id: ids["Product"] };
    expect(data.nodes).toEqual([
      product,
      null,
      null,
      { __typename: "Branch", id: ids["Branch"] },
      product,
    ]);
  });

  it("accepts a hundred ids, and costs as much as a hundred rows", async () => {
    const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const many = (count: number) => Array.from({ length: count }, () => ids["Product"]);
    expect((await gateway.ask(document, { ids: many(100) })).codes).toEqual([]);
    expect((await gateway.ask(document, { ids: many(101) })).codes).toEqual(["BAD_USER_INPUT"]);
    expect((await gateway.ask(document, { ids: [] })).data).toEqual({ nodes: [] });
    const costly = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Section { products(first: 1000) { nodes { id } } } } }`;
    expect((await gateway.ask(costly, { ids: many(100) })).codes).toEqual(["TOO_COMPLEX"]);
    expect(absentPlaces().branchId).toBe(NOWHERE);
  });
});
