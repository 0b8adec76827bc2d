import { type Viewer } from "../../src/domain/access/viewer";
import { ADMIN } from "../support/branch-gateway";
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
const LIST = `query ($branchId: ID!, $after: String) {
  promotions(branchId: $branchId, first: 2, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } }
}`;
const CODES = `query ($id: ID!, $after: String) {
  promotion(id: $id) { codeCount codes(first: 2, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }
}`;

interface Told {
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
  }[];
}
interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe("promotion codes over the API", () => {
  let gateway: DemoGateway;
  let branchId: string;

  beforeAll(async () => {
    gateway = await DemoGateway.start();
    branchId = gateway.demoBranchId;
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

  it("can be generated ten thousand at a time, all distinct and hard to confuse", async () => {
    const { id } = (await create({ usesPerCode: 1 })).promotion;
    const { codes } = await generate({ promotionId: id, count: 10_000, prefix: "зима-" });
    expect(new Set(codes).size).toBe(10_000);
    expect(codes.filter((code) => !/^ЗИМА-[2-9A-HJKMNP-Z]{8}$/.test(code))).toEqual([]);
    expect(told(await generate({ promotionId: id, count: 10_001 }))).toEqual([
      "INVALID input.count",
    ]);
    expect(told(await generate({ promotionId: id, count: 1, prefix: "a.b" }))).toEqual([
      "INVALID input.prefix",
    ]);
    const [{ count }] = await gateway.db.query<[{ count: string }]>(
      "select count(*) from promo_codes where promotion_id = $1",
      [id],
    );
    expect(Number(count)).toBe(10_000);
  });

  it("are listed page by page, as are their promotions, newest first", async () => {
    for (const name of ["Две", "Три", "Четыре"]) await create({ name });
    const { id } = (await create({ name: "Пять" })).promotion;
    const { codes } = await generate({ promotionId: id, count: 5 });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      type Codes = Page<{ readonly code: string }>;
      type Answer = { readonly promotion: { readonly codeCount: number; readonly codes: Codes } };
      const page: Answer = await gateway.ask<Answer>(CODES, { id, after });
      expect(page.promotion.codeCount).toBe(5);
      seen.push(...page.promotion.codes.nodes.map(({ code }) => code));
      after = page.promotion.codes.pageInfo.hasNextPage
        ? page.promotion.codes.pageInfo.endCursor
        : null;
    } while (after !== null);
    expect(seen).toEqual([...codes].sort());
    type Listed = { readonly promotions: Page<{ readonly name: string }> };
    const first = (await gateway.ask<Listed>(LIST, { branchId })).promotions;
    expect(first.nodes[0]).toEqual({ name: "Пять" });
    const next = (await gateway.ask<Listed>(LIST, { branchId, after: first.pageInfo.endCursor }))
      .promotions;
    expect(next.nodes).toEqual([{ name: "Три" }, { name: "Две" }]);
  });
});
