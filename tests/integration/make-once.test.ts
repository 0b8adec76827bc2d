import { type Viewer } from "../../src/domain/access/viewer";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";

const BRANCH = `mutation ($input: CreateBranchInput!) {
  payload: createBranch(input: $input) { made: branch { id name } userErrors { code field } }
}`;
const API_KEY = `mutation ($input: CreateApiKeyInput!) {
  payload: createApiKey(input: $input) { made: apiKey { id label } secret replayed userErrors { code field } }
}`;
const SECTION = `mutation ($branchId: ID!, $name: String!, $idempotencyKey: String) {
  payload: createSection(branchId: $branchId, name: $name, idempotencyKey: $idempotencyKey) {
    made: section { id name } userErrors { code field }
  }
}`;
const PROMOTION = `mutation ($input: CreatePromotionInput!) {
  payload: createPromotion(input: $input) { made: promotion { id name } userErrors { code field } }
}`;
const CODES = `mutation ($input: GeneratePromoCodesInput!) {
  payload: generatePromoCodes(input: $input) { made: codes replayed userErrors { code field } }
}`;

interface Payload {
  readonly made: { readonly id: string } | readonly string[] | null;
  readonly secret?: string | null;
  readonly replayed?: boolean;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

const REUSED = { code: "IDEMPOTENCY_KEY_REUSED" };

describe("a mutation with an idempotency key", () => {
  let gateway: DemoGateway;
  let branchId: string;
  let promotionId: string;

  beforeAll(async () => {
    gateway = await DemoGateway.start();
    branchId = gateway.demoBranchId;
    const { made } = await ask(PROMOTION, { input: promotion("Осень") });
    promotionId = (made as { id: string }).id;
  });

  afterAll(() => gateway.stop());

  async function ask(document: string, variables: object, viewer: Viewer = ADMIN) {
    const answer = await gateway.ask<{ payload: Payload }>(document, { ...variables }, viewer);
    return answer.payload;
  }

  function promotion(name: string, changes: object = {}): object {
    const terms = { name, kind: "PERCENT", percent: 10, branchIds: [branchId] };
    return Object.assign(terms, changes);
  }

  const branch = (key: string | null, name = "Кафе") => {
    return ask(BRANCH, { input: { name, timeZone: "Europe/Moscow", idempotencyKey: key } });
  };
  const apiKey = (key: string | null, label = "Касса") => {
    return ask(API_KEY, { input: { label, scope: "OPERATOR", idempotencyKey: key } });
  };
  const section = (key: string | null, name = "Супы") => {
    return ask(SECTION, { branchId, name, idempotencyKey: key });
  };
  const codes = (key: string | null, prefix = "A") => {
    const input = { promotionId, count: 3, prefix, idempotencyKey: key };
    return ask(CODES, { input });
  };
  const begun = (key: string | null, name = "Зима") => {
    return ask(PROMOTION, { input: promotion(name, { idempotencyKey: key }) });
  };

  const MAKERS = [
    ["createBranch", branch],
    ["createApiKey", apiKey],
    ["createSection", section],
    ["createPromotion", begun],
    ["generatePromoCodes", codes],
  ] as const;

  describe.each(MAKERS)("%s", (name, make) => {
    it("creates it once, and gives the same answer to anyone who repeats the call", async () => {
      const first = await make(`once-${name}`);
      expect(first).toMatchObject({ userErrors: [] });
      const again = await make(`once-${name}`);
      expect(again.userErrors).toEqual([]);
      expect(again.made).toEqual(first.made);
    });

    it("creates it once for simultaneous calls", async () => {
      const all = await Promise.all([1, 2, 3].map(() => make(`together-${name}`)));
      expect(new Set(all.map(({ made }) => JSON.stringify(made))).size).toBe(1);
      expect(all.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    });

    it("refuses the key for anything else, and then creates nothing", async () => {
      await make(`other-${name}`);
      const { made, userErrors } = await make(`other-${name}`, "Z");
      expect(userErrors).toMatchObject([REUSED]);
      expect(userErrors[0]?.field.at(-1)).toBe("idempotencyKey");
      expect(Array.isArray(made) ? made : null).toEqual(Array.isArray(made) ? [] : made);
    });

    it("creates another one for another key, and for none", async () => {
      const made = [await make(`one-${name}`), await make(null), await make(null)];
      expect(new Set(made.map((each) => JSON.stringify(each.made))).size).toBe(3);
    });

    it.each([[""], ["x".repeat(201)], ["a\u0000b"]])("accepts no key like %j", async (key) => {
      expect((await make(key)).userErrors).toMatchObject([{ code: "INVALID" }]);
    });
  });

  it("leaves a key free when nothing was created", async () => {
    expect((await branch("free", " ")).userErrors).not.toEqual([]);
    expect((await branch("free", "Кафе на углу")).userErrors).toEqual([]);
  });

  it("shows the secret of an API key once, says so, and stores it nowhere", async () => {
    const first = await apiKey("secret");
    expect(first).toMatchObject({ replayed: false, secret: expect.any(String) as string });
    expect(await apiKey("secret")).toMatchObject({ replayed: true, secret: null });
    const rows = await gateway.db.query<object[]>("select * from idempotency_keys");
    expect(JSON.stringify(rows)).not.toContain(first.secret?.split("_").at(-1));
  });

  it("returns promo codes again, which are no secret from the restaurant", async () => {
    const { made } = await codes("codes");
    expect(await codes("codes")).toMatchObject({ made, replayed: true });
  });

  it("repeats a promotion whose codes are taken only by itself", async () => {
    const input = promotion("Код", { codes: ["ONLYONCE"], idempotencyKey: "with-code" });
    const [first, again] = [await ask(PROMOTION, { input }), await ask(PROMOTION, { input })];
    expect(again).toEqual(first);
    const without = promotion("Код", { codes: ["ONLYONCE"] });
    expect((await ask(PROMOTION, { input: without })).userErrors).toMatchObject([
      { code: "CONFLICT" },
    ]);
  });

  it("keeps keys apart that belong to different branches or to callers with different access", async () => {
    const { made } = await branch("apart");
    const other = (made as { id: string }).id;
    const [here, there] = await Promise.all(
      [branchId, other].map((id) =>
        ask(SECTION, { branchId: id, name: "Соусы", idempotencyKey: "apart" }),
      ),
    );
    expect(there?.userErrors).toEqual([]);
    expect(there?.made).not.toEqual(here?.made);
    const input = promotion("Лето", { idempotencyKey: "apart" });
    const [ofOne, ofAll] = [
      await ask(PROMOTION, { input }, operatorOf(branchId)),
      await ask(PROMOTION, { input }),
    ];
    expect(ofOne.userErrors).toEqual([]);
    expect(ofOne.made).not.toEqual(ofAll.made);
  });
});
