import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { ADMIN, BranchGateway } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const ORGANIZATION = "7bc05553-4b68-44e8-b7bc-37be63c6d9e9";
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
const IIKO = { pos: "IIKO", organizationId: ORGANIZATION, apiLogin: "f6fd2b1c-9c2" };

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

describe("saveBranchSettings", () => {
  it("saves the whole form and shows the key masked", async () => {
    const branchId = await gateway.createBranch();
    const input = {
      ...IIKO,
      terminalGroupId: "9d0a3f6f-3a4e-4c11-8f3f-1b526c0e4a58",
      externalMenuId: "47",
      paymentTypes: [
        { method: "CASH", posPaymentTypeId: "09322f46-578a-d210-add7-eec222a08871" },
        { method: "ONLINE" },
      ],
      statusMap: [{ posStatus: "OnWay", status: "ON_THE_WAY" }],
      bonusPaymentTypeId: "9d0a3f6f-3a4e-4c11-8f3f-1b526c0e4a01",
      bonusWalletId: "9d0a3f6f-3a4e-4c11-8f3f-1b526c0e4a02",
      bonusWriteOffLimitPercent: 100,
      universalDiscountId: "9d0a3f6f-3a4e-4c11-8f3f-1b526c0e4a03",
      quotesByPosLoyalty: true,
      holdBonuses: true,
      doNotSendPromoCodes: true,
      doNotUseBonuses: true,
      doNotUsePosPromoCodes: true,
      delivery: {
        fee: "199.50",
        freeFrom: "1500.00",
        posProductId: "9d0a3f6f-3a4e-4c11-8f3f-1b526c0e4a04",
      },
      injection: { retryDelaysSeconds: [15, 30], acceptTimeoutSeconds: 90 },
      fallback: [
        { kind: "EMAIL", target: "kitchen@example.ru" },
        { kind: "TELEGRAM", target: "-1001234567890", enabled: false },
      ],
    };

    const { branch, userErrors } = await save(branchId, 1, input);

    expect(userErrors).toEqual([]);
    const { apiLogin: _secret, ...shown } = input;
    expect(branch).toEqual({
      name: "Arbat",
      timeZone: "Europe/Moscow",
      version: 2,
      settings: {
        ...shown,
        credential: { kind: "API_LOGIN_V1", masked: "****-9c2" },
        paymentTypes: [
          { ...input.paymentTypes[0], processedExternally: false },
          { method: "ONLINE", posPaymentTypeId: null, processedExternally: false },
        ],
        fallback: [{ ...input.fallback[0], enabled: true }, input.fallback[1]],
      },
    });
  });

  it("stores the key encrypted and hands it to the POS adapter whole", async () => {
    const branchId = await gateway.createBranch();
    await save(branchId, 1, {
      pos: "IIKO",
      organizationId: ORGANIZATION,
      apiKey: "key-0123456789",
      appId: "app-1",
      clientSecret: "hush",
    });

    const { credentialSealed } = await gateway.db.manager.findOneByOrFail(BranchSettings, {
      branchId,
    });
    expect(credentialSealed).not.toMatch(/key-0123|hush/);
    const { branch } = await gateway.connections.of(branchId);
    expect(branch).toMatchObject({
      credential: {
        kind: "APP_KEY_V2",
        apiKey: "key-0123456789",
        appId: "app-1",
        clientSecret: "hush",
      },
      organizationId: ORGANIZATION,
      timeZone: "Europe/Moscow",
    });
  });

  it("keeps fields that are left out, and clears those that are null", async () => {
    const branchId = await gateway.createBranch();
    await save(branchId, 1, {
      ...IIKO,
      externalMenuId: "47",
      injection: { retryDelaysSeconds: [5], acceptTimeoutSeconds: 30 },
      delivery: { fee: "150", freeFrom: "1000" },
    });
    const { branch: second } = await save(branchId, 2, {
      externalMenuId: null,
      injection: { retryDelaysSeconds: null },
      delivery: { freeFrom: null },
    });
    expect(second.settings).toMatchObject({
      pos: "IIKO",
      externalMenuId: null,
      credential: { masked: "****-9c2" },
      injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 30 },
      delivery: { fee: "150.00", freeFrom: null },
    });

    const { branch: third } = await save(branchId, 3, {
      pos: "NONE",
      apiLogin: null,
      injection: null,
      delivery: null,
    });
    const cleared = { injection: { acceptTimeoutSeconds: 60 }, delivery: { fee: "0.00" } };
    expect(third.settings).toMatchObject({ pos: "NONE", credential: null, ...cleared });
  });

  it("allows no payment with points and sends every promo code until someone decides otherwise", async () => {
    const { branch } = await save(await gateway.createBranch(), 1, {});
    expect(branch.settings).toMatchObject({
      bonusPaymentTypeId: null,
      bonusWalletId: null,
      bonusWriteOffLimitPercent: 0,
      universalDiscountId: null,
      doNotSendPromoCodes: false,
      doNotUseBonuses: false,
      doNotUsePosPromoCodes: false,
    });
  });

  it("stores «не выбрано» as it was chosen", async () => {
    const branchId = await gateway.createBranch();
    const chosen = "9d0a3f6f-3a4e-4c11-8f3f-1b526c0e4a01";
    await save(branchId, 1, {
      bonusPaymentTypeId: chosen,
      universalDiscountId: chosen,
      bonusWriteOffLimitPercent: 30,
    });
    const { branch } = await save(branchId, 2, {
      bonusPaymentTypeId: null,
      bonusWriteOffLimitPercent: null,
    });
    expect(branch.settings).toMatchObject({
      bonusPaymentTypeId: null,
      bonusWriteOffLimitPercent: 0,
      universalDiscountId: chosen,
    });
  });

  it("changes the branch's own name and time zone with the form", async () => {
    const { branch } = await save(await gateway.createBranch(), 1, {
      name: " Пятницкая ",
      timeZone: "Asia/Omsk",
    });
    expect(branch).toMatchObject({ name: "Пятницкая", timeZone: "Asia/Omsk", version: 2 });
  });
});
