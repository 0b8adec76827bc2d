import { ADMIN, BranchGateway, GUEST, operatorOf } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const SET = `mutation ($id: ID!, $minutes: Int!, $until: DateTime) {
  setBusyMode(branchId: $id, minutes: $minutes, until: $until) {
    branch { openState { minutes extraMinutes busyMinutes busyUntil } } userErrors { code field }
  }
}`;
const SAVE = `mutation ($id: ID!, $version: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $id, expectedVersion: $version, input: $input, verify: false) { userErrors { code } }
}`;
const SHOW =
  "query ($id: ID!) { branch(id: $id) { openState { minutes extraMinutes busyMinutes busyUntil } } }";
const CHANGES =
  "query ($id: ID!) { branch(id: $id) { changes { nodes { actor field before after } } } }";
const NOON = new Date("2026-11-23T12:00:00Z");
const ONE = "2026-11-23T13:00:00.000Z";

describe("setBusyMode", () => {
  let gateway: BranchGateway;
  let id: string;

  beforeAll(async () => {
    gateway = await BranchGateway.start(new FakePosDirectory({}));
  });
  afterAll(() => gateway.stop());

  beforeEach(async () => {
    gateway.now = NOON;
    id = await gateway.createBranch();
    const input = { hours: { usualMinutes: 40 } };
    await gateway.query(SAVE, ADMIN, { id, version: 1, input });
  });

  async function set(minutes: number, until: string | null = ONE, viewer = operatorOf(id)) {
    const { data, errors } = await gateway.query(SET, viewer, { id, minutes, until });
    expect(errors).toBeUndefined();
    return data.setBusyMode;
  }
  const shown = async () => (await gateway.query(SHOW, GUEST, { id })).data.branch;
  const state = (minutes: number, extraMinutes: number, busyUntil: string | null) => {
    return { openState: { minutes, extraMinutes, busyMinutes: extraMinutes, busyUntil } };
  };

  it("holds until it ends on its own, for everyone to see", async () => {
    expect(await set(30)).toEqual({ branch: state(70, 30, ONE), userErrors: [] });
    gateway.now = new Date(Date.parse(ONE) - 1);
    expect(await shown()).toEqual(state(70, 30, ONE));
    gateway.now = new Date(ONE);
    expect(await shown()).toEqual(state(40, 0, null));
  });

  it("is ended by 0, with or without an end time, and records who ended it", async () => {
    await set(30);
    await set(30);
    expect(await set(0, null)).toMatchObject({ branch: state(40, 0, null) });
    const { data } = await gateway.query(CHANGES, operatorOf(id), { id });
    const busy = data.branch.changes.nodes.filter(
      ({ field }: { field: string }) => field === "busyMode",
    );
    expect(busy).toMatchObject([
      { before: `30 until ${ONE}`, after: "0" },
      { before: "0", after: `30 until ${ONE}` },
    ]);
  });

  it.each([
    [-1, ONE, "INVALID", "minutes"],
    [241, ONE, "INVALID", "minutes"],
    [30, null, "REQUIRED", "until"],
    [30, "2026-11-23T12:00:00Z", "INVALID", "until"],
    [30, "2026-11-24T12:00:01Z", "INVALID", "until"],
  ])("refuses %s minutes until %s, and changes nothing", async (minutes, until, code, field) => {
    expect(await set(minutes, until)).toEqual({
      branch: null,
      userErrors: [{ code, field: [field] }],
    });
    expect(await shown()).toEqual(state(40, 0, null));
  });
});
