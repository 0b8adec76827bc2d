import { ADMIN, BranchGateway, GUEST } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const SAVE = `mutation ($id: ID!, $version: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $id, expectedVersion: $version, input: $input, verify: false) {
    branch { version } userErrors { code field }
  }
}`;
const SHOW = `query ($id: ID!) {
  branch(id: $id) {
    orderingHours { week { fulfilment day opens closes } days { fulfilment date opens closes } }
    delivery: openState { open until opensAt closedBecause }
    pickup: openState(fulfilment: PICKUP) { open until opensAt closedBecause }
  }
}`;
const PAUSE = `mutation ($id: ID!, $until: DateTime) {
  setOrderAcceptance(branchId: $id, delivery: false, until: $until) { userErrors { code } }
}`;

interface Shown {
  readonly orderingHours: object;
  readonly delivery: object;
  readonly pickup: object;
}

/** A Monday, at 15:00 Moscow time. */
const NOON = new Date("2026-11-23T12:00:00Z");
const OPEN = { open: true, until: null, opensAt: null, closedBecause: null };
const WEEK = [
  { fulfilment: "DELIVERY", day: "MONDAY", opens: "9:00", closes: "22:00" },
  { fulfilment: "DELIVERY", day: "TUESDAY", opens: "10:00", closes: "02:00" },
  { fulfilment: "DELIVERY", day: "FRIDAY", opens: "10:00", closes: "24:00" },
];

describe("a branch with hours", () => {
  let gateway: BranchGateway;
  let id: string;

  beforeAll(async () => {
    gateway = await BranchGateway.start(new FakePosDirectory({}));
  });

  beforeEach(async () => {
    gateway.now = NOON;
    id = await gateway.createBranch();
    await gateway.connect(id, "invented", "5f0e0d0a-0000-4000-8000-000000000001");
  });

  afterAll(() => gateway.stop());

  async function save(hours: object, version = 2) {
    const { data, errors } = await gateway.query(SAVE, ADMIN, { id, version, input: { hours } });
    expect(errors).toBeUndefined();
    expect(data.saveBranchSettings.userErrors).toEqual([]);
  }

  const shown = async (of = id) =>
    (await gateway.query(SHOW, GUEST, { id: of })).data.branch as unknown as Shown;
  const closedUntil = (opensAt: string | null, closedBecause = "HOURS") => {
    return { open: false, until: null, opensAt, closedBecause };
  };

  it("is open around the clock until someone enters hours", async () => {
    expect(await shown()).toEqual({
      orderingHours: { week: [], days: [] },
      delivery: OPEN,
      pickup: OPEN,
    });
  });

  it("tells guests when it is open, by its own clock", async () => {
    await save({ week: WEEK });
    expect(await shown()).toEqual({
      orderingHours: {
        week: [{ ...WEEK[0], opens: "09:00" }, WEEK[1], { ...WEEK[2], closes: "00:00" }],
        days: [],
      },
      delivery: { ...OPEN, until: "2026-11-23T19:00:00.000Z" },
      pickup: OPEN,
    });
    gateway.now = new Date("2026-11-23T20:00:00Z");
    expect((await shown()).delivery).toEqual(closedUntil("2026-11-24T07:00:00.000Z"));
    gateway.now = new Date("2026-11-24T22:59:00Z");
    expect((await shown()).delivery).toEqual({ ...OPEN, until: "2026-11-24T23:00:00.000Z" });
  });

  it("follows a special day instead of the weekly hours", async () => {
    await save({ week: WEEK, days: [{ fulfilment: "DELIVERY", date: "2026-11-23" }] });
    expect((await shown()).delivery).toEqual(closedUntil("2026-11-24T07:00:00.000Z"));
  });

  it("is open around the clock again once its hours are cleared", async () => {
    await save({ week: WEEK, preorderMaxDays: 3 });
    const { data } = await gateway.query(SAVE, ADMIN, { id, version: 3, input: { hours: null } });
    expect(data.saveBranchSettings.userErrors).toEqual([]);
    expect(await shown()).toMatchObject({ orderingHours: { week: [] }, delivery: OPEN });
  });

  it("that is paused opens after the pause, once its hours allow it", async () => {
    await save({ week: WEEK });
    await gateway.query(PAUSE, ADMIN, { id, until: "2026-11-23T13:00:00Z" });
    expect((await shown()).delivery).toEqual(closedUntil("2026-11-23T13:00:00.000Z", "PAUSE"));
    await gateway.query(PAUSE, ADMIN, { id, until: "2026-11-23T20:00:00Z" });
    expect((await shown()).delivery).toEqual(closedUntil("2026-11-24T07:00:00.000Z", "PAUSE"));
    await gateway.query(PAUSE, ADMIN, { id, until: null });
    expect((await shown()).delivery).toEqual(closedUntil(null, "PAUSE"));
  });

  it("is closed while it has no POS", async () => {
    const other = await gateway.createBranch();
    expect((await shown(other)).delivery).toEqual(closedUntil(null, "NOT_CONNECTED"));
  });
});
