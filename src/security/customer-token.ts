import { createSecretKey } from "node:crypto";
import { type LookupFunction } from "node:net";

import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyResult,
} from "jose";

import { type Viewer } from "../domain/access/viewer";
import { BAD_TOKEN } from "../domain/errors/thrown-texts";
import { formerPhone } from "../domain/guests/former-phone";
import { phoneOfAnyBranch } from "../domain/guests/phone";
import { isUuid } from "../domain/ids";
import { Unauthenticated } from "../errors";
import { type Clock } from "../ports/clock";
import { type CustomerTokenRules, keepsRules, USUAL_RULES } from "./customer-token-rules";
import { guardedFetch } from "./guarded-fetch";
import { KeyListFetch } from "./key-list-fetch";

export type CustomerTokenKeys =
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: "jwks"; readonly url: string };

/** The guest whom a token names, and the company for which it is valid; omitted: the first one. */
export type SignedInGuest = Omit<Viewer & { kind: "customer" }, "company"> & {
  readonly companyId?: string;
};

const CLOCK_TOLERANCE_SECONDS = 5;
/** After this time, a key that was removed from the list no longer opens anything. */
const LIST_MAX_AGE_MS = 45_000;

/** Failures of the key list, not of the token: the caller did nothing wrong. */
const OUR_FAULTS = [errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code];

/**
 * Reads the tokens (JWT) that Result.Rest issues to its signed-in customers. The claim `phone` says
 * who the customer is, `company` at which company.
 */
export class CustomerTokens {
  private readonly verify: Verify;

  /** @param lookup resolves the key list's host; defaults to the system's resolver */
  constructor(
    keys: CustomerTokenKeys,
    private readonly clock: Clock,
    lookup?: LookupFunction,
    private readonly rules: CustomerTokenRules = USUAL_RULES,
  ) {
    this.verify = verifierFor(keys, clock, lookup);
  }

  /**
   * @throws {Unauthenticated} if the token is malformed, expired or without expiry, signed by
   *   someone else, breaks the rules, or names no phone, or a company that cannot be one
   */
  async read(token: string): Promise<SignedInGuest> {
    const payload = await this.payloadOf(token);
    const phone = typeof payload["phone"] === "string" ? phoneOf(payload["phone"]) : undefined;
    if (phone === undefined) throw new Unauthenticated(BAD_TOKEN);
    const { company: companyId } = payload;
    const namesCompany = typeof companyId === "string" && isUuid(companyId);
    if (companyId !== undefined && !namesCompany) throw new Unauthenticated(BAD_TOKEN);
    const expiresAt = payload.exp === undefined ? null : new Date(payload.exp * 1000);
    return { kind: "customer", phone, expiresAt, ...(namesCompany && { companyId }) };
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    try {
      const { payload, protectedHeader } = await this.verify(token);
      if (keepsRules(payload, protectedHeader.typ, this.rules, this.clock.now())) return payload;
      throw new Unauthenticated(BAD_TOKEN);
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || OUR_FAULTS.includes(error.code)) throw error;
      throw new Unauthenticated(BAD_TOKEN);
    }
  }
}

/**
 * The issuer of the token has proven the phone, so one that none of our rules recognises still
 * belongs to a guest.
 */
function phoneOf(claim: string): string | undefined {
  return phoneOfAnyBranch(claim) ?? formerPhone(claim);
}

type Verify = (token: string) => Promise<JWTVerifyResult>;

/** The algorithm is chosen here, never by the token. */
function verifierFor(
  keys: CustomerTokenKeys,
  clock: Clock,
  lookup: LookupFunction | undefined,
): Verify {
  const times = () => ({
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: clock.now(),
    requiredClaims: ["exp"],
  });
  if (keys.kind === "secret") {
    const secret = createSecretKey(Buffer.from(keys.secret));
    return (token) => jwtVerify(token, secret, { ...times(), algorithms: ["HS256"] });
  }
  const keyList = createRemoteJWKSet(new URL(keys.url), {
    timeoutDuration: 3_000,
    cacheMaxAge: LIST_MAX_AGE_MS,
    [customFetch]: new KeyListFetch(guardedFetch(lookup), clock).get,
  });
  return (token) => jwtVerify(token, keyList, { ...times(), algorithms: ["RS256", "ES256"] });
}
