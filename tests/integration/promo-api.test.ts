import { type Viewer } from "../../src/domain/access/viewer";
import { CreateBranch } from "../../src/services/branches/create-branch";
import { ADMIN, GUEST, operatorOf } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";

const CREATE = `mutation ($input: CreatePromotionInput!) {
  createPromotion(input: $input) {
    promotion {
      id name kind percent sum { amount currencyCode } giftArticle giftQuantity minimumSum { amount } startsOn endsOn
      branchIds fulfilments combinable oncePerCustomer firstOrderOnly usageLimit usesPerCode disabledAt uses
      codes(first: 2) { nodes { code uses } pageInfo { hasNextPage endCursor } }
    }
    userErrors { code field }
  }
}`;
const GENERATE = `mutation ($input: GeneratePromoCodesInput!) {
  generatePromoCodes(input: $input) { promotion { id } codes userErrors { code field } }
}`;
const PAUSE =
  "mutation ($id: ID!, $paused: Boolean!) { setPromotionPaused(id: $id, paused: $paused) { promotion { pausedAt disabledAt } userErrors { code field } } }";
const DISABLE =
  "mutation ($id: ID!) { disablePromotion(id: $id) { promotion { disabledAt } userErrors { code field } } }";
const LIST = `query ($branchId: ID!, $after: String) {
  promotions(branchId: $branchId, first: 2, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } }
}`;

interface Told {
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
  }[];
}

