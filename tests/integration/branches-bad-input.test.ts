import { ACCEPT, cases, NUL, SAVE } from "../support/bad-branch-input";
import { ADMIN, BranchGateway } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

let gateway: BranchGateway;
let branchId: string;
beforeAll(async () => {
  gateway = await BranchGateway.start(new FakePosDirectory({}));
  branchId = await gateway.createBranch();
});
afterAll(() => gateway.stop());

/** Every row of every table that a mutation here could have written to. */
async function everything(): Promise<unknown> {
  const tables = ["branches", "branch_settings", "settings_changes", "api_keys"];
  return Promise.all(tables.map((table) => gateway.db.query(`select * from ${table} order by 1`)));
}

async function ask(source: string, variables: Record<string, unknown>, locale: "ru" | "en" = "en") {
  const { data, errors } = await gateway.query(source, ADMIN, variables, locale);
  const { result } = (data ?? {}) as unknown as {
    result: { userErrors: { code: string; field: string[]; message: string }[] };
  };
  return { errors, result };
}

describe("Invalid input", () => {
  it.each(cases)(
    "%s is refused field by field, in both languages, and changes nothing",
    async (...[, source, variables, userErrors]) => {
      const before = await everything();
      const given = { id: branchId, ...variables };

      const { errors, result } = await ask(source, given);

      expect(errors).toBeUndefined();
      expect(result.userErrors.map(({ code, field }) => `${code} ${field.join(".")}`)).toEqual(
        userErrors,
      );
      const russian = (await ask(source, given, "ru")).result.userErrors;
      expect(russian.every(({ message }) => /[а-я]/i.test(message))).toBe(true);
      expect(result.userErrors.every(({ message }) => !/[а-я]/i.test(message))).toBe(true);
      expect(await everything()).toEqual(before);
    },
  );

  const wrongTypes: readonly (readonly [string, Record<string, unknown>])[] = [
    [SAVE, { input: { bonusWriteOffLimitPercent: 1.5 } }],
    [SAVE, { input: { bonusWriteOffLimitPercent: "30" } }],
    [SAVE, { input: { bonusWriteOffLimitPercent: 2 ** 40 } }],
    [SAVE, { input: { universalDiscountId: "not-a-uuid" } }],
    [SAVE, { input: { organizationId: NUL } }],
    [SAVE, { input: { doNotUseBonuses: "true" } }],
    [SAVE, { input: { paymentTypes: [{ method: "GOLD" }] } }],
    [SAVE, { input: { nonsense: 1 } }],
    [SAVE, { version: 1.5, input: {} }],
    [ACCEPT, { delivery: "no" }],
    [ACCEPT, { delivery: false, until: "tomorrow" }],
  ];

  it.each(wrongTypes)(
    "of the wrong type is refused and changes nothing (%#)",
    async (source, variables) => {
      const before = await everything();
      const { errors } = await ask(source, { id: branchId, ...variables });
      expect(errors).toHaveLength(1);
      expect(await everything()).toEqual(before);
    },
  );
});
