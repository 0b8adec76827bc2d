import {
  BLOCKED_KEY,
  DEMO_APP_ID,
  DEMO_CLIENT_SECRET,
  DEMO_KEY,
  INACTIVE_KEY,
  VERSION_2_KEY,
} from "../../sandbox/credentials";
import { organization, SandboxSession } from "../support/sandbox-session";

describe("the sandbox's login", () => {
  let session: SandboxSession;
  beforeEach(async () => {
    session = await SandboxSession.open();
  });
  afterEach(() => session.close());

  const organizations = (headers: Record<string, string> = {}) =>
    session.post("/api/1/organizations", {}, headers);
  const version2 = (apiKey: string, clientSecret = DEMO_CLIENT_SECRET) =>
    session.post("/api/v2/access_token", { apiKey, appId: DEMO_APP_ID, clientSecret });

  it("gives a token that opens the API", async () => {
    expect((await organizations()).status).toBe(200);
  });

  it("accepts the demo key in both versions", async () => {
    const { status, body } = await version2(DEMO_KEY);
    expect(status).toBe(200);
    expect((await organizations({ authorization: `Bearer ${body.token as string}` })).status).toBe(
      200,
    );
  });

  it("issues tokens whose expiry can be read", async () => {
    const { body } = await version2(DEMO_KEY);
    const claims = JSON.parse(
      Buffer.from((body.token as string).split(".")[1]!, "base64url").toString(),
    ) as {
      exp: number;
      nbf: number;
    };
    expect(claims.exp - claims.nbf).toBe(3600);
  });

  it("refuses a version 2 key in version 1", async () => {
    expect((await session.logIn(VERSION_2_KEY)).status).toBe(403);
    expect((await version2(VERSION_2_KEY)).status).toBe(200);
  });

  it.each([
    ["nope", "Login nope is not authorized."],
    [BLOCKED_KEY, "Apilogin has been blocked."],
    [INACTIVE_KEY, "ApiLogin is inactive"],
  ])("refuses the key %s with iiko's text", async (key, text) => {
    const reply = await session.logIn(key);
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({
      errorDescription: text,
      error: null,
      correlationId: expect.any(String) as string,
    });
  });

  it("refuses a wrong secret", async () => {
    expect((await version2(DEMO_KEY, "wrong")).status).toBe(401);
  });

  it("refuses a missing and an unknown token", async () => {
    expect((await organizations({ authorization: "" })).status).toBe(401);
    expect((await organizations({ authorization: "Bearer made.up.token" })).status).toBe(401);
  });

  it("expires all tokens simultaneously when told to", async () => {
    await session.post("/_sandbox/tokens/expire");
    const reply = await organizations();
    expect(reply.status).toBe(401);
    expect(reply.body.errorDescription).toBe("Token has expired.");
    await session.logIn();
    expect((await organizations()).status).toBe(200);
  });

  it("lets a token expire on its own", async () => {
    const brief = await SandboxSession.open({ tokenLifetimeSeconds: 0 });
    expect((await brief.post("/api/1/organizations")).status).toBe(401);
    await brief.close();
  });

  it("refuses organizations that belong to other keys", async () => {
    const foreign = "2715df0b-515f-4c3d-aeb9-d6020ebe8ad0";
    const reply = await session.post("/api/1/deliveries/by_id", {
      organizationId: foreign,
      orderIds: [organization.id],
    });
    expect(reply.status).toBe(400);
    expect(reply.body.error).toBe("ORGANIZATION_DENIED");
  });

  it("refuses a body that is not JSON", async () => {
    const reply = await session.post("/api/1/deliveries/create", '{"organizationId":[');
    expect(reply.status).toBe(400);
    expect(reply.body.error).toBe("INVALID_BODY_JSON_FORMAT");
  });

  it("answers an unknown operation with iiko's envelope", async () => {
    const reply = await session.post("/api/1/nothing");
    expect(reply.status).toBe(404);
    expect(reply.body).toHaveProperty("correlationId");
  });
});
