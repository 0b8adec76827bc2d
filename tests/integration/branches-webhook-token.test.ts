import { ADMIN, BranchGateway, operatorOf } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const ARBAT = "7bc05553-4b68-44e8-b7bc-37be63c6d9e1";
const OTHER = "7bc05553-4b68-44e8-b7bc-37be63c6d9e2";
const NOTHING = { organizations: [], terminalGroups: [], alive: [], paymentTypes: [] };
const REGISTER = `mutation ($id: ID!) { registerWebhook(branchId: $id, force: true) { userErrors { code } } }`;
const RENEW = `mutation ($id: ID!) { renewWebhookToken(branchId: $id) { branch { id } userErrors { code field } } }`;

describe("An organization's web-hook token", () => {
  let pos: FakePosDirectory;
  let gateway: BranchGateway;
  let id: string;
  beforeEach(async () => {
    pos = new FakePosDirectory({ "pizza-key": NOTHING });
    gateway = await BranchGateway.start(pos);
    id = await gateway.createBranch();
    await gateway.connect(id, "pizza-key", ARBAT);
  });
  afterEach(() => gateway.stop());

  const accepts = (token: string, organizationId = ARBAT) =>
    gateway.webhookTokens.accepts(organizationId, token);
  const registered = () => pos.webhooks.get(ARBAT)!.token;
  const endGrace = () =>
    gateway.db.query("update webhook_tokens set former_until = now() - interval '1 second'");

  it("is renewed on its own, and the previous one expires once everything under way has arrived", async () => {
    await gateway.query(REGISTER, ADMIN, { id });
    const first = registered();
    const { data } = await gateway.query(RENEW, ADMIN, { id });
    expect(data.renewWebhookToken).toEqual({ branch: { id }, userErrors: [] });
    const second = registered();
    expect(second).not.toBe(first);
    expect([await accepts(first), await accepts(second)]).toEqual([true, true]);
    await endGrace();
    expect([await accepts(first), await accepts(second)]).toEqual([false, true]);

    await gateway.query(RENEW, ADMIN, { id });
    await endGrace();
    expect([await accepts(first), await accepts(second), await accepts(registered())]).toEqual([
      false,
      false,
      true,
    ]);
    await gateway.query(REGISTER, ADMIN, { id });
    expect(await accepts(registered())).toBe(true);
  });

  it("is not valid for another organization", async () => {
    await gateway.query(REGISTER, ADMIN, { id });
    const own = registered();
    await gateway.query(RENEW, ADMIN, { id });
    const others = gateway.secrets.mac("iiko-webhook", OTHER);
    expect(await accepts(others, OTHER)).toBe(true);
    for (const token of [own, registered()]) expect(await accepts(token, OTHER)).toBe(false);
    for (const token of ["", `1.${own}`, `0.${own}`, `1.${others}`, `${registered()}x`]) {
      expect(await accepts(token)).toBe(false);
    }
  });

  it("stays valid while the POS does not answer, and the next attempt sends the POS the same new one", async () => {
    await gateway.query(REGISTER, ADMIN, { id });
    const first = registered();
    const failing = jest.spyOn(pos, "registerWebhook").mockRejectedValue(new Error("no answer"));
    await gateway.query(RENEW, ADMIN, { id });
    failing.mockRestore();
    expect(await accepts(first)).toBe(true);
    await gateway.query(RENEW, ADMIN, { id });
    expect(registered()).toMatch(/^1\./);
    await endGrace();
    expect([await accepts(first), await accepts(registered())]).toEqual([false, true]);
  });

  it("is not renewed for a web hook that points elsewhere, nor for an unauthorised caller", async () => {
    pos.webhooks.set(ARBAT, { url: "https://other.example.ru/hook", token: "" });
    const { data } = await gateway.query(RENEW, ADMIN, { id });
    expect(data.renewWebhookToken).toEqual({
      branch: null,
      userErrors: [{ code: "CONFLICT", field: ["branchId"] }],
    });
    expect((await gateway.query(RENEW, operatorOf(id), { id })).errors).toEqual(["Forbidden"]);
    expect(await gateway.db.query("select * from webhook_tokens")).toEqual([]);
  });
});