describe("promotions over the API", () => {
  let gateway: DemoGateway;
  let branchId: string;
  let other: string;

  beforeAll(async () => {
    gateway = await DemoGateway.start();
    branchId = gateway.demoBranchId;
    const place = { name: "Second", timeZone: "Asia/Almaty", currencyCode: "KZT" };
    other = (await new CreateBranch(gateway.db).execute(place)).id;
  });
  afterAll(() => gateway.stop());

  type Created = { readonly promotion: { readonly id: string } } & Told;
  async function create(input: object, viewer: Viewer = ADMIN): Promise<Created> {
    const usual = { name: "Осень", kind: "PERCENT", percent: 10, branchIds: [branchId] };
    const answer = await gateway.ask<{ createPromotion: Created }>(
      CREATE,
      { input: { ...usual, ...input } },
      viewer,
    );
    return answer.createPromotion;
  }
  async function generate(input: object, viewer: Viewer = ADMIN) {
    type Answer = { readonly generatePromoCodes: { readonly codes: readonly string[] } & Told };
    return (await gateway.ask<Answer>(GENERATE, { input }, viewer)).generatePromoCodes;
  }
  const told = ({ userErrors }: Told) =>
    userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`);

  it("are created with their benefit, conditions, and normalised codes", async () => {
    const codes = [" осень-10 ", "Autumn-10", "ОСЕНЬ-10"];
    const rules = {
      minimumSum: "500.5",
      startsOn: "2026-09-01",
      endsOn: "2026-11-30",
      usageLimit: 100,
      usesPerCode: 1,
    };
    const { promotion } = await create({
      codes,
      ...rules,
      fulfilments: ["PICKUP"],
      firstOrderOnly: true,
    });
    expect(promotion).toMatchObject({
      name: "Осень",
      kind: "PERCENT",
      percent: 10,
      sum: null,
      giftArticle: null,
      giftQuantity: null,
      ...rules,
      minimumSum: { amount: "500.50" },
      fulfilments: ["PICKUP"],
      branchIds: [branchId],
      combinable: false,
      oncePerCustomer: false,
      firstOrderOnly: true,
      disabledAt: null,
      uses: 0,
      codes: {
        nodes: [{ code: "AUTUMN-10", uses: 0 }, { code: "ОСЕНЬ-10" }],
        pageInfo: { hasNextPage: false },
      },
    });
    expect((await create({ kind: "SUM", percent: null, sum: "150" })).promotion).toMatchObject({
      sum: { amount: "150.00", currencyCode: "RUB" },
    });
    expect(
      (await create({ kind: "GIFT", percent: null, giftArticle: "00101" })).promotion,
    ).toMatchObject({
      giftQuantity: 1,
    });
    expect(told(await create({ codes: ["другой", "autumn-10"] }))).toEqual([
      "CONFLICT input.codes.1",
    ]);
  });

  it("are refused with everything that is wrong", async () => {
    const wrong = {
      name: " ",
      kind: "GIFT",
      sum: "-1",
      startsOn: "2026-02-30",
      usageLimit: 0,
      codes: ["x"],
    };
    expect(told(await create(wrong)).sort()).toEqual([
      ...[
        "INVALID input.codes.0",
        "INVALID input.percent",
        "INVALID input.startsOn",
        "INVALID input.sum",
      ],
      ...["INVALID input.usageLimit", "REQUIRED input.giftArticle", "REQUIRED input.name"],
    ]);
    expect(told(await create({ branchIds: [] }))).toEqual(["INVALID input.branchIds"]);
    expect(told(await create({ branchIds: [branchId, other] }))).toEqual([
      "INVALID input.branchIds",
    ]);
    expect(told(await create({ startsOn: "2026-12-02", endsOn: "2026-12-01" }))).toEqual([
      "INVALID input.endsOn",
    ]);
    expect(told(await create({ percent: 101 }))).toEqual(["INVALID input.percent"]);
  });

  it("can be paused and resumed as often as requested", async () => {
    const { id } = (await create({})).promotion;
    type Answer = {
      readonly setPromotionPaused: { readonly promotion: { readonly pausedAt: string } } & Told;
    };
    const put = async (paused: boolean) =>
      (await gateway.ask<Answer>(PAUSE, { id, paused })).setPromotionPaused.promotion;
    const { pausedAt } = await put(true);
    expect(pausedAt).toEqual(expect.any(String));
    expect(await put(true)).toEqual({ pausedAt, disabledAt: null });
    expect((await generate({ promotionId: id, count: 1 })).codes).toHaveLength(1);
    expect(await put(false)).toEqual({ pausedAt: null, disabledAt: null });
    expect(await put(false)).toEqual({ pausedAt: null, disabledAt: null });
  });

  it("end once and for all", async () => {
    const { id } = (await create({})).promotion;
    type Answer = {
      readonly disablePromotion: { readonly promotion: { readonly disabledAt: string } } & Told;
    };
    const end = async () =>
      (await gateway.ask<Answer>(DISABLE, { id })).disablePromotion.promotion.disabledAt;
    expect(await end()).toBe(await end());
    expect(told(await generate({ promotionId: id, count: 1 }))).toEqual([
      "CONFLICT input.promotionId",
    ]);
  });

  it("spanning several branches are visible to keys of one branch, but changed only by keys of all", async () => {
    const [second] = await gateway.db.query<[{ id: string }]>(
      `insert into branches (id, name, time_zone) values (gen_random_uuid(), 'Third', 'Europe/Moscow') returning id`,
    );
    const { id } = (await create({ branchIds: [branchId, second.id] })).promotion;
    const partly = operatorOf(second.id);
    const { promotion } = await gateway.ask<{ promotion: object }>(
      "query ($id: ID!) { promotion(id: $id) { branchIds } }",
      { id },
      partly,
    );
    expect(promotion).toEqual({ branchIds: [second.id] });
    expect(told(await generate({ promotionId: id, count: 1 }, partly))).toEqual([
      "FORBIDDEN input.promotionId",
    ]);
    expect(told(await generate({ promotionId: id, count: 1 }, operatorOf(other)))).toEqual([
      "NOT_FOUND input.promotionId",
    ]);
    expect(
      (await generate({ promotionId: id, count: 1 }, operatorOf(branchId, second.id))).codes,
    ).toHaveLength(1);
    expect((await gateway.answer(LIST, { branchId }, GUEST)).errors).toHaveLength(1);
  });
});
