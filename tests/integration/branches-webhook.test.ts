import { PosRateLimited } from "../../src/errors";
import { ADMIN, BranchGateway } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const ARBAT = "7bc05553-4b68-44e8-b7bc-37be63c6d9e1";
const NOTHING = { organizations: [], terminalGroups: [], alive: [], paymentTypes: [] };

let pos: FakePosDirectory;
let gateway: BranchGateway;
beforeEach(async () => {
  pos = new FakePosDirectory({ "pizza-key": NOTHING });
  gateway = await BranchGateway.start(pos);
});
afterEach(() => gateway.stop());

async function branchWith(apiLogin: string): Promise<string> {
  const id = await gateway.createBranch();
  await gateway.connect(id, apiLogin, ARBAT);
  return id;
}

describe("registerWebhook", () => {
  const REGISTER = `mutation ($id: ID!, $force: Boolean! = false) {
    registerWebhook(branchId: $id, force: $force) {
      branch { id }
      userErrors { code field message ... on UpstreamUserError { source upstreamCode upstreamMessage retryable } }
    }
  }`;
  const OURS = `https://gateway.test/webhooks/iiko/${ARBAT}`;

  it("registers our address with a token only this gateway can make, and writes once", async () => {
    const id = await branchWith("pizza-key");
    for (let time = 0; time < 2; time += 1) {
      const { data } = await gateway.query(REGISTER, ADMIN, { id });
      expect(data.registerWebhook).toEqual({ branch: { id }, userErrors: [] });
    }
    const { url, token } = pos.webhooks.get(ARBAT)!;
    expect(url).toBe(OURS);
    expect(gateway.secrets.verifyMac("iiko-webhook", ARBAT, token)).toBe(true);
    expect(pos.calls.filter((call) => call.startsWith("registerWebhook"))).toHaveLength(1);
  });

  it("replaces another system only when told to", async () => {
    const id = await branchWith("pizza-key");
    pos.webhooks.set(ARBAT, { url: "https://other.example.ru/hook?key=hush", token: "" });

    const refused = await gateway.query(REGISTER, ADMIN, { id });
    expect(refused.data.registerWebhook.userErrors).toMatchObject([
      { code: "CONFLICT", field: ["force"] },
    ]);
    expect(JSON.stringify(refused.data)).toContain("other.example.ru");
    expect(JSON.stringify(refused.data)).not.toContain("hush");
    expect(pos.webhooks.get(ARBAT)?.url).toContain("other.example.ru");

    await gateway.query(REGISTER, ADMIN, { id, force: true });
    expect(pos.webhooks.get(ARBAT)?.url).toBe(OURS);
  });

  it("reports what the POS said, as something to fix", async () => {
    const id = await branchWith("pizza-key");
    const correlationId = "48fb4cd3-2ef6-4479-bea1-7c92721b988c";
    const exchange = { correlationId, request: null, response: null };
    pos.failures.push(new PosRateLimited("too many requests", { retryAfterMs: 1500, exchange }));
    const limited = await gateway.query(REGISTER, ADMIN, { id });
    expect(limited.data.registerWebhook).toEqual({
      branch: null,
      userErrors: [
        {
          code: "UPSTREAM_UNAVAILABLE",
          field: null,
          message: "The POS asks for a pause: try again in 2 s",
          source: "IIKO",
          upstreamCode: null,
          upstreamMessage: "too many requests",
          retryable: true,
        },
      ],
    });

    const unknown = await gateway.query(REGISTER, ADMIN, { id: await branchWith("lost-key") });
    expect(unknown.data.registerWebhook.userErrors).toMatchObject([
      { code: "UPSTREAM_REJECTED", upstreamCode: "UNAUTHORIZED", retryable: false },
    ]);
    const bare = await gateway.query(REGISTER, ADMIN, { id: await gateway.createBranch() });
    expect(bare.data.registerWebhook.userErrors).toMatchObject([
      { upstreamCode: "BRANCH_NOT_CONNECTED" },
    ]);
  });
});
