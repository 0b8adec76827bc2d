import { DEFAULT_COMPANY_ID } from "../../src/domain/access/default-company";
import { Scope } from "../../src/domain/access/viewer";
import { ApiKey } from "../../src/entities/access/api-key";
import { ApiKeys } from "../../src/security/api-keys";
import { authenticateWith } from "../../src/security/authenticate";
import { CompanyReaches } from "../../src/security/company-reaches";
import { CustomerTokens } from "../../src/security/customer-token";
import { ListApiKeys } from "../../src/services/access/list-api-keys";
import { ADMIN, BranchGateway, GUEST, operatorOf } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const ADMIN_KEY = "the-admin-key-of-these-tests";
const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    apiKey { id label scope prefix branchIds lastUsedAt revokedAt } secret userErrors { code field }
  }
}`;
interface Page {
  readonly apiKeys: readonly { readonly id: string }[];
}
const REVOKE = `mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { revokedAt } userErrors { code } } }`;
const LIST = `{ apiKeys { id label lastUsedAt } }`;
const PAGE = `query ($first: Int!, $after: ID) { apiKeys(first: $first, after: $after) { id } }`;

let now = new Date("2026-11-23T12:00:00Z");
const clock = { now: () => now };
let gateway: BranchGateway;
let authenticate: ReturnType<typeof authenticateWith>;

beforeAll(async () => {
  gateway = await BranchGateway.start(new FakePosDirectory({}));
  const tokens = new CustomerTokens(
    { kind: "secret", secret: "a-secret-of-thirty-two-characters" },
    clock,
  );
  const reaches = new CompanyReaches(gateway.db, clock);
  authenticate = authenticateWith(new ApiKeys(gateway.db, clock, ADMIN_KEY), tokens, reaches);
});
afterAll(() => gateway.stop());

async function create(input: object) {
  const { data, errors } = await gateway.query(CREATE, ADMIN, { input });
  expect(errors).toBeUndefined();
  return data.createApiKey;
}

describe("API keys", () => {
  it("open the gateway to their holder, whom timelines name by the label", async () => {
    const { apiKey, secret } = await create({ label: "kitchen tablet", scope: "OPERATOR" });

    expect(secret).toMatch(new RegExp(`^rrk_${apiKey.prefix}_[\\w-]{32}$`));
    expect(await authenticate(`Bearer ${secret}`)).toEqual({
      viewer: {
        kind: "key",
        keyId: apiKey.id,
        label: "kitchen tablet",
        scope: "OPERATOR",
        branchIds: null,
        company: { id: DEFAULT_COMPANY_ID, branchIds: null },
      },
    });
  });

  it("are stored only as a hash", async () => {
    const { apiKey, secret } = await create({ label: "service", scope: "ADMIN" });
    const row = await gateway.db.manager.findOneByOrFail(ApiKey, { id: apiKey.id });
    expect(JSON.stringify(row)).not.toContain(secret.slice(13));
    expect(JSON.stringify((await gateway.query(LIST, ADMIN)).data)).not.toContain(secret.slice(13));
  });

  it("are refused when a single character differs", async () => {
    const { secret } = await create({ label: "service", scope: "OPERATOR" });
    const last = secret.endsWith("A") ? "B" : "A";
    await expect(authenticate(`Bearer ${secret.slice(0, -1)}${last}`)).rejects.toThrow(
      "The token is not valid",
    );
  });

  it("stop working immediately when revoked, and keep the time of the first revocation", async () => {
    const { apiKey, secret } = await create({ label: "lost phone", scope: "OPERATOR" });
    const first = await gateway.query(REVOKE, ADMIN, { id: apiKey.id });
    const second = await gateway.query(REVOKE, ADMIN, { id: apiKey.id });

    expect(first.data.revokeApiKey.apiKey.revokedAt).not.toBeNull();
    expect(second.data).toEqual(first.data);
    await expect(authenticate(`Bearer ${secret}`)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  it("record their use at most once a minute", async () => {
    const { apiKey, secret } = await create({ label: "busy", scope: "OPERATOR" });
    const lastUse = async () =>
      (await gateway.db.manager.findOneByOrFail(ApiKey, { id: apiKey.id })).lastUsedAt;
    const start = now;

    await authenticate(`Bearer ${secret}`);
    now = new Date(start.getTime() + 59_000);
    await authenticate(`Bearer ${secret}`);
    expect(await lastUse()).toEqual(start);
    now = new Date(start.getTime() + 60_000);
    await authenticate(`Bearer ${secret}`);
    expect(await lastUse()).toEqual(now);
  });

  it("can be limited to branches that exist", async () => {
    const id = await gateway.createBranch();
    const { apiKey, secret } = await create({ label: "Arbat", scope: "OPERATOR", branchIds: [id] });
    expect(apiKey.branchIds).toEqual([id]);
    expect((await authenticate(`Bearer ${secret}`)).viewer).toMatchObject({ branchIds: [id] });

    const { userErrors } = await create({
      label: "Nowhere",
      scope: "OPERATOR",
      branchIds: [id, "nowhere"],
    });
    expect(userErrors).toEqual([{ code: "NOT_FOUND", field: ["input", "branchIds", "1"] }]);
  });

  it("are refused with all errors together", async () => {
    expect((await create({ label: " ", scope: "CUSTOMER", branchIds: [] })).userErrors).toEqual([
      { code: "REQUIRED", field: ["input", "label"] },
      { code: "INVALID", field: ["input", "scope"] },
      { code: "INVALID", field: ["input", "branchIds"] },
    ]);
    const limitedAdmin = await create({ label: "boss", scope: "ADMIN", branchIds: ["nowhere"] });
    expect(limitedAdmin.userErrors.map((error) => error.code)).toEqual(["INVALID", "NOT_FOUND"]);
  });

  it("are listed in pages, newest first, and each can be found by its id", async () => {
    const page = async (variables: Record<string, unknown>) => {
      const { data } = await gateway.query(PAGE, ADMIN, variables);
      return (data as unknown as Page).apiKeys.map(({ id }) => id);
    };
    const { apiKey } = await create({ label: "newest", scope: "OPERATOR" });
    const all = await page({ first: 100 });
    expect(all[0]).toBe(apiKey.id);
    expect(await page({ first: 2 })).toEqual(all.slice(0, 2));
    expect(await page({ first: 2, after: all[1] })).toEqual(all.slice(2, 4));
    expect(await page({ first: 2, after: all.at(-1) })).toEqual([]);
    expect((await gateway.query(PAGE, ADMIN, { first: 101 })).errors).toHaveLength(1);
    expect((await gateway.query(PAGE, ADMIN, { first: 1, after: "x" })).errors).toHaveLength(1);
    const keys = new ListApiKeys(gateway.db);
    expect(await keys.byId(ADMIN, all[1] ?? "")).toMatchObject({ id: all[1] });
    const elsewhere = { ...ADMIN, company: { id: apiKey.id, branchIds: null } };
    expect(await keys.byId(elsewhere, all[1] ?? "")).toBeNull();
    expect(await keys.execute(elsewhere, { first: 100, after: null })).toEqual([]);
  });

  it("cannot be paged from the key of another company", async () => {
    const id = "7d3f0a52-6c0e-4a58-9d0a-3f6f3a4e7c11";
    const theirs = { id, companyId: id, label: "theirs", scope: Scope.ADMIN as const };
    await gateway.db.query(
      "insert into companies (id, name, public_key) values ($1, 'X', 'rrp_' || repeat('x', 32))",
      [id],
    );
    const issued = { prefix: "00000000", hash: "0".repeat(64), createdAt: new Date() };
    await gateway.db.manager.insert(ApiKey, Object.assign(theirs, issued));
    const own = { ...ADMIN, company: { id: DEFAULT_COMPANY_ID, branchIds: null } };
    const keys = new ListApiKeys(gateway.db);
    expect(await keys.execute(own, { first: 100, after: id })).toEqual([]);
    expect((await keys.execute(own, { first: 100, after: null })).length).toBeGreaterThan(0);
  });

  it("are for administrators to see and create", async () => {
    for (const [viewer, error] of [
      [GUEST, "Unauthenticated"] as const,
      [operatorOf(), "Forbidden"] as const,
    ]) {
      expect((await gateway.query(LIST, viewer)).errors).toEqual([error]);
      const input = { label: "mine", scope: "ADMIN" };
      expect((await gateway.query(CREATE, viewer, { input })).errors).toEqual([error]);
    }
  });
});

describe("The admin key of the settings", () => {
  it("is an administrator without a database row", async () => {
    expect(await authenticate(`bearer ${ADMIN_KEY}`)).toEqual({ viewer: ADMIN });
    await expect(authenticate(`Bearer ${ADMIN_KEY}x`)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });
});

describe("The Authorization header", () => {
  it("may be missing: then the caller is a guest", async () => {
    expect(await authenticate(undefined)).toEqual({ viewer: GUEST });
  });

  it.each([
    "Bearer",
    "Bearer  ",
    "Basic YTpi",
    ADMIN_KEY,
    "Bearer a b",
    `Bearer ${"x".repeat(5000)}`,
    "Bearer \u0000",
  ])("is refused when it is malformed: %j", async (header) => {
    await expect(authenticate(header)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
