import { DEMO_KEY } from "../../sandbox/credentials";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { BranchesPlanKind } from "../../src/entities/catalogue/branches-plan";
import { type BranchesPlanRequest } from "../../src/services/catalogue/branches-plans/branches-plan-request";
import { ADMIN, CountedGateway } from "../support/counted-gateway";
import { EVERY_QUERY, GUEST, PHONE } from "../support/every-query";

const NAMES = Object.keys(EVERY_QUERY);
const MANY = 30;
/**
 * Their contents come from the sandbox and never change, or have one row for each minute of an
 * hour.
 */
const OF_ONE_SIZE = new Set([
  "branchSettingFields",
  "caller",
  "catalogueIssues",
  "deliveryOptions",
  "loyaltyBalance",
  "orderFigures",
  "orderFlow",
  "ordersNeedingPeople",
  "organizations",
  "streets",
  "terminalGroups",
  "timeSlots",
]);

type Variables = Record<string, unknown>;
type Costs = ReadonlyMap<string, Awaited<ReturnType<CountedGateway["costOf"]>>>;

let gateway: CountedGateway;
let withFew: Costs;
let withMany: Costs;

beforeAll(async () => {
  gateway = await CountedGateway.start();
  // One guest who has not signed in places all the orders.
  await gateway.db.query("update branch_settings set guest_orders_most_open = 0");
  withFew = await costsOf(await grow(1, 1));
  withMany = await costsOf(await grow(MANY, 100));
});

afterAll(() => gateway.stop());

async function costsOf(variables: Variables): Promise<Costs> {
  const costs = new Map<string, Awaited<ReturnType<CountedGateway["costOf"]>>>();
  for (const [name, { viewer, document }] of Object.entries(EVERY_QUERY)) {
    costs.set(name, await gateway.costOf(viewer, document, variables));
  }
  return costs;
}

/**
 * Adds `count` of everything that a query may list, and returns the variables to query it, with
 * `first` of each.
 */
async function grow(count: number, first: number): Promise<Variables> {
  const { branchId } = gateway;
  const lines = (await dishes()).slice(0, count).map((article) => ({ article }));
  const order = await placeOrder(`order of ${count} lines`, lines);
  const orderIds: string[] = [];
  for (let n = 1; n <= count; n++) {
    orderIds.push((await placeOrder(`order ${n} of ${count}`, lines.slice(0, 1))).orderId);
    await addBranch(`Branch ${n} of ${count}`);
    await gateway.ask(
      ADMIN,
      `mutation { createApiKey(input: { label: "x", scope: OPERATOR }) { secret }
        createCompany(input: { name: "x" }) { company { id } } }`,
    );
  }
  await gateway.db.query(
    "update orders set injection_state = 'DEAD_LETTERED', handed_over_at = now() where number like '%1'",
  );
  await gateway.db.query(
    "update products set locked_fields = '{PRICE}' where branch_id = $1 and article = any ($2)",
    [branchId, lines.map(({ article }) => article)],
  );
  const organizationId = demoRestaurant.organizations[0]!.id;
  const kept = {
    planId: await plan(lines.map(({ article }) => article)),
    promotionId: await promotions(count),
    branchesPlanId: await branchesPlans(count),
  };
  return { branchId, first, lines, organizationId, orderIds, ...order, ...kept };
}

/** Articles that can be ordered without a selection. */
async function dishes(): Promise<string[]> {
  const query = `query ($id: ID!) { products(branchId: $id, first: 100, availableOnly: true) {
    nodes { article comboGroups { id } optionGroups { min } } } }`;
  const { products } = await gateway.ask<{
    products: {
      nodes: { article: string; comboGroups: object[]; optionGroups: { min: number }[] }[];
    };
  }>(GUEST, query, { id: gateway.branchId });
  const simple = products.nodes.filter(
    ({ comboGroups, optionGroups }) =>
      comboGroups.length === 0 && optionGroups.every(({ min }) => min === 0),
  );
  return simple.map(({ article }) => article);
}

