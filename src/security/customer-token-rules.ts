import { type JWTPayload } from "jose";

/** What a customer's token must say beside who it is. */
export interface CustomerTokenRules {
  /** From when it was made, or from now where it does not say, to its end. */
  readonly longestHours: number;
  /** null: it may name none (RFC 7519, section 4.1.3). */
  readonly audience: string | null;
  /** null: anybody. */
  readonly issuer: string | null;
}

export const USUAL_RULES: CustomerTokenRules = {
  longestHours: 30 * 24,
  audience: null,
  issuer: null,
};

/**
 * What tokens that open an API call themselves, in their header or, as Keycloak does, in a claim.
 */
const KINDS = new Set(["jwt", "at+jwt", "access", "access_token", "bearer", "id"]);
const TOLERANCE_SECONDS = 5;

/**
 * Is a token with a right signature one for us? It ends, within the longest life, was not made in
 * the future, is no refresh token, and is meant for us by whom we expect.
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
