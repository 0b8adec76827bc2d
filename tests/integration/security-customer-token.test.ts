import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";

import { CustomerTokens } from "../../src/security/customer-token";

const SECRET = "a-secret-of-thirty-two-characters";
const NOW = new Date("2026-11-23T12:00:00Z");
const SECONDS = NOW.getTime() / 1000;
const tokens = new CustomerTokens({ kind: "secret", secret: SECRET }, { now: () => NOW });

function sign(claims: Record<string, unknown>, secret = SECRET, alg = "HS256"): Promise<string> {
  return new SignJWT({ exp: SECONDS + 60, ...claims })
    .setProtectedHeader({ alg })
    .sign(Buffer.from(secret));
}

describe("A customer's token", () => {
  it("identifies the customer, with the phone in one canonical form", async () => {
    const token = await sign({ phone: "8 (900) 123-45-67", exp: SECONDS + 60 });
    expect(await tokens.read(token)).toEqual({
      kind: "customer",
      phone: "+79001234567",
      expiresAt: new Date("2026-11-23T12:01:00Z"),
    });
  });

  it("expires on time, allowing five seconds of clock difference", async () => {
    const phone = "+79001234567";
    expect((await tokens.read(await sign({ phone, exp: SECONDS - 4 }))).phone).toBe(phone);
    await expect(tokens.read(await sign({ phone, exp: SECONDS - 5 }))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    await expect(tokens.read(await sign({ phone, nbf: SECONDS + 6 }))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  it.each([
    [
      "signed by somebody else",
      () => sign({ phone: "+79001234567" }, "another-secret-of-thirty-two-chars"),
    ],
    [
      "signed with an algorithm of its own choice",
      () => sign({ phone: "+79001234567" }, SECRET, "HS512"),
    ],
    ["not signed", () => new UnsecuredJWT({ phone: "+79001234567" }).encode()],
    ["without an end", () => sign({ phone: "+79001234567", exp: undefined })],
    ["that lives too long", () => sign({ phone: "+79001234567", exp: SECONDS + 721 * 3600 })],
    [
      "that was made for too long",
      () => sign({ phone: "+79001234567", iat: SECONDS - 720 * 3600 }),
    ],
    ["that was made in the future", () => sign({ phone: "+79001234567", iat: SECONDS + 30 })],
    ["for another audience", () => sign({ phone: "+79001234567", aud: "staff" })],
    ["that is a refresh token", () => sign({ phone: "+79001234567", typ: "Refresh" })],
    ["without a phone", () => sign({ sub: "42" })],
    ["with a phone that is none", () => sign({ phone: "call me" })],
    ["with a phone that is no text", () => sign({ phone: 79001234567 })],
    ["that is no token", () => "abc.def.ghi"],
    ["that is empty", () => ""],
  ])("is refused without saying why: one %s", async (_title, make) => {
    await expect(tokens.read(await make())).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
      message: "The token is not valid",
    });
  });
});

describe("A customer's token with a required audience and issuer", () => {
  const rules = { longestHours: 1, audience: "orders", issuer: "https://id.pizza.ru" };
  const strict = new CustomerTokens(
    { kind: "secret", secret: SECRET },
    { now: () => NOW },
    undefined,
    rules,
  );
  const right = { phone: "+79001234567", aud: "orders", iss: "https://id.pizza.ru" };

  it.each([
    ["both", right],
    ["one of several audiences", { ...right, aud: ["staff", "orders"] }],
    ["the longest life", { ...right, iat: SECONDS - 60, exp: SECONDS + 3540 }],
  ])("is accepted with %s", async (_title, claims) => {
    expect((await strict.read(await sign(claims))).phone).toBe("+79001234567");
  });

  it.each([
    ["no audience", { ...right, aud: undefined }],
    ["another audience", { ...right, aud: "orders2" }],
    ["no issuer", { ...right, iss: undefined }],
    ["another issuer", { ...right, iss: "https://id.pizza.ru/" }],
    ["a longer life", { ...right, exp: SECONDS + 3700 }],
  ])("is refused with %s", async (_title, claims) => {
    await expect(strict.read(await sign(claims))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });
});

describe("A customer's token that is checked against a key list", () => {
  let server: Server;
  let url: string;
  let listStatus = 200;
  let asked = 0;
  let listed: readonly string[] = ["ES256", "RS256"];
  const pairs = { ES256: generateKeyPair("ES256"), RS256: generateKeyPair("RS256") };

  beforeAll(async () => {
    const keys = await Promise.all(
      Object.entries(pairs).map(async ([alg, pair]) => ({
        ...(await exportJWK((await pair).publicKey)),
        kid: alg,
        alg,
      })),
    );
    server = createServer((_request, response) => {
      asked += 1;
      const told = { keys: keys.filter(({ kid }) => listed.includes(kid)) };
      response
        .writeHead(listStatus, { "content-type": "application/json" })
        .end(JSON.stringify(told));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  let clockAheadMs = 0;
  const reader = () =>
    new CustomerTokens(
      { kind: "jwks", url },
      { now: () => new Date(NOW.getTime() + clockAheadMs) },
    );

  it.each(["ES256", "RS256"] as const)("is accepted when signed with %s", async (alg) => {
    const { privateKey } = await pairs[alg];
    const token = await new SignJWT({ phone: "+79001234567", exp: SECONDS + 60 })
      .setProtectedHeader({ alg, kid: alg })
      .sign(privateKey);
    expect(await reader().read(token)).toEqual({
      kind: "customer",
      phone: "+79001234567",
      expiresAt: new Date("2026-11-23T12:01:00Z"),
    });
  });

  it("is refused when signed with a key that is not in the list, or with a public key as a secret", async () => {
    const { privateKey } = await generateKeyPair("ES256");
    const stranger = await new SignJWT({ phone: "+79001234567", exp: SECONDS + 60 })
      .setProtectedHeader({ alg: "ES256", kid: "ES256" })
      .sign(privateKey);
    await expect(reader().read(stranger)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(reader().read(await sign({ phone: "+79001234567" }))).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  it("is not blamed when the key list cannot be read", async () => {
    const { privateKey } = await pairs.ES256;
    const token = await new SignJWT({ phone: "+79001234567", exp: SECONDS + 60 })
      .setProtectedHeader({ alg: "ES256" })
      .sign(privateKey);
    listStatus = 500;
    await expect(reader().read(token)).rejects.not.toMatchObject({ code: "UNAUTHENTICATED" });
    listStatus = 200;
  });

  it("is refused a minute after its key leaves the list, and still accepted while the list's server fails", async () => {
    const { privateKey } = await pairs.ES256;
    const make = new SignJWT({ phone: "+79001234567", exp: SECONDS + 60 });
    const token = await make.setProtectedHeader({ alg: "ES256", kid: "ES256" }).sign(privateKey);
    const one = reader();
    await one.read(token);
    const { now } = Date;
    try {
      Date.now = () => now() + 60_000;
      listStatus = 500;
      expect((await one.read(token)).phone).toBe("+79001234567");
      [listStatus, listed] = [200, ["RS256"]];
      const other = reader();
      await expect(other.read(token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
      Date.now = () => now() + 120_000;
      clockAheadMs = 11_000;
      await expect(one.read(token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    } finally {
      Date.now = now;
      [listStatus, listed, clockAheadMs] = [200, ["ES256", "RS256"], 0];
    }
  });

  it("does not ask a failing list again for each of many tokens", async () => {
    const { privateKey } = await pairs.ES256;
    const make = new SignJWT({ phone: "+79001234567", exp: SECONDS + 60 });
    const token = await make.setProtectedHeader({ alg: "ES256", kid: "ES256" }).sign(privateKey);
    const one = reader();
    [listStatus, asked] = [500, 0];
    for (let count = 0; count < 20; count += 1) {
      await expect(one.read(token)).rejects.not.toMatchObject({ code: "UNAUTHENTICATED" });
    }
    expect(asked).toBe(1);
    [listStatus, clockAheadMs] = [200, 11_000];
    expect((await one.read(token)).phone).toBe("+79001234567");
    clockAheadMs = 0;
  });
});
