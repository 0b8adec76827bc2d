import { randomUUID } from "node:crypto";

import { z } from "zod";

import { ApiRefusal } from "./api-refusal";
import { API_KEYS, type ApiKey, DEMO_APP_ID, DEMO_CLIENT_SECRET } from "./credentials";
import { parseRequest } from "./parse-request";

const version1Schema = z.object({ apiLogin: z.string() });
const version2Schema = z.object({ apiKey: z.string(), appId: z.guid(), clientSecret: z.string() });

/**
 * Issues iiko's bearer tokens and identifies their owners. Tokens do not survive a restart, so
 * clients have to log in again.
 */
export class Tokens {
  private readonly issued = new Map<string, { key: ApiKey; expiresAt: number }>();

  constructor(private readonly lifetimeSeconds: number) {}

  /**
   * @throws {ApiRefusal} with iiko's text for unknown, blocked, inactive and version-2-only keys
   */
  logInVersion1(body: unknown): string {
    const key = findKey(parseRequest(version1Schema, body).apiLogin);
    if (!key.acceptsVersion1)
      throw new ApiRefusal(403, null, "This API key works with /api/v2/access_token only");
    return this.issue(key);
  }

  /** @throws {ApiRefusal} like the first version, and also for a wrong application or secret */
  logInVersion2(body: unknown): string {
    const { apiKey, appId, clientSecret } = parseRequest(version2Schema, body);
    const key = findKey(apiKey);
    if (appId !== DEMO_APP_ID || clientSecret !== DEMO_CLIENT_SECRET) throw notAuthorized(apiKey);
    return this.issue(key);
  }

  /** @throws {ApiRefusal} HTTP 401 for a missing, unknown or expired token */
  keyOf(authorization: string | undefined): ApiKey {
    if (authorization === undefined)
      throw new ApiRefusal(401, null, "Authorization token is required.");
    const known = this.issued.get(authorization.replace(/^Bearer /, ""));
    if (!known) throw new ApiRefusal(401, null, "Token is not valid.");
    if (known.expiresAt <= Date.now()) throw new ApiRefusal(401, null, "Token has expired.");
    return known.key;
  }

  expire(authorization: string | undefined): void {
    const known = this.issued.get(authorization?.replace(/^Bearer /, "") ?? "");
    if (known) known.expiresAt = 0;
  }

  expireAll(): void {
    for (const token of this.issued.values()) token.expiresAt = 0;
  }

  /** The token looks like iiko's: a JWT whose `exp` clients can read. */
  private issue(key: ApiKey): string {
    const now = Math.floor(Date.now() / 1000);
    const parts = [
      { alg: "none", typ: "JWT" },
      { jti: randomUUID(), sub: key.name, nbf: now, exp: now + Math.ceil(this.lifetimeSeconds) },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
    const token = [...parts, "sandbox"].join(".");
    this.issued.set(token, { key, expiresAt: Date.now() + this.lifetimeSeconds * 1000 });
    return token;
  }
}

function findKey(value: string): ApiKey {
  const key = API_KEYS.find((candidate) => candidate.value === value);
  if (!key) throw notAuthorized(value);
  if (key.state === "blocked") throw new ApiRefusal(401, null, "Apilogin has been blocked.");
  if (key.state === "inactive") throw new ApiRefusal(401, null, "ApiLogin is inactive");
  return key;
}

function notAuthorized(login: string): ApiRefusal {
  return new ApiRefusal(401, null, `Login ${login} is not authorized.`);
}
