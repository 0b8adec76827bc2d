import { type Viewer } from "../../src/domain/access/viewer";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { LoyaltyDisabled, PosUnavailable } from "../../src/errors";
import { ADMIN, BranchGateway, operatorOf } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const [ARBAT, TVERSKAYA, SUSHI] = [
  "7bc05553-4b68-44e8-b7bc-37be63c6d9e1",
  "7bc05553-4b68-44e8-b7bc-37be63c6d9e2",
  "7bc05553-4b68-44e8-b7bc-37be63c6d9e3",
] as const;
const [KITCHEN, HIDDEN, BAR] = [
  "11111111-4b68-44e8-b7bc-37be63c6d9e1",
  "22222222-4b68-44e8-b7bc-37be63c6d9e2",
  "33333333-4b68-44e8-b7bc-37be63c6d9e3",
] as const;

let pos: FakePosDirectory;
let gateway: BranchGateway;

beforeEach(async () => {
  pos = new FakePosDirectory({
    "pizza-key": {
      organizations: [
        { posId: ARBAT, name: "Pizza Arbat" },
        { posId: TVERSKAYA, name: "Pizza Tverskaya" },
      ],
      terminalGroups: [
        {
          posId: KITCHEN,
          organizationId: ARBAT,
          name: "Kitchen",
          visible: true,
          utcOffsetMinutes: null,
        },
        {
          posId: HIDDEN,
          organizationId: ARBAT,
          name: "Old kitchen",
          visible: false,
          utcOffsetMinutes: null,
        },
        {
          posId: BAR,
          organizationId: TVERSKAYA,
          name: "Bar",
          visible: true,
          utcOffsetMinutes: null,
        },
      ],
      alive: [KITCHEN],
      paymentTypes: [
        {
          posId: "09322f46-578a-d210-add7-eec222a08871",
          name: "Cash",
          kind: "Cash",
          means: "CASH",
          mayBeExternal: false,
        },
      ],
    },
    "sushi-key": {
      organizations: [{ posId: SUSHI, name: "Sushi" }],
      terminalGroups: [],
      alive: [],
      paymentTypes: [],
    },
  });
  gateway = await BranchGateway.start(pos);
});
afterEach(() => gateway.stop());

async function branchWith(apiLogin: string | null, organizationId?: string): Promise<string> {
  const id = await gateway.createBranch();
  if (apiLogin !== null) await gateway.connect(id, apiLogin, organizationId);
  return id;
}

