import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { Branch } from "../../src/entities/branches/branch";
import { ADMIN, BranchGateway, GUEST, operatorOf } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const SET = `mutation ($id: ID!, $delivery: Boolean, $pickup: Boolean, $until: DateTime) {
  setOrderAcceptance(branchId: $id, delivery: $delivery, pickup: $pickup, until: $until) {
    branch { acceptingDelivery acceptingPickup deliveryPausedUntil pickupPausedUntil version } userErrors { code field }
  }
}`;
const SHOW = `query ($id: ID!) {
  branch(id: $id) { acceptingDelivery acceptingPickup deliveryPausedUntil pickupPausedUntil }
}`;
const NOON = new Date("2026-11-23T12:00:00Z");
const ONE = "2026-11-23T13:00:00.000Z";
const OPEN = {
  acceptingDelivery: true,
  acceptingPickup: true,
  deliveryPausedUntil: null,
  pickupPausedUntil: null,
};

let gateway: BranchGateway;
beforeAll(async () => {
  gateway = await BranchGateway.start(new FakePosDirectory({}));
});
beforeEach(() => {
  gateway.now = NOON;
});
afterAll(() => gateway.stop());

async function set(variables: object) {
  const { data, errors } = await gateway.query(SET, ADMIN, { ...variables });
  expect(errors).toBeUndefined();
  return data.setOrderAcceptance;
}

const shown = async (id: string) => (await gateway.query(SHOW, GUEST, { id })).data.branch;
const later = (ms: number) => new Date(NOON.getTime() + ms);

describe("setOrderAcceptance with an end", () => {
  it("stops orders until then, and the branch accepts orders again automatically", async () => {
    const id = await gateway.createBranch();
    await set({ id, delivery: false, until: ONE });
    expect(await shown(id)).toEqual({
      ...OPEN,
      acceptingDelivery: false,
      deliveryPausedUntil: ONE,
    });

    gateway.now = later(3_599_999);
    expect(await shown(id)).toMatchObject({ acceptingDelivery: false });
    gateway.now = later(3_600_000);
    expect(await shown(id)).toEqual(OPEN);
  });

  it("closes delivery and pickup, each with its own end", async () => {
    const id = await gateway.createBranch();
    await set({ id, delivery: false, pickup: false, until: ONE });
    await set({ id, pickup: false, until: "2026-11-23T14:00:00Z" });
    gateway.now = later(3_600_000);
    expect(await shown(id)).toMatchObject({ acceptingDelivery: true, acceptingPickup: false });
  });

  it("drops the end when someone opens earlier, or closes indefinitely", async () => {
    const id = await gateway.createBranch();
    await set({ id, delivery: false, pickup: false, until: ONE });
    await set({ id, delivery: true, pickup: false });
    expect(await shown(id)).toEqual({ ...OPEN, acceptingPickup: false });
    gateway.now = later(86_400_000);
    expect(await shown(id)).toEqual({ ...OPEN, acceptingPickup: false });
  });

  it("decides what createOrder accepts", async () => {
    const id = await gateway.createBranch();
    await set({ id, delivery: false, until: ONE });
    const branch = await gateway.db.manager.findOneByOrFail(Branch, { id });
    expect(branch.accepts(Fulfilment.DELIVERY, NOON)).toBe(false);
    expect(branch.accepts(Fulfilment.PICKUP, NOON)).toBe(true);
    expect(branch.accepts(Fulfilment.DELIVERY, new Date(ONE))).toBe(true);
  });

  it.each([
    [{ delivery: false, until: "2026-11-23T12:00:00Z" }],
    [{ delivery: false, until: "2020-01-01T00:00:00Z" }],
    [{ delivery: false, until: "2027-12-01T00:00:00Z" }],
    [{ delivery: true, until: ONE }],
    [{ until: ONE }],
  ])("refuses %j and changes nothing", async (variables) => {
    const id = await gateway.createBranch();
    expect(await set({ id, ...variables })).toEqual({
      branch: null,
      userErrors: [{ code: "INVALID", field: ["until"] }],
    });
    expect(await shown(id)).toEqual(OPEN);
  });

  it("is for operators of the branch", async () => {
    const [mine, other] = [await gateway.createBranch(), await gateway.createBranch()];
    expect((await gateway.query(SET, GUEST, { id: mine, delivery: false })).errors).toEqual([
      "Unauthenticated",
    ]);
    const { data } = await gateway.query(SET, operatorOf(mine), {
      id: other,
      delivery: false,
      until: ONE,
    });
    expect(data.setOrderAcceptance.userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  });
});
