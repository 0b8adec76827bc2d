import { acknowledgedSchema } from "../../src/adapters/iiko/connection/answer-schemas";
import { IikoTokens } from "../../src/adapters/iiko/connection/iiko-token";
import { IikoTransport } from "../../src/adapters/iiko/connection/iiko-transport";
import { PosKeyFailure } from "../../src/domain/pos/pos-key-failure";
import { PosRateLimited, PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { type PosCredential } from "../../src/ports/pos/pos-branch";
import { InMemoryPosKeys, inMemorySharing } from "../support/in-memory-sharing";
import { sendJson, startScriptedServer } from "../support/scripted-server";

const credential: PosCredential = { kind: "API_LOGIN_V1", apiLogin: "one" };
const other: PosCredential = { kind: "API_LOGIN_V1", apiLogin: "two" };
const start = Date.parse("2026-10-12T12:00:00Z");

let now = start;
let logins: PosCredential[] = [];
let answer: (login: number) => Promise<string>;
let store: InMemoryPosKeys;

function tokens() {
  const logIn = (asked: PosCredential) => {
    logins.push(asked);
    return answer(logins.length);
  };
  const held = new IikoTokens({ store, logIn, clock: () => new Date(now) });
  store.watch((keyId) => held.forget(keyId));
  const get = async (asked = credential) => (await held.get(JSON.stringify(asked), asked)).text;
  return { held, get, key: JSON.stringify(credential) };
}

beforeEach(() => {
  now = start;
  logins = [];
  answer = (login) => Promise.resolve(`token-${login}`);
  store = new InMemoryPosKeys(() => now);
});

it("logs in once for simultaneous calls, even from another process", async () => {
  const [one, two] = [tokens(), tokens()];
  expect(await Promise.all([one.get(), one.get(), two.get()])).toEqual(Array(3).fill("token-1"));
  expect(await two.get()).toBe("token-1");
  expect(logins).toHaveLength(1);
});

it("never shares a token between keys", async () => {
  const { get } = tokens();
  expect(await get()).not.toBe(await get(other));
});

it("renews a token 90 s before its hour is up", async () => {
  const { get } = tokens();
  await get();
  now = start + 3_509_000;
  expect(await get()).toBe("token-1");
  now = start + 3_510_000;
  expect(await get()).toBe("token-2");
});

it("trusts the expiry stated in the token", async () => {
  const claims = Buffer.from(JSON.stringify({ exp: start / 1000 + 600 })).toString("base64url");
  answer = () => Promise.resolve(`e30.${claims}.signature`);
  const { get } = tokens();
  await get();
  now = start + 511_000;
  await get();
  expect(logins).toHaveLength(2);
});

it("drops only the token that was refused", async () => {
  const { held, get, key } = tokens();
  await get();
  const first = await held.get(key, credential);
  await held.drop(key, first);
  const second = await get();
  await held.drop(key, first);
  expect(await get()).toBe(second);
});

it("leaves a refused key alone until somebody resumes it, without affecting other keys", async () => {
  const refusal = new PosRejected("ApiLogin is inactive", {
    posCode: "UNKNOWN",
    kind: RefusalKind.OPERATOR,
  });
  answer = () => Promise.reject(refusal);
  const [one, two] = [tokens(), tokens()];
  await expect(one.get()).rejects.toBe(refusal);
  now = start + 3_600_000;
  const verdict = { posCode: PosKeyFailure.KEY_INACTIVE, kind: RefusalKind.OPERATOR };
  await expect(one.get()).rejects.toMatchObject(verdict);
  await expect(two.get()).rejects.toMatchObject(verdict);
  expect(logins).toHaveLength(1);
  answer = (login) => Promise.resolve(`token-${login}`);
  expect(await one.get(other)).toBe("token-2");
  await store.resume(undefined, one.key);
  expect(await two.get()).toBe("token-3");
});

it("backs off, up to a minute, while logging in fails for a transient reason", async () => {
  answer = () => Promise.reject(new PosUnavailable("no answer"));
  const { get } = tokens();
  for (const pauseMs of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
    await expect(get()).rejects.toThrow(PosUnavailable);
    now += pauseMs - 1;
    await expect(get()).rejects.toMatchObject({ retryAfterMs: 1 });
    now += 1;
  }
  expect(logins).toHaveLength(6);
  answer = () => Promise.resolve("token");
  expect(await get()).toBe("token");
});

it("does not retry a login for as long as iiko asks", async () => {
  answer = () => Promise.reject(new PosRateLimited("too many", { retryAfterMs: 300_000 }));
  const { get } = tokens();
  await expect(get()).rejects.toThrow(PosRateLimited);
  await expect(get()).rejects.toMatchObject({ retryAfterMs: 300_000 });
});

it("keeps using the old token while it is valid and logging in fails", async () => {
  const { get } = tokens();
  await get();
  answer = () => Promise.reject(new PosUnavailable("no answer"));
  now = start + 3_550_000;
  expect(await get()).toBe("token-1");
  expect(await get()).toBe("token-1");
  expect(logins).toHaveLength(2);
  now = start + 3_600_000;
  await expect(get()).rejects.toThrow(PosUnavailable);
});

describe("a login that iiko refuses", () => {
  const asked = async (status: number, body: string, type = "application/json") => {
    const server = await startScriptedServer((response) =>
      response.writeHead(status, { "Content-Type": type }).end(body),
    );
    const clock = () => new Date(now);
    const transport = new IikoTransport({
      baseUrl: server.url,
      clock,
      sharing: inMemorySharing(clock),
    });
    const post = () =>
      transport
        .post(credential, { path: "/api/1/organizations", body: {} }, acknowledgedSchema)
        .then(
          () => undefined,
          (error: unknown) => error as PosRejected,
        );
    const errors = [await post(), await post()];
    transport.close();
    await server.close();
    return { errors, calls: server.calls.length };
  };

  it("hides the key that iiko repeats, and stops", async () => {
    const { errors, calls } = await asked(
      401,
      JSON.stringify({ errorDescription: "Login one is not authorized." }),
    );
    expect(errors[0]).toMatchObject({
      message: "iiko answered 401 to /api/1/access_token: Login *** is not authorized.",
      posCode: PosKeyFailure.KEY_UNKNOWN,
      kind: RefusalKind.OPERATOR,
    });
    expect(JSON.stringify(errors.map((error) => error?.exchange))).not.toContain("one");
    expect(errors[1]).toMatchObject({
      posCode: PosKeyFailure.KEY_UNKNOWN,
      kind: RefusalKind.OPERATOR,
    });
    expect(calls).toBe(1);
  });

  it("in unknown words also stops the key", async () => {
    const { errors } = await asked(
      403,
      JSON.stringify({ errorDescription: "Use /api/v2/access_token" }),
    );
    expect(errors[1]).toMatchObject({
      posCode: PosKeyFailure.LOGIN_REFUSED,
      kind: RefusalKind.OPERATOR,
    });
    // Including the key that is stopped by then and makes no more calls.
    for (const error of errors) {
      expect(error).toMatchObject({
        reason: { fix: { en: expect.stringContaining("appId") as string } },
      });
    }
  });

  it("with a proxy's page counts as a transient failure", async () => {
    const { errors, calls } = await asked(403, "<h1>Forbidden</h1>", "text/html");
    expect(errors).toEqual([expect.any(PosUnavailable), expect.any(PosRateLimited)]);
    expect(calls).toBe(1);
  });
});

it("stops a key even if a call other than the login says that its licence has expired", async () => {
  const server = await startScriptedServer((response, { path }) =>
    path.includes("access_token")
      ? sendJson(response, 200, { token: "token" })
      : sendJson(response, 401, {
          errorDescription: "Apilogin's license for using the Cloud API has expired",
        }),
  );
  const transport = new IikoTransport({
    baseUrl: server.url,
    clock: () => new Date(now),
    sharing: inMemorySharing(),
  });
  const post = () =>
    transport.post(credential, { path: "/api/1/organizations", body: {} }, acknowledgedSchema);
  await expect(post()).rejects.toMatchObject({ posCode: PosKeyFailure.LICENCE_EXPIRED });
  await expect(post()).rejects.toMatchObject({ posCode: PosKeyFailure.LICENCE_EXPIRED });
  expect(server.calls).toHaveLength(2);
  transport.close();
  await server.close();
});
