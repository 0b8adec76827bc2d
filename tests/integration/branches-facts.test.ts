import { ADMIN, BranchGateway, GUEST, operatorOf } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const SAVE = `mutation ($id: ID!, $version: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $id, expectedVersion: $version, input: $input, verify: false) {
    branch { version } userErrors { code field }
  }
}`;
const FACTS = `query ($id: ID!) { branch(id: $id) { facts {
  address phone latitude longitude paymentMethods deliveryFee { amount } freeDeliveryFrom { amount }
} } }`;
const LIST = "{ branches(first: 100) { nodes { id published } } }";
const EVERY_METHOD = ["CASH", "CARD_ON_DELIVERY", "ONLINE"];

describe("A branch", () => {
  let gateway: BranchGateway;
  let id: string;

  beforeAll(async () => {
    gateway = await BranchGateway.start(new FakePosDirectory({}));
  });
  afterAll(() => gateway.stop());

  beforeEach(async () => {
    id = await gateway.createBranch();
  });

  async function save(input: object, version = 1) {
    const { data, errors } = await gateway.query(SAVE, ADMIN, { id, version, input });
    expect(errors).toBeUndefined();
    return data.saveBranchSettings;
  }
  const facts = async () => (await gateway.query(FACTS, GUEST, { id })).data.branch;

  it("states nothing about itself until someone enters it, and accepts every payment method", async () => {
    expect(await facts()).toEqual({
      facts: {
        address: null,
        phone: null,
        latitude: null,
        longitude: null,
        paymentMethods: EVERY_METHOD,
        deliveryFee: { amount: "0.00" },
        freeDeliveryFrom: null,
      },
    });
  });

  it("shows everyone what its staff entered, in normalised form", async () => {
    const publicFacts = {
      address: "  Ярославль,\u00a0Кирова, 1 ",
      phone: "8 (4852) 58-00-00",
      point: "57.6261,39.8845",
      takesOnline: false,
    };
    const delivery = { fee: "199", freeFrom: "1500" };
    expect((await save({ publicFacts, delivery })).userErrors).toEqual([]);
    expect(await facts()).toEqual({
      facts: {
        address: "Ярославль, Кирова, 1",
        phone: "+74852580000",
        latitude: "57.6261",
        longitude: "39.8845",
        paymentMethods: ["CASH", "CARD_ON_DELIVERY"],
        deliveryFee: { amount: "199.00" },
        freeDeliveryFrom: { amount: "1500.00" },
      },
    });
    await save({ publicFacts: null }, 2);
    expect(await facts()).toMatchObject({
      facts: { address: null, phone: null, latitude: null, paymentMethods: EVERY_METHOD },
    });
  });

  it.each([
    ["address", "\u200b "],
    ["address", "Ярославль\nКирова"],
    ["address", "ю".repeat(251)],
    ["phone", "звоните"],
    ["phone", "12"],
    ["point", "57,6261"],
    ["point", "91, 0"],
  ])("refuses %s %p, and changes nothing", async (name, value) => {
    expect(await save({ publicFacts: { [name]: value, takesCash: false } })).toEqual({
      branch: null,
      userErrors: [{ code: "INVALID", field: ["input", "publicFacts", name] }],
    });
    expect(await facts()).toMatchObject({ facts: { paymentMethods: EVERY_METHOD } });
  });

  it("that is hidden exists for its staff, and for no one else", async () => {
    expect((await save({ published: false })).userErrors).toEqual([]);
    expect(await facts()).toBeNull();
    const listed = async (viewer = GUEST) => (await gateway.query(LIST, viewer)).data.branches;
    expect((await listed()).nodes).not.toContainEqual({ id, published: false });
    expect((await listed(operatorOf(id))).nodes).toEqual([{ id, published: false }]);

    await save({ published: null }, 2);
    expect((await listed()).nodes).toContainEqual({ id, published: true });
    expect(await facts()).not.toBeNull();
  });
});
