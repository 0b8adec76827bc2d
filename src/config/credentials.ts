import { type Variables } from "./variables";

/** How the tokens of Result.Rest's customers are verified. */
export type CustomerTokenSource =
  | { readonly kind: "secret"; readonly secret: string }
  | { readonly kind: "jwks"; readonly url: string };

export interface CustomerTokenRules {
  /**
   * Longest lifetime, counted from when the token was issued, or from now where it does not say.
   */
  readonly longestHours: number;
  /** null: the token may not name an audience. */
  readonly audience: string | null;
  /** null: any issuer, as long as the signature is valid. */
  readonly issuer: string | null;
}

/** Credentials for access to the gateway, and keys that protect the secrets of others. */
export function credentials(variables: Variables) {
  return {
    adminApiKey: variables.text("ADMIN_API_KEY"),
    customerTokens: customerTokens(variables),
    customerTokenRules: customerTokenRules(variables),
    encryptionKeys: encryptionKeys(variables),
  };
}

function customerTokens(variables: Variables): CustomerTokenSource | null {
  const secret = variables.text("CUSTOMER_JWT_SECRET");
  const url = variables.address(
    "CUSTOMER_JWKS_URL",
    ["http", "https"],
    "https://id.example.ru/.well-known/jwks.json",
  );
  if (secret !== null && variables.text("CUSTOMER_JWKS_URL") !== null) {
    const hint = "Keep the one that Result.Rest signs its customers' tokens with";
    variables.problem("CUSTOMER_JWT_SECRET and CUSTOMER_JWKS_URL", "exclude each other", hint);
  }
  if (url !== null) return { kind: "jwks", url };
  return secret === null ? null : { kind: "secret", secret };
}

/** Sites keep their guests signed in for weeks. */
const USUAL_TOKEN_HOURS = 30 * 24;

function customerTokenRules(variables: Variables): CustomerTokenRules {
  return {
    longestHours: variables.integer("CUSTOMER_JWT_LONGEST_HOURS", USUAL_TOKEN_HOURS, {
      from: 1,
      to: 8_784,
    }),
    audience: variables.text("CUSTOMER_JWT_AUDIENCE"),
    issuer: variables.text("CUSTOMER_JWT_ISSUER"),
  };
}

function encryptionKeys(variables: Variables): string[] | null {
  const keys = variables.list("ENCRYPTION_KEY");
  const hint = "Make one with: openssl rand -hex 32. To rotate: ENCRYPTION_KEY=new,old";
  if (keys.some((key) => key.length < 32)) {
    variables.problem(
      "ENCRYPTION_KEY",
      "must have at least 32 characters in each key of its list",
      hint,
    );
  }
  if (new Set(keys).size < keys.length)
    variables.problem("ENCRYPTION_KEY", "names a key twice", hint);
  return keys.length > 0 ? keys : null;
}
