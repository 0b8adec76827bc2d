import { SettingsChange } from "../../src/entities/branches/settings-change";
import { ADMIN, BranchGateway, GUEST, operatorOf } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const ORGANIZATION = "7bc05553-4b68-44e8-b7bc-37be63c6d9e9";
const CHANGES = `query ($id: ID!, $first: Int! = 50, $after: String) {
  branch(id: $id) { changes(first: $first, after: $after) {
    nodes { actor field before after } pageInfo { hasNextPage hasPreviousPage endCursor }
  } }
}`;
const SAVE = `mutation ($id: ID!, $version: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $id, expectedVersion: $version, input: $input, verify: false) {
    branch { version } userErrors { code }
  }
}`;
const PAUSE = `mutation ($id: ID!, $until: DateTime) {
  setOrderAcceptance(branchId: $id, delivery: false, until: $until) { branch { id } }
}`;
const REGISTER = `mutation ($id: ID!, $force: Boolean!) {
  registerWebhook(branchId: $id, force: $force) { userErrors { code } }
}`;
const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id prefix } secret } }`;
const REVOKE_KEY = `mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }`;

const pos = new FakePosDirectory({
  "first-login-abcd": { organizations: [], terminalGroups: [], alive: [], paymentTypes: [] },
});
let gateway: BranchGateway;
beforeAll(async () => {
  gateway = await BranchGateway.start(pos);
});
afterAll(() => gateway.stop());

async function changesOf(id: string, viewer = operatorOf(id)) {
  return (await gateway.query(CHANGES, viewer, { id })).data.branch.changes.nodes;
}

async function save(id: string, version: number, input: object) {
  return (await gateway.query(SAVE, ADMIN, { id, version, input })).data.saveBranchSettings;
}

describe("Branch.changes", () => {
  it("reports who changed which field from what to what, newest first", async () => {
    const id = await gateway.createBranch();
    await save(id, 1, { externalMenuId: "47", doNotUseBonuses: true });
    await save(id, 2, {
      externalMenuId: null,
      bonusWriteOffLimitPercent: 30,
      timeZone: "Asia/Omsk",
    });

    expect(await changesOf(id)).toEqual([
      { actor: "admin", field: "bonusWriteOffLimitPercent", before: "0", after: "30" },
      { actor: "admin", field: "externalMenuId", before: "47", after: null },
      { actor: "admin", field: "timeZone", before: "Europe/Moscow", after: "Asia/Omsk" },
      { actor: "admin", field: "doNotUseBonuses", before: "false", after: "true" },
      { actor: "admin", field: "externalMenuId", before: null, after: "47" },
    ]);
  });

  it("shows keys masked, and reports a new key even when its mask equals the old one", async () => {
    const id = await gateway.createBranch();
    await save(id, 1, { apiLogin: "first-login-abcd" });
    await save(id, 2, { apiLogin: "first-login-abcd" });
    await save(id, 3, { apiLogin: "second-login-abcd" });
    await save(id, 4, { apiLogin: null });

    expect(await changesOf(id)).toMatchObject([
      { field: "credential", before: "****abcd", after: null },
      { field: "credential", before: "****abcd", after: "****abcd" },
      { field: "credential", before: null, after: "****abcd" },
    ]);
    const rows = JSON.stringify(await gateway.db.manager.findBy(SettingsChange, { branchId: id }));
    expect(rows).not.toMatch(/first-login|second-login/);
  });

  it("records pauses, and web hooks without anything secret in their address", async () => {
    const id = await gateway.createBranch();
    await gateway.connect(id, "first-login-abcd", ORGANIZATION);
    pos.webhooks.set(ORGANIZATION, { url: "https://other.example.ru/hook?key=hush", token: "" });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await gateway.query(PAUSE, operatorOf(id), { id, until });
    for (const force of [false, true, true]) await gateway.query(REGISTER, ADMIN, { id, force });

    expect((await changesOf(id)).slice(0, 2)).toEqual([
      { actor: "admin", field: "webhook", before: "other.example.ru", after: "gateway.test" },
      {
        actor: "operator",
        field: "acceptingDelivery",
        before: "true",
        after: `false until ${until}`,
      },
    ]);
  });

  it("records API keys at the branches they open, and those for every branch only for administrators", async () => {
    const id = await gateway.createBranch();
    const create = async (input: object) =>
      (await gateway.query(CREATE_KEY, ADMIN, { input })).data.createApiKey;
    const { apiKey, secret } = await create({
      label: "tablet",
      scope: "OPERATOR",
      branchIds: [id],
    });
    await gateway.query(REVOKE_KEY, ADMIN, { id: apiKey.id });
    await gateway.query(REVOKE_KEY, ADMIN, { id: apiKey.id });
    await create({ label: "everywhere", scope: "ADMIN" });

    const key = `OPERATOR rrk_${apiKey.prefix} tablet`;
    expect(await changesOf(id)).toEqual([
      { actor: "admin", field: "apiKey", before: key, after: null },
      { actor: "admin", field: "apiKey", before: null, after: key },
    ]);
    const all = await changesOf(id, ADMIN);
    expect(all[0]).toMatchObject({
      field: "apiKey",
      after: expect.stringContaining("everywhere") as string,
    });
    expect(JSON.stringify(all)).not.toContain(secret.slice(13));
  });

  it("records nothing that was refused or changed nothing", async () => {
    const id = await gateway.createBranch();
    await save(id, 9, { externalMenuId: "47" });
    await save(id, 1, { externalMenuId: "47", bonusWriteOffLimitPercent: 101 });
    await save(id, 1, { externalMenuId: null, doNotUseBonuses: false, fallback: [] });
    expect(await changesOf(id)).toEqual([]);
  });

  it("comes in pages", async () => {
    const id = await gateway.createBranch();
    for (const version of [1, 2, 3]) await save(id, version, { externalMenuId: String(version) });
    const page = async (after: string | null) =>
      (await gateway.query(CHANGES, operatorOf(id), { id, first: 2, after })).data.branch.changes;
    const first = await page(null);
    expect(first.nodes.map(({ after }) => after)).toEqual(["3", "2"]);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const { endCursor } = first.pageInfo as { endCursor: string };
    const second = await page(endCursor);
    expect(second.nodes.map(({ after }) => after)).toEqual(["1"]);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    for (const variables of [{ first: 101 }, { first: -1 }, { after: "nonsense" }]) {
      const { errors } = await gateway.query(CHANGES, operatorOf(id), { id, ...variables });
      expect(errors).toEqual(["InvalidInput"]);
    }
  });

  it("is for operators of the branch", async () => {
    const id = await gateway.createBranch();
    expect((await gateway.query(CHANGES, GUEST, { id })).errors).toEqual(["Unauthenticated"]);
  });
});
