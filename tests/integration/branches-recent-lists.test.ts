import { PosUnavailable } from "../../src/errors";
import { ADMIN, BranchGateway } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const ORGANIZATION = "7bc05553-4b68-44e8-b7bc-37be63c6d9e1";
const GROUP = "11111111-4b68-44e8-b7bc-37be63c6d9e1";
const ALL = `query ($mayBeRecent: Boolean) {
  organizations(mayBeRecent: $mayBeRecent) {
    name terminalGroups { alive } discounts { name } loyaltyWallets { name } paymentTypes { name }
  }
  again: organizations(mayBeRecent: $mayBeRecent) {
    externalMenus { name } orderTypes { name } marketingSources { name }
  }
}`;
/** Organizations, groups, which of them answer, discounts, wallets, payment and order types, menus. */
const CALLS = 8;

describe("lists of a POS that were read recently", () => {
  let pos: FakePosDirectory;
  let gateway: BranchGateway;

  beforeEach(async () => {
    pos = new FakePosDirectory({
      "pizza-key": {
        organizations: [{ posId: ORGANIZATION, name: "Пиццерия" }],
        terminalGroups: [
          {
            posId: GROUP,
            organizationId: ORGANIZATION,
            name: "Кухня",
            visible: true,
            utcOffsetMinutes: null,
          },
        ],
        alive: [GROUP],
        paymentTypes: [],
      },
    });
    gateway = await BranchGateway.start(pos);
    gateway.now = new Date("2026-11-23T12:00:00Z");
    await gateway.connect(await gateway.createBranch(), "pizza-key", ORGANIZATION);
  });
  afterEach(() => gateway.stop());

  const ask = async (mayBeRecent: boolean) => {
    pos.calls.length = 0;
    const { data, errors } = await gateway.query(ALL, ADMIN, { mayBeRecent });
    expect([errors, data.organizations]).toMatchObject([undefined, [{ name: "Пиццерия" }]]);
    return pos.calls.length;
  };

  it("are reused for five minutes, except whether tills answer", async () => {
    expect(await ask(true)).toBe(CALLS);
    expect(await ask(true)).toBe(1);
    expect(pos.calls).toEqual(["liveTerminalGroups pizza-key"]);
    gateway.now = new Date("2026-11-23T12:04:59Z");
    expect(await ask(true)).toBe(1);
    gateway.now = new Date("2026-11-23T12:05:00Z");
    expect(await ask(true)).toBe(CALLS);
  });

  it("are read again for a caller who does not accept old ones, and those are then reused", async () => {
    await ask(true);
    gateway.now = new Date("2026-11-23T12:04:00Z");
    expect(await ask(false)).toBe(CALLS);
    gateway.now = new Date("2026-11-23T12:08:00Z");
    expect(await ask(true)).toBe(1);
  });

  it("are shared by callers who ask simultaneously", async () => {
    await Promise.all([
      gateway.query(ALL, ADMIN, { mayBeRecent: true }),
      gateway.query(ALL, ADMIN, { mayBeRecent: true }),
    ]);
    expect(pos.calls.filter((call) => call !== "liveTerminalGroups pizza-key")).toHaveLength(
      CALLS - 1,
    );
  });

  it("are requested again after a failure", async () => {
    pos.failures.push(new PosUnavailable("no answer in 10 s"));
    expect((await gateway.query(ALL, ADMIN, { mayBeRecent: true })).errors).toContain(
      "PosUnavailable",
    );
    expect(await ask(true)).toBeGreaterThan(0);
  });
});
