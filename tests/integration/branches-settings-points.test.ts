import { ADMIN, BranchGateway } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const WALLET = "9d0a3f6f-3a4e-4c11-8f3f-1b526c0e4a02";
const IIKO = {
  pos: "IIKO",
  organizationId: "7bc05553-4b68-44e8-b7bc-37be63c6d9e9",
  apiLogin: "f6fd2b1c-9c2",
};
const SAVE = `mutation ($branchId: ID!, $version: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $branchId, expectedVersion: $version, input: $input) {
    branch { settings {
      pointsPaymentTypeIdInPos pointsWalletIdInPos pointsLimitPercent holdPoints doNotUsePoints
      bonusPaymentTypeId bonusWalletId bonusWalletIdInPos bonusWriteOffLimitPercent holdBonuses doNotUseBonuses
    } }
    userErrors { code field }
  }
}`;

let gateway: BranchGateway;
beforeAll(async () => {
  gateway = await BranchGateway.start(new FakePosDirectory({}));
});
afterAll(() => gateway.stop());

describe("the settings of points", () => {
  async function save(branchId: string, version: number, input: object) {
    const variables = { branchId, version, input };
    const { data, errors } = await gateway.query(SAVE, ADMIN, variables);
    expect(errors).toBeUndefined();
    return data.saveBranchSettings;
  }

  it("are accepted under their newer names, and shown under all of them", async () => {
    const branchId = await gateway.createBranch();
    const newer = {
      pointsPaymentTypeIdInPos: WALLET,
      pointsWalletIdInPos: WALLET.toUpperCase(),
      pointsLimitPercent: 30,
      holdPoints: true,
      doNotUsePoints: true,
    };
    const saved = await save(branchId, 1, { ...IIKO, ...newer });
    expect(saved.userErrors).toEqual([]);
    expect(saved.branch.settings).toMatchObject({
      ...newer,
      pointsWalletIdInPos: WALLET,
      bonusPaymentTypeId: WALLET,
      bonusWalletId: WALLET,
      bonusWalletIdInPos: WALLET,
      bonusWriteOffLimitPercent: 30,
      holdBonuses: true,
      doNotUseBonuses: true,
    });
    const cleared = await save(branchId, 2, { pointsLimitPercent: null, holdPoints: false });
    expect(cleared.branch.settings).toMatchObject({
      bonusWriteOffLimitPercent: 0,
      holdBonuses: false,
    });
  });

  it.each([
    [{ pointsLimitPercent: 101 }, "pointsLimitPercent"],
    [{ bonusWriteOffLimitPercent: 101 }, "bonusWriteOffLimitPercent"],
    [{ pointsWalletIdInPos: "no id" }, "pointsWalletIdInPos"],
    [{ pointsLimitPercent: 30, bonusWriteOffLimitPercent: 30 }, "pointsLimitPercent"],
    [{ bonusWalletIdInPos: WALLET, bonusWalletId: WALLET }, "bonusWalletIdInPos"],
  ])("are refused as %j under the name that was given", async (input, field) => {
    const branchId = await gateway.createBranch();
    const { branch, userErrors } = await save(branchId, 1, { ...IIKO, ...input });
    expect(branch).toBeNull();
    expect(userErrors).toEqual([{ code: "INVALID", field: ["input", field] }]);
  });
});