async function placeOrder(idempotencyKey: string, lines: readonly object[]) {
  const customer = { name: "Гость", phone: PHONE };
  const order = {
    branchId: gateway.branchId,
    fulfilment: "PICKUP",
    customer,
    payment: { method: "CASH" },
  };
  const { createOrder } = await gateway.ask<{
    createOrder: { order: { id: string } | null; trackingToken: string };
  }>(
    GUEST,
    `mutation ($input: CreateOrderInput!) { createOrder(input: $input) { order { id } trackingToken userErrors { code field } } }`,
    { input: { idempotencyKey, lines, ...order } },
  );
  if (!createOrder.order) throw new Error(JSON.stringify(createOrder));
  return { orderId: createOrder.order.id, key: idempotencyKey, token: createOrder.trackingToken };
}

async function addBranch(name: string): Promise<void> {
  const { id, version } = await gateway.app.createBranch.execute({
    name,
    timeZone: "Europe/Moscow",
    currencyCode: "RUB",
  });
  await gateway.app.saveBranchSettings.execute(ADMIN, id, version, { apiLogin: DEMO_KEY });
}

/** Each covers all branches. */
async function branchesPlans(count: number): Promise<string> {
  const { planForBranches, workBranchesPlan } = gateway.app;
  const request: BranchesPlanRequest = { kind: BranchesPlanKind.SYNC_PRICES, articles: null };
  let planId = "";
  for (let made = 0; made < count; made += 1) {
    planId = await planForBranches.execute(ADMIN, { branchIds: null, requests: [request] });
    await workBranchesPlan.execute({ planId });
  }
  await gateway.db.query("delete from jobs where task = 'work-branches-plan'");
  return planId;
}

async function plan(articles: readonly string[]): Promise<string> {
  const section = `query ($id: ID!) { sections(branchId: $id, first: 1) { nodes { id } } }`;
  const { sections } = await gateway.ask<{ sections: { nodes: { id: string }[] } }>(
    GUEST,
    section,
    {
      id: gateway.branchId,
    },
  );
  const input = {
    branchId: gateway.branchId,
    sectionId: sections.nodes[0]!.id,
    articles,
    fields: ["PRICE"],
  };
  const { importSection } = await gateway.ask<{ importSection: { plan: { id: string } } }>(
    ADMIN,
    "mutation ($input: ImportSectionInput!) { importSection(input: $input) { plan { id } } }",
    { input },
  );
  return importSection.plan.id;
}

/**
 * Returns the id of the last of them; each has as many codes as there are promotions, and the first
 * one also has `PROMO-<count>`.
 */
async function promotions(count: number): Promise<string> {
  let id = "";
  for (let n = 1; n <= count; n++) {
    const codes = n === 1 ? [`PROMO-${count}`] : [];
    const terms = {
      name: `Promotion ${n} of ${count}`,
      kind: "PERCENT",
      percent: 5,
      branchIds: [gateway.branchId],
    };
    const { createPromotion } = await gateway.ask<{
      createPromotion: { promotion: { id: string } };
    }>(
      ADMIN,
      "mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { promotion { id } } }",
      { input: { ...terms, codes } },
    );
    ({ id } = createPromotion.promotion);
    await gateway.ask(
      ADMIN,
      "mutation ($input: GeneratePromoCodesInput!) { generatePromoCodes(input: $input) { userErrors { code } } }",
      { input: { promotionId: id, count } },
    );
  }
  return id;
}

function objectsIn(answer: string): number {
  return answer.split("{").length - 1;
}

describe("What a query costs does not grow with its rows", () => {
  it("for every query in the schema", () => {
    const fields = Object.values(gateway.schema.getQueryType()!.getFields());
    // A deprecated query is another name for one that is measured.
    const queries = fields.filter((it) => !it.deprecationReason).map(({ name }) => name);
    expect([...NAMES].sort()).toEqual([...queries, "quoteOrder"].sort());
  });

  it.each(NAMES)("%s", (name) => {
    const [few, many] = [withFew.get(name)!, withMany.get(name)!];
    expect(many).toEqual({ ...few, answer: many.answer });
    if (!OF_ONE_SIZE.has(name))
      expect(objectsIn(many.answer)).toBeGreaterThan(objectsIn(few.answer) * 3);
    const { most } = EVERY_QUERY[name]!;
    if (most)
      expect({ statements: many.statements.length, calls: many.calls.length }).toEqual(most);
  });
});
