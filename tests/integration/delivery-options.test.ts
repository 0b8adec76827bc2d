import { ADMIN } from "../support/branch-gateway";
import { DeliveryGateway, OUTSIDE, zone } from "../support/delivery-gateway";

const PAUSE = `mutation ($id: ID!) { setOrderAcceptance(branchId: $id, delivery: false) { userErrors { code } } }`;

let delivery: DeliveryGateway;
let id: string;

beforeAll(async () => {
  delivery = await DeliveryGateway.start();
});

beforeEach(async () => {
  id = await delivery.connected();
});

afterAll(() => delivery.stop());

describe("the options of a delivery", () => {
  it("say which branches deliver to a place, on which terms, and when", async () => {
    const terms = { fee: 99, freeFrom: 1_500, minimumSum: 500, minutes: 40 };
    await delivery.importZones(id, [zone("Центр", terms)]);
    const everywhere = await delivery.connected();
    const missing = "0f0e0d0a-0000-4000-8000-000000000009";
    const branchIds = [id, everywhere, id, missing, "no id"];
    const asked = { sum: "700.00" };
    const shared = { served: true, reason: null, fee: { amount: "0.00" }, freeFrom: null };
    expect(await delivery.options(branchIds, asked)).toEqual({
      options: [
        {
          ...shared,
          branch: { id },
          zone: "Центр",
          minutes: 40,
          earliestAt: "2026-11-23T12:40:00.000Z",
          fee: { amount: "99.00" },
          freeFrom: { amount: "1500.00" },
          minimumSum: { amount: "500.00" },
        },
        {
          ...shared,
          branch: { id: everywhere },
          zone: null,
          minutes: null,
          earliestAt: null,
          minimumSum: null,
        },
      ],
      userErrors: [],
    });
    expect((await delivery.options([id], { sum: "1500" })).options).toMatchObject([
      { fee: { amount: "0.00" } },
    ]);
  });

  it("say why a branch does not deliver there", async () => {
    await delivery.importZones(id, [zone("Центр", { minimumSum: 500 })]);
    const reason = async (input: object) => (await delivery.options([id], input)).options;
    expect(await reason({ address: OUTSIDE })).toMatchObject([
      { served: false, zone: null, reason: { code: "ADDRESS_NOT_SERVED" } },
    ]);
    expect(await reason({ sum: "420" })).toMatchObject([
      {
        served: false,
        zone: "Центр",
        reason: { code: "BELOW_MINIMUM", field: ["input", "sum"], missing: { amount: "80.00" } },
      },
    ]);
    await delivery.gateway.query(PAUSE, ADMIN, { id });
    expect(await reason({})).toMatchObject([
      { served: false, zone: "Центр", reason: { code: "BRANCH_NOT_ACCEPTING" } },
    ]);
  });

  it("say for an address without a location how the branch treats such addresses", async () => {
    await delivery.importZones(id, [zone("Центр")]);
    const address = { house: "5", streetIdInPos: "5f0e0d0a-0000-4000-8000-000000000007" };
    expect((await delivery.options([id], { address })).options).toMatchObject([
      { served: true, zone: null },
    ]);
    const { version } = (
      await delivery.gateway.query("query ($id: ID!) { branch(id: $id) { version } }", ADMIN, {
        id,
      })
    ).data.branch as unknown as { version: number };
    const save = `mutation ($id: ID!, $version: Int!) {
      saveBranchSettings(branchId: $id, expectedVersion: $version, verify: false,
        input: { delivery: { unlocatedAddresses: REFUSE } }) { userErrors { code } }
    }`;
    await delivery.gateway.query(save, ADMIN, { id, version });
    expect((await delivery.options([id], { address })).options).toMatchObject([
      { served: false, reason: { code: "ADDRESS_NOT_LOCATED" } },
    ]);
  });

  it("are not looked up for an invalid location or sum", async () => {
    const address = { latitude: "91", longitude: "-181", house: "1".repeat(101) };
    expect(await delivery.options([id], { address, sum: "-1" })).toEqual({
      options: [],
      userErrors: [
        { code: "INVALID", field: ["input", "address", "latitude"] },
        { code: "INVALID", field: ["input", "address", "longitude"] },
        { code: "INVALID", field: ["input", "address", "house"] },
        { code: "INVALID", field: ["input", "sum"] },
      ],
    });
  });
});
