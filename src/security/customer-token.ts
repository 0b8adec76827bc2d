import { createSecretKey } from "node:crypto";
import { type LookupFunction } from "node:net";

import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from "jose";

import { normalisePhone } from "../domain/phone";
import { type Viewer } from "../domain/viewer";
import { Unauthenticated } from "../errors";
import { type Clock } from "../ports/clock";
import { guardedFetch } from "./guarded-fetch";

export type CustomerTokenKeys =
  { readonly kind: "secret"; readonly secret: string } | { readonly kind: "jwks"; readonly url: string };

const CLOCK_TOLERANCE_SECONDS = 5;

/** Faults of the key list, not of the token: the caller did nothing wrong. */
const OUR_FAULTS = [errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code];

/** Reads the tokens (JWT) that Result.Rest gives its signed-in customers. The claim `phone` says who it is. */
export class CustomerTokens {
  private readonly verify: (token: string) => Promise<JWTPayload>;

  /** @param lookup how the key list's host is found; the system's way when left out */
  constructor(keys: CustomerTokenKeys, clock: Clock, lookup?: LookupFunction) {
    const times = () => ({ clockTolerance: CLOCK_TOLERANCE_SECONDS, currentDate: clock.now() });
    this.verify = verifierFor(keys, times, lookup);
  }

  /**
   * @throws {Unauthenticated} the token is malformed, expired, signed by somebody else, or names no phone
   */
  async read(token: string): Promise<Viewer & { kind: "customer" }> {
    const payload = await this.payloadOf(token);
    const phone = typeof payload["phone"] === "string" ? normalisePhone(payload["phone"]) : undefined;
    if (phone === undefined) throw new Unauthenticated("The token is not valid");
    const expiresAt = payload.exp === undefined ? null : new Date(payload.exp * 1000);
    return { kind: "customer", phone, expiresAt };
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    try {
      return await this.verify(token);
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || OUR_FAULTS.includes(error.code)) throw error;
      throw new Unauthenticated("The token is not valid");
    }
  }
}

type TimeOptions = () => { clockTolerance: number; currentDate: Date };

/** The algorithm is chosen here, never by the token. */
function verifierFor(
  keys: CustomerTokenKeys,
  times: TimeOptions,
  lookup: LookupFunction | undefined,
): (token: string) => Promise<JWTPayload> {
  if (keys.kind === "secret") {
    const secret = createSecretKey(Buffer.from(keys.secret));
    return async (token) => (await jwtVerify(token, secret, { ...times(), algorithms: ["HS256"] })).payload;
  }
  const keyList = createRemoteJWKSet(new URL(keys.url), {
    timeoutDuration: 3_000,
    [customFetch]: guardedFetch(lookup),
  });
  return async (token) => (await jwtVerify(token, keyList, { ...times(), algorithms: ["RS256", "ES256"] })).payload;
}
