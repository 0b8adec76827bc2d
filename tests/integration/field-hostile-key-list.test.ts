import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

import { CustomerTokens } from "../../src/security/customer-token";

const PHONE = "+79001234567";
const MEGABYTE = 2 ** 20;

type Answer = (response: ServerResponse) => void;

let server: Server;
let url: string;
let answer: Answer;
let asked = 0;
let sentBytes = 0;
let key: JWK;
let other: JWK;
let token: string;

beforeAll(async () => {
  const [pair, second] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
  key = { ...(await exportJWK(pair.publicKey)), kid: "1", alg: "ES256" };
  other = { ...(await exportJWK(second.publicKey)), kid: "2", alg: "ES256" };
  const claims = new SignJWT({ phone: PHONE }).setProtectedHeader({ alg: "ES256", kid: "1" });
  token = await claims.setExpirationTime("10m").sign(pair.privateKey);
  server = createServer((request, response) => {
    asked += 1;
    response.once("close", () => (sentBytes += request.socket.bytesWritten));
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
});
beforeEach(() => ([asked, sentBytes] = [0, 0]));
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const tokens = () => new CustomerTokens({ kind: "jwks", url }, { now: () => new Date() });
const listOf = (keys: unknown): Answer => json({ keys });
const json =
  (body: unknown): Answer =>
  (response) =>
    void response.end(JSON.stringify(body));

function flood(first: string): Answer {
  return (response) => {
    response.write(first);
    const go = () => {
      while (!response.destroyed && response.write(" ".repeat(65_536)));
      if (!response.destroyed) response.once("drain", go);
    };
    go();
  };
}

function drip(text: string): Answer {
  return (response) => {
    const timer = setInterval(() => response.write(text), 200);
    response.once("close", () => clearInterval(timer));
  };
}

const gzipped: Answer = (response) => {
  response.setHeader("content-encoding", "gzip");
  response.end(gzipSync(Buffer.alloc(64 * MEGABYTE)));
};

/** Why a valid token is refused. */
async function failureOf(read: Promise<unknown>): Promise<{ code?: string }> {
  return read.then(
    () => expect("taken").toBe("refused"),
    (error: unknown) => error as { code?: string },
  ) as Promise<{ code?: string }>;
}

it("A valid token is accepted while the list behaves", async () => {
  answer = listOf([key, other]);
  expect((await tokens().read(token)).phone).toBe(PHONE);
});

describe("A malicious key list is abandoned, little of it is read, and no guest's token is blamed, when it", () => {
  it.each<[string, Answer]>([
    ["never ends", flood('{"keys":[')],
    ["never ends its first text", flood('{"keys":[{"kid":"')],
    ["sends a little now and then", drip(" ")],
    ["says nothing", () => undefined],
    ["hangs up", (response) => response.destroy()],
    ["is packed to be small on the way", gzipped],
    ["has more than a megabyte", json({ keys: [], filler: "x".repeat(MEGABYTE) })],
    [
      "has thousands of keys",
      (response) => listOf(Array.from({ length: 2_000 }, (_, n) => ({ kid: `${n}` })))(response),
    ],
    [
      "leads elsewhere",
      (response) => void response.writeHead(302, { location: `${url}/elsewhere` }).end(),
    ],
    [
      "leads to itself for ever",
      (response) => void response.writeHead(307, { location: url }).end(),
    ],
    ["answers with a page", (response) => void response.end("<html>Sign in</html>")],
    ["fails", (response) => void response.writeHead(500).end("no")],
    ["has nothing", (response) => void response.end()],
    ["has a word instead of keys", json({ keys: "all" })],
    ["has an object instead of keys", json({ keys: { 0: {} } })],
    ["is null", json(null)],
    ["is a list", json([])],
    ["has things that are no keys", listOf([null, 1, "x"])],
    [
      "is nested deeply",
      (response) => void response.end(`{"keys":${"[".repeat(50_000)}${"]".repeat(50_000)}}`),
    ],
  ])("%s", async (_, hostile) => {
    answer = hostile;
    const reader = tokens();
    const failures = await Promise.all([1, 2, 3].map(() => failureOf(reader.read(token))));
    for (const failure of failures) expect(failure.code).not.toBe("UNAUTHENTICATED");
    // All together cause one request, and the next caller does not wait again.
    expect(asked).toBe(1);
    await failureOf(reader.read(token));
    expect(asked).toBe(1);
    expect(sentBytes).toBeLessThan(32 * MEGABYTE);
  });
});

describe("A key list opens nothing by", () => {
  it.each<[string, () => unknown[]]>([
    ["another key under the same name", () => [{ ...other, kid: "1" }]],
    ["two keys under the same name", () => [{ ...other, kid: "1" }, key]],
    ["a key without what makes it one", () => [{ kid: "1", kty: "EC", alg: "ES256" }]],
    ["a key of a kind that does not exist", () => [{ ...key, kty: "__proto__" }]],
    ["a key on no curve", () => [{ ...key, crv: "P-1" }]],
    ["a key whose parts are numbers", () => [{ ...key, x: 1, y: 2 }]],
    ["a shared secret", () => [{ kty: "oct", k: "c2VjcmV0", kid: "1" }]],
    ["a key for something else", () => [{ ...key, use: "enc" }]],
    ["a name that is a number", () => [{ ...key, kid: 1 }]],
  ])("%s", async (_, keys) => {
    answer = listOf(keys());
    await expect(tokens().read(token)).rejects.toThrow();
  });
});

it("A list that has recovered is trusted once the pause is over", async () => {
  let now = Date.now();
  const reader = new CustomerTokens({ kind: "jwks", url }, { now: () => new Date(now) });
  answer = json(null);
  await failureOf(reader.read(token));
  answer = listOf([key]);
  now += 11_000;
  expect((await reader.read(token)).phone).toBe(PHONE);
});
