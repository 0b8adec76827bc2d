import { iiko } from "../../src/adapters/iiko/iiko-vendor";
import { ADMIN, BranchGateway } from "../support/branch-gateway";
import { NAMES_AS_IDS } from "../support/dummy-vendor";
import { FakePosDirectory } from "../support/fake-pos-directory";

const UUID = "7bc05553-4b68-44e8-b7bc-37be63c6d9e1";
const CAFE = "r-17/кухня 2";
const TILL = "till 1";

const SAVE = `mutation ($branchId: ID!, $version: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $branchId, expectedVersion: $version, input: $input, verify: false) {
    branch { settings {
      organizationId organizationIdInPos terminalGroupId terminalGroupIdInPos
      paymentTypes { posPaymentTypeId paymentTypeIdInPos }
      delivery { posProductId productIdInPos }
    } }
    userErrors { code field message }
  }
}`;
const ALL_OF_IT = {
  organizationIdInPos: CAFE,
  terminalGroupIdInPos: TILL,
  paymentTypes: [{ method: "CASH", paymentTypeIdInPos: "cash" }],
  delivery: { productIdInPos: "courier" },
};

interface Saved {
  readonly branch: { readonly settings: object } | null;
  readonly userErrors: readonly { code: string; field: string[]; message: string }[];
}

/** The API's kinds of POSes are fixed, so this one is iiko except for its ids. */
async function start(ids = NAMES_AS_IDS): Promise<BranchGateway> {
  const organizations = [CAFE, UUID].map((posId) => ({ posId, name: "Café" }));
  const group = { organizationId: CAFE, name: "Till", visible: true, utcOffsetMinutes: null };
  const terminalGroups = [Object.assign({ posId: TILL }, group)];
  const pos = new FakePosDirectory({
    "cafe-key": { organizations, terminalGroups, alive: [TILL], paymentTypes: [] },
  });
  return BranchGateway.start(pos, [Object.assign({}, iiko, { ids })]);
}

describe("The API", () => {
  let gateway: BranchGateway;
  afterEach(() => gateway.stop());

  async function save(branchId: string, input: object, version = 2): Promise<Saved> {
    const { data, errors } = await gateway.query(SAVE, ADMIN, { branchId, version, input });
    expect(errors).toBeUndefined();
    return data["saveBranchSettings"] as unknown as Saved;
  }

  async function branchOf(organization: string): Promise<string> {
    const branchId = await gateway.createBranch();
    await gateway.connect(branchId, "cafe-key", organization);
    return branchId;
  }

  it("accepts and shows ids of any POS by their newer names, and null by the older ones", async () => {
    gateway = await start();
    const saved = await save(await branchOf(CAFE), ALL_OF_IT);
    expect(saved).toEqual({
      branch: {
        settings: {
          organizationId: null,
          organizationIdInPos: CAFE,
          terminalGroupId: null,
          terminalGroupIdInPos: TILL,
          paymentTypes: [{ posPaymentTypeId: null, paymentTypeIdInPos: "cash" }],
          delivery: { posProductId: null, productIdInPos: "courier" },
        },
      },
      userErrors: [],
    });
  });

  it("shows a UUID by both names, in lower case, whichever it was given by", async () => {
    gateway = await start(iiko.ids);
    const branchId = await branchOf(UUID);
    const byBoth = { terminalGroupId: UUID, terminalGroupIdInPos: UUID };
    const older = await save(branchId, { terminalGroupId: UUID.toUpperCase() });
    expect(older.branch?.settings).toMatchObject(byBoth);
    expect(
      (await save(branchId, { terminalGroupIdInPos: null }, 3)).branch?.settings,
    ).toMatchObject({ terminalGroupId: null, terminalGroupIdInPos: null });
    const newer = await save(branchId, { terminalGroupIdInPos: UUID.toUpperCase() }, 4);
    expect(newer.branch?.settings).toMatchObject(byBoth);
  });

  it("refuses ids that the POS does not use, and an id that is given twice, all in one answer", async () => {
    gateway = await start(iiko.ids);
    const { branch, userErrors } = await save(await branchOf(UUID), {
      terminalGroupIdInPos: TILL,
      organizationId: UUID,
      organizationIdInPos: UUID,
      paymentTypes: [
        { method: "CASH", posPaymentTypeId: UUID, paymentTypeIdInPos: UUID },
        { method: "ONLINE", paymentTypeIdInPos: "online" },
      ],
      delivery: { posProductId: UUID, productIdInPos: null },
    });
    expect(branch).toBeNull();
    const noId = `This is no id of the POS: each is a UUID. Example: ${iiko.ids.example}`;
    const twice = (newer: string, older: string) => `Give either ${newer} or ${older}, not both`;
    const told = userErrors.map(({ code, field, message }) => [code, field.join("."), message]);
    expect(told.sort()).toEqual(
      [
        ["input.terminalGroupIdInPos", noId],
        ["input.paymentTypes.1.paymentTypeIdInPos", noId],
        ["input.organizationIdInPos", twice("organizationIdInPos", "organizationId")],
        [
          "input.paymentTypes.0.paymentTypeIdInPos",
          twice("paymentTypeIdInPos", "posPaymentTypeId"),
        ],
        ["input.delivery.productIdInPos", twice("productIdInPos", "posProductId")],
      ]
        .map((each) => ["INVALID", ...each])
        .sort(),
    );
  });

  it("finds terminal groups by either name of their organization, but only one of the two", async () => {
    gateway = await start();
    await branchOf(CAFE);
    const ask = (given: string) =>
      gateway.query(`{ terminalGroups(${given}) { idInPos alive } }`, ADMIN);
    const { data } = await ask(`organizationIdInPos: "${CAFE}"`);
    expect(data.terminalGroups).toEqual([{ idInPos: TILL, alive: true }]);
    expect((await ask(`organizationId: "${UUID}"`)).data.terminalGroups).toEqual([]);
    expect((await ask(`organizationIdInPos: "${CAFE.toUpperCase()}"`)).errors).toEqual([
      "NotFound",
    ]);
    const both = `organizationIdInPos: "${CAFE}", organizationId: "${UUID}"`;
    expect((await ask(both)).errors).toEqual(["InvalidInput"]);
    expect((await ask("includeHidden: true")).errors).toEqual(["InvalidInput"]);
  });
});
