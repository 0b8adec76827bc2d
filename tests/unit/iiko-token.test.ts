import { IikoTokens } from "../../src/adapters/iiko/iiko-token";
import { IikoTransport } from "../../src/adapters/iiko/iiko-transport";
import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { acknowledgedSchema } from "../../src/adapters/iiko/iiko-schemas";
import { type PosCredential } from "../../src/ports/pos";
import { sendJson, startScriptedServer } from "../support/scripted-server";

const credential: PosCredential = { kind: "API_LOGIN_V1", apiLogin: "one" };
const other: PosCredential = { kind: "API_LOGIN_V1", apiLogin: "two" };
const start = Date.parse("2026-10-12T12:00:00Z");

let now = start;
let logins: PosCredential[] = [];
let answer: (login: number) => Promise<string> = (login) => Promise.resolve(`token-${login}`);

function tokens() {
  return new IikoTokens(
    (asked) => {
      logins.push(asked);
      return answer(logins.length);
    },
    () => new Date(now),
  );
}

beforeEach(() => {
  now = start;
  logins = [];
  answer = (login) => Promise.resolve(`token-${login}`);
});

it("logs in once for calls that come together", async () => {
  const held = tokens();
  expect(await Promise.all([held.get(credential), held.get(credential), held.get(credential)])).toEqual(
    Array(3).fill("token-1"),
  );
  expect(await held.get(credential)).toBe("token-1");
  expect(logins).toHaveLength(1);
});

it("never shares a token between keys", async () => {
  const held = tokens();
  expect(await held.get(credential)).not.toBe(await held.get(other));
});

it("renews a token 90 s before its hour is over", async () => {
  const held = tokens();
  await held.get(credential);
  now = start + 3_509_000;
  expect(await held.get(credential)).toBe("token-1");
  now = start + 3_510_000;
  expect(await held.get(credential)).toBe("token-2");
});

it("believes the expiry written in the token", async () => {
  const claims = Buffer.from(JSON.stringify({ exp: start / 1000 + 600 })).toString("base64url");
  answer = () => Promise.resolve(`e30.${claims}.signature`);
  const held = tokens();
  await held.get(credential);
  now = start + 511_000;
  await held.get(credential);
  expect(logins).toHaveLength(2);
});

it("forgets only the token that was refused", async () => {
  const held = tokens();
  const first = await held.get(credential);
  held.forget(credential, first);
  const second = await held.get(credential);
  held.forget(credential, first);
  expect(await held.get(credential)).toBe(second);
});

it("leaves a refused key alone for a minute, and other keys not", async () => {
  const refusal = new PosRejected("ApiLogin is inactive", { posCode: "UNKNOWN", kind: RefusalKind.OPERATOR });
  answer = () => Promise.reject(refusal);
  const held = tokens();
  await expect(held.get(credential)).rejects.toBe(refusal);
  now = start + 59_999;
  await expect(held.get(credential)).rejects.toBe(refusal);
  expect(logins).toHaveLength(1);
  answer = (login) => Promise.resolve(`token-${login}`);
  expect(await held.get(other)).toBe("token-2");
  now = start + 60_000;
  expect(await held.get(credential)).toBe("token-3");
});

it("asks again at once when the login was only unlucky", async () => {
  answer = () => Promise.reject(new PosUnavailable("no answer"));
  const held = tokens();
  await expect(held.get(credential)).rejects.toThrow(PosUnavailable);
  answer = () => Promise.resolve("token");
  expect(await held.get(credential)).toBe("token");
});

it("hides the key that iiko repeats in its refusal, and takes every refusal of a login for the operator's", async () => {
  const server = await startScriptedServer((response, { body }) =>
    sendJson(response, 401, {
      errorDescription: `Login ${(body as { apiLogin: string }).apiLogin} is not authorized.`,
    }),
  );
  const transport = new IikoTransport({ baseUrl: server.url, clock: () => new Date(now) });
  const asked = () => transport.post(credential, { path: "/api/1/organizations", body: {} }, acknowledgedSchema);
  const error = await asked().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ kind: RefusalKind.OPERATOR });
  expect((error as Error).message).toBe("iiko answered 401 to /api/1/access_token: Login *** is not authorized.");
  expect(JSON.stringify((error as PosRejected).exchange)).not.toContain("one");
  // Resting does not prolong itself.
  now = start + 30_000;
  await expect(asked()).rejects.toBe(error);
  now = start + 60_001;
  await expect(asked()).rejects.not.toBe(error);
  expect(server.calls).toHaveLength(2);
  transport.close();
  await server.close();
});