describe("organizations", () => {
  const EVERYTHING = `{
    organizations {
      posId name
      terminalGroups { posId name alive visibleToApiLogin }
      externalMenus { posId } paymentTypes { name kind } discounts { posId kind }
    }
    again: organizations { terminalGroups { alive } discounts { name } }
  }`;

  it("shows everything a key sees, with one request of each kind per key, whatever the number of branches", async () => {
    await branchWith("pizza-key", ARBAT);
    await branchWith("pizza-key", TVERSKAYA);

    const { data, errors } = await gateway.query(EVERYTHING, ADMIN);

    expect(errors).toBeUndefined();
    expect(data.organizations[0]).toEqual({
      posId: ARBAT,
      name: "Pizza Arbat",
      terminalGroups: [
        { posId: KITCHEN, name: "Kitchen", alive: true, visibleToApiLogin: true },
        { posId: HIDDEN, name: "Old kitchen", alive: null, visibleToApiLogin: false },
      ],
      externalMenus: [{ posId: "47" }],
      paymentTypes: [{ name: "Cash", kind: "Cash" }],
      discounts: [{ posId: ARBAT, kind: "FlexibleSum" }],
    });
    expect(data.organizations[1]?.terminalGroups).toMatchObject([{ posId: BAR, alive: false }]);
    expect([...pos.calls].sort()).toEqual([
      "discounts pizza-key",
      "externalMenus pizza-key",
      "liveTerminalGroups pizza-key",
      "organizations pizza-key",
      "paymentTypes pizza-key",
      "paymentTypes pizza-key",
      "terminalGroups pizza-key",
    ]);
  });

  it("lists the wallets of points, and still shows the other lists when the key may not see those", async () => {
    const branchId = await branchWith("sushi-key", SUSHI);
    const source = `query ($branchId: ID) { organizations(branchId: $branchId) { name loyaltyWallets { idInPos name kind } } }`;
    const ask = async () => (await gateway.query(source, ADMIN, { branchId })).data;
    const wallets = [{ idInPos: "57", name: "Points", kind: "BONUS" }];
    expect(await ask()).toEqual({ organizations: [{ name: "Sushi", loyaltyWallets: wallets }] });
    pos.loyaltyFailure = new PosUnavailable("no answer in 10 s");
    expect(await ask()).toEqual({ organizations: [{ name: "Sushi", loyaltyWallets: null }] });
    pos.loyaltyFailure = new LoyaltyDisabled({ ru: "Баллов нет", en: "No points" });
    expect(await ask()).toEqual({ organizations: [{ name: "Sushi", loyaltyWallets: [] }] });
  });

  it("works with just a key, before a POS and an organization are chosen", async () => {
    const branchId = await branchWith("sushi-key");
    const source = `query ($branchId: ID) { organizations(branchId: $branchId) { name } }`;
    expect((await gateway.query(source, ADMIN, { branchId })).data).toEqual({
      organizations: [{ name: "Sushi" }],
    });
  });

  it("uses only the keys of the operator's own branches", async () => {
    const pizza = await branchWith("pizza-key", ARBAT);
    const sushi = await branchWith("sushi-key", SUSHI);
    const operator: Viewer = operatorOf(sushi);

    expect((await gateway.query(`{ organizations { name } }`, operator)).data).toEqual({
      organizations: [{ name: "Sushi" }],
    });
    const other = await gateway.query(`{ organizations(branchId: "${pizza}") { name } }`, operator);
    expect(other.errors).toEqual(["NotFound"]);
  });

  it("says when the branch has no key, and when the POS does not answer", async () => {
    const bare = await branchWith(null);
    expect(
      (await gateway.query(`{ organizations(branchId: "${bare}") { name } }`, ADMIN)).errors,
    ).toEqual(["PosRejected"]);
    await branchWith("sushi-key", SUSHI);
    pos.failures.push(new PosUnavailable("no answer in 10 s"));
    expect((await gateway.query(`{ organizations { name } }`, ADMIN)).errors).toEqual([
      "PosUnavailable",
    ]);
  });
});

describe("terminalGroups", () => {
  const GROUPS = `query ($id: UUID!, $hidden: Boolean) {
    terminalGroups(organizationId: $id, includeHidden: $hidden) { name }
  }`;

  it("finds the key that sees the organization, and can leave out hidden groups", async () => {
    await branchWith("sushi-key", SUSHI);
    await branchWith("pizza-key", ARBAT);
    const { data } = await gateway.query(GROUPS, ADMIN, { id: ARBAT.toUpperCase(), hidden: false });
    expect(data.terminalGroups).toEqual([{ name: "Kitchen" }]);
    const all = await gateway.query(GROUPS, ADMIN, { id: ARBAT });
    expect(all.data.terminalGroups).toHaveLength(2);
  });

  it("does not know an organization that no key sees", async () => {
    await branchWith("sushi-key", SUSHI);
    expect((await gateway.query(GROUPS, ADMIN, { id: ARBAT })).errors).toEqual(["NotFound"]);
  });
});

describe("PosConnections", () => {
  it("tells an operator when the key that sealed a credential is lost", async () => {
    const branchId = await branchWith("pizza-key", ARBAT);
    const sealed = "v1.AAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    await gateway.db.manager.update(BranchSettings, { branchId }, { credentialSealed: sealed });
    await expect(gateway.connections.of(branchId)).rejects.toMatchObject({
      posCode: "CREDENTIAL_UNREADABLE",
      kind: "OPERATOR",
    });
  });

  it("refuses a branch that is not connected, and one that does not exist", async () => {
    const branchId = await branchWith("pizza-key");
    await expect(gateway.connections.of(branchId)).rejects.toMatchObject({
      posCode: "BRANCH_NOT_CONNECTED",
      kind: "MAPPING",
    });
    await expect(gateway.connections.of(ARBAT)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
