import { type JWTPayload } from "jose";

/** What a customer's token must state besides who it is. */
export interface CustomerTokenRules {
  /** From when it was issued, or from now if it does not say, until it expires. */
  readonly longestHours: number;
  /** null: it must name none (RFC 7519, section 4.1.3). */
  readonly audience: string | null;
  /** null: any issuer. */
  readonly issuer: string | null;
}

export const USUAL_RULES: CustomerTokenRules = {
  longestHours: 30 * 24,
  audience: null,
  issuer: null,
};

/**
 * The types by which tokens for an API identify themselves, in their header or, as with Keycloak,
 * in a claim.
 */
const KINDS = new Set(["jwt", "at+jwt", "access", "access_token", "bearer", "id"]);
const TOLERANCE_SECONDS = 5;

/**
 * Returns whether a token with a valid signature is meant for us: it expires within the longest
 * lifetime, was not issued in the future, is not a refresh token, and was issued for us by whom we
 * expect.
 */
export function keepsRules(
  payload: JWTPayload,
  headerType: unknown,
  rules: CustomerTokenRules,
  now: Date,
): boolean {
  const { exp, iat, aud, iss } = payload;
  const seconds = now.getTime() / 1000;
  if (exp === undefined || (iat !== undefined && iat > seconds + TOLERANCE_SECONDS)) return false;
  if (exp - (iat ?? seconds) > rules.longestHours * 3600 + TOLERANCE_SECONDS) return false;
  if (!opensAnApi(headerType) || !opensAnApi(payload["typ"])) return false;
  const isForUs =
    rules.audience === null ? aud === undefined : [aud].flat().includes(rules.audience);
  return isForUs && (rules.issuer === null || iss === rules.issuer);
}

function opensAnApi(kind: unknown): boolean {
  return (
    kind === undefined ||
    (typeof kind === "string" && KINDS.has(kind.toLowerCase().replace(/^application\//, "")))
  );
}
