import { randomBytes, randomUUID } from "node:crypto";

import { demoOrderInput } from "../support/demo-order";
import { preparePlaces } from "../support/scope-places";
import { OWNER_PHONE, type Places } from "../support/scope-table";
import { textPlaces } from "../support/text-places";
import { WholeGateway } from "../support/whole-gateway";

/** What Postgres stores nowhere, or no index of it takes. */
const TEXTS = {
  NUL: "a\u0000b",
  "half a surrogate pair": "a\ud800",
  "too much": randomBytes(10_000).toString("base64url"),
  "a cursor with NUL": Buffer.from('["\\u0000","\u0000"]').toString("base64url"),
};

let gateway: WholeGateway;
let places: Places;
let good: Readonly<Record<string, Readonly<Record<string, unknown>>>>;

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  places = await preparePlaces(gateway);
  good = await goodArguments(places);
});

afterAll(() => gateway.stop());

/** Of whatever would not come as far as the database with its required arguments alone. */
async function goodArguments({
  branchId,
  orderId,
  planId,
  promotionId,
  sectionId,
  ...at
}: Places): Promise<typeof good> {
  const { data } = await gateway.ask<{
    branch: { version: number; sections: { nodes: { products: { nodes: { id: string; article: string }[] } }[] } };
  }>(
    `query ($id: ID!) {
      branch(id: $id) { version sections { nodes { products { nodes { id article } } } } }
    }`,
    { id: branchId },
    gateway.adminKey,
  );
  const [product] = data.branch.sections.nodes.flatMap(({ products }) => products.nodes);
  const articles = [product!.article];
  const order = await demoOrderInput(gateway, branchId, {
    fulfilment: "DELIVERY",
    address: { street: "Печная", house: "1" },
  });
  const { idempotencyKey: _, payment: __, ...basket } = order as Record<string, unknown>;
  const ofBranch = [
    "catalogIssues",
    "loyaltyBalance",
    "menu",
    "products",
    "promotions",
    "sections",
    "setOrderAcceptance",
  ];
  return {
    ...Object.fromEntries([...ofBranch, "retryDeadLetters"].map((field) => [field, { branchId }])),
    loyaltyBalance: { branchId, phone: OWNER_PHONE },
    terminalGroups: { branchId, organizationId: at.organizationId },
    trackedOrder: { token: at.token },
    applyCatalogPlan: { planId, idempotencyKey: "again" },
    cancelOrder: { id: orderId, reason: "A guest's wish" },
    createApiKey: { input: { label: "Key", scope: "OPERATOR", branchIds: [branchId] } },
    createBranch: { input: { name: "Branch", timeZone: "Europe/Moscow" } },
    createOrder: { input: order },
    createPromotion: { input: { name: "Promotion", kind: "PERCENT", percent: 5, branchIds: [branchId] } },
    createSection: { branchId, name: "Section" },
    generatePromoCodes: { input: { promotionId, count: 1 } },
    importSection: { input: { branchId, sectionId, articles, fields: ["PRICE"] } },
    lockProductFields: { productId: product!.id, fields: ["PRICE"], locked: true },
    markOrderEnteredByHand: { id: orderId, posNumber: "1" },
    quoteOrder: { input: basket },
    retryOrder: { id: orderId },
    saveBranchSettings: { branchId, expectedVersion: data.branch.version, verify: false, input: {} },
    syncPrices: { input: { branchId } },
  };
}

/** Each order is one of its own. */
function argumentsOf(field: string): Readonly<Record<string, unknown>> | undefined {
  const given = good[field];
  if (field !== "createOrder") return given;
  return { input: { ...(given?.["input"] as object), idempotencyKey: randomUUID() } };
}

/** Arguments of fields further down, in what they stand. */
const FURTHER_DOWN: readonly (readonly [type: string, document: string])[] = [
  ["String!", "branch(id: $branchId) { product(article: $text) { id } }"],
  ["String", "branch(id: $branchId) { sections(after: $text) { nodes { id } } }"],
  ["String", "branch(id: $branchId) { changes(after: $text) { nodes { field } } }"],
  ["String", "sections(branchId: $branchId) { nodes { products(after: $text) { nodes { id } } } }"],
  ["String", "catalogPlan(id: $planId) { changes(after: $text) { nodes { article } } }"],
  ["String", "posMenu(branchId: $branchId) { items(after: $text) { nodes { id } } }"],
  ["String", "posMenu(branchId: $branchId) { items(search: $text) { nodes { id } } }"],
  ["ID", "posMenu(branchId: $branchId) { items(categoryId: $text) { nodes { id } } }"],
  ["String", "promotions(branchId: $branchId) { nodes { codes(after: $text) { nodes { code } } } }"],
  ["EventCursor", "orders { nodes { timeline(after: $text) { nodes { id } } } }"],
  ["String", "customer(phone: $phone) { orders(after: $text) { nodes { id } } }"],
  ["ID!", "customer(phone: $phone) { loyalty(branchId: $text) { asOf } }"],
  ["String", "loyaltyBalance(branchId: $branchId, phone: $phone) { transactions(after: $text) { nodes { id } } }"],
];

/** null: it was answered, or refused as it deserves. */
async function troubleOf(query: string, variables: object): Promise<string | null> {
  const { status, codes, text } = await gateway.ask(query, variables, gateway.adminKey);
  return status < 500 && !codes.includes("INTERNAL_SERVER_ERROR") ? null : text;
}

describe("a text that cannot be stored", () => {
  it.each(textPlaces())("is no error of the gateway's in $name", async ({ field, requestWith }) => {
    for (const [what, text] of Object.entries(TEXTS)) {
      const { query, variables } = requestWith(text, argumentsOf(field));
      expect({ what, trouble: await troubleOf(query, variables) }).toEqual({ what, trouble: null });
    }
  });

  it.each(FURTHER_DOWN)("is no error of the gateway's as the %s of %s", async (type, document) => {
    const { branchId, planId } = places;
    const given = { $branchId: ["ID!", branchId], $planId: ["ID!", planId], $phone: ["String!", OWNER_PHONE] };
    for (const [what, text] of Object.entries(TEXTS)) {
      const used = Object.entries({ ...given, $text: [type, text] }).filter(([name]) => document.includes(name));
      const query = `query (${used.map(([name, [of]]) => `${name}: ${of}`).join(", ")}) { ${document} }`;
      const variables = Object.fromEntries(used.map(([name, [, value]]) => [name.slice(1), value]));
      expect({ what, trouble: await troubleOf(query, variables) }).toEqual({ what, trouble: null });
    }
  });
});
