import { ADMIN, BranchGateway, GUEST } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const SETTINGS = `settings {
  pos organizationId terminalGroupId externalMenuId credential { kind masked }
  paymentTypes { method posPaymentTypeId processedExternally } statusMap { posStatus status }
  bonusPaymentTypeId bonusWalletId bonusWriteOffLimitPercent universalDiscountId
  quotesByPosLoyalty holdBonuses doNotSendPromoCodes doNotUseBonuses doNotUsePosPromoCodes
  delivery { fee freeFrom posProductId }
  injection { retryDelaysSeconds acceptTimeoutSeconds } fallback { kind target enabled }
}`;
const SAVE = `mutation ($branchId: ID!, $version: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $branchId, expectedVersion: $version, input: $input) {
    branch { name timeZone version ${SETTINGS} } userErrors { code field message }
  }
}`;

let gateway: BranchGateway;
beforeAll(async () => {
  gateway = await BranchGateway.start(new FakePosDirectory({}));
});
afterAll(() => gateway.stop());

async function save(branchId: string, version: number, input: object) {
  const { data, errors } = await gateway.query(SAVE, ADMIN, { branchId, version, input });
  expect(errors).toBeUndefined();
  const { branch, userErrors } = data.saveBranchSettings;
  return {
    branch,
    userErrors,
    faults: userErrors.map(({ code, field }) => `${code} ${field.join(".")}`),
  };
}

describe("saveBranchSettings with invalid input", () => {
  it("refuses a change to settings that someone else has changed meanwhile", async () => {
    const branchId = await gateway.createBranch();
    const both = await Promise.all([
      save(branchId, 1, { externalMenuId: "1" }),
      save(branchId, 1, { externalMenuId: "2" }),
    ]);

    const codes = both.map(({ userErrors }) => userErrors.map((error) => error.code));
    expect(codes.sort()).toEqual([[], ["STALE_VERSION"]]);
  });

  it("reports every rejected field with its own error, and saves nothing", async () => {
    const branchId = await gateway.createBranch();
    const { branch, faults } = await save(branchId, 7, {
      pos: "IIKO",
      externalMenuId: "../1",
      apiKey: "abc 123",
      paymentTypes: [{ method: "CASH", processedExternally: true }, { method: "CASH" }],
      statusMap: [{ posStatus: "", status: "NEW" }],
      injection: { retryDelaysSeconds: [-1], acceptTimeoutSeconds: 5 },
      fallback: [
        { kind: "EMAIL", target: "kitchen@example\r\nBcc: x@example.ru" },
        { kind: "TELEGRAM", target: "kitchen" },
      ],
    });

    expect(branch).toBeNull();
    expect(faults).toEqual([
      "STALE_VERSION expectedVersion",
      "INVALID input.externalMenuId",
      "INVALID input.paymentTypes.0.processedExternally",
      "INVALID input.paymentTypes.1.method",
      "INVALID input.statusMap.0.posStatus",
      "INVALID input.fallback.0.target",
      "INVALID input.fallback.1.target",
      "INVALID input.injection.retryDelaysSeconds",
      "INVALID input.injection.acceptTimeoutSeconds",
      "INVALID input.apiKey",
      "REQUIRED input.appId",
      "REQUIRED input.clientSecret",
      "REQUIRED input.organizationId",
    ]);
    const { data } = await gateway.query(`{ branches { nodes { id version } } }`, GUEST);
    expect(data.branches.nodes).toContainEqual({ id: branchId, version: 1 });
  });

  it("connects to a POS only with a key, an organization and an adapter", async () => {
    const branchId = await gateway.createBranch();
    const { faults } = await save(branchId, 1, { pos: "SANDBOX" });
    expect(faults).toEqual([
      "INVALID input.pos",
      "REQUIRED input.apiLogin",
      "REQUIRED input.organizationId",
    ]);
  });

  it("answers for a branch that does not exist as for a malformed id", async () => {
    for (const branchId of ["3f0c2c9e-6b0e-4b0a-9a34-0d5f3c1c7b11", "no-uuid"]) {
      const { userErrors } = await save(branchId, 1, {});
      expect(userErrors).toMatchObject([{ code: "NOT_FOUND", field: ["branchId"] }]);
    }
  });
});
