// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** A key for an operator or a service. */
export interface CreateApiKeyInput {
  /** Limits a key with scope OPERATOR to these branches. At most 1,000 items of at most 100 characters each. */
  readonly branchIds?: readonly string[] | null | undefined;
  /** The company of the key: Company.id. If omitted, the company of its branches or of your own key; for the administrator of the platform, the first company. At most 100 characters. */
  readonly companyId?: string | null | undefined;
  /** Makes the call safe to repeat: same key + same input returns what the first call made, for ever; same key + other input is refused with IDEMPOTENCY_KEY_REUSED. If omitted, each call makes another one. At most 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Who uses the key. Shown in timelines as the actor. At most 100 characters. */
  readonly label: string;
  /** Scope of the key: OPERATOR or ADMIN. */
  readonly scope: Scope;
}

/** What a caller may do. A wider scope includes the narrower ones. */
export type Scope =
  | "ADMIN"
  | "CUSTOMER"
  | "OPERATOR"
  | "PUBLIC";

/** What is wrong: in `userErrors`, in issues of the catalogue, and as the reason for a change in a plan. Values may be added. */
export type UserErrorCode =
  | "ADDRESS_NOT_LOCATED"
  | "ADDRESS_NOT_SERVED"
  | "ALREADY_IN_POS"
  | "ARTICLE_CHANGED"
  | "ARTICLE_MISSING"
  | "ARTICLE_NOT_IN_EXTERNAL_MENU"
  | "ARTICLE_NOT_NUMERIC"
  | "ARTICLE_OF_SIZE"
  | "BELOW_MINIMUM"
  | "BRANCH_CLOSED"
  | "BRANCH_NOT_ACCEPTING"
  | "CHALLENGE_INVALID"
  | "CHALLENGE_REQUIRED"
  | "CONFLICT"
  | "DISCOUNT_NOT_MAPPED"
  | "DUPLICATE_ARTICLE"
  | "FORBIDDEN"
  | "IDEMPOTENCY_KEY_REUSED"
  | "INVALID"
  | "ITEM_NOT_FOUND"
  | "ITEM_NOT_SOLD_HERE"
  | "ITEM_OUTSIDE_HOURS"
  | "ITEM_UNAVAILABLE"
  | "LOYALTY_DISABLED"
  | "LOYALTY_INSUFFICIENT"
  | "LOYALTY_LIMIT_EXCEEDED"
  | "MARKED_GOODS"
  | "MASS_REMOVAL"
  | "MENU_HELD_BACK"
  | "MODIFIER_LIMIT"
  | "MODIFIER_REQUIRED"
  | "MODIFIER_SCHEME"
  | "NOT_FOUND"
  | "NOT_RETRYABLE"
  | "OPEN_PRICE"
  | "OPTIONS_DIFFER_BY_SIZE"
  | "OPTIONS_MISSING"
  | "OPTION_AMOUNT_INDEPENDENT"
  | "ORDERS_UNDER_WAY"
  | "OUTCOME_UNKNOWN"
  | "PAYMENT_METHOD_NOT_TAKEN"
  | "PAYMENT_TYPE_NOT_MAPPED"
  | "PHONE_INVALID"
  | "PRICE_CHANGED"
  | "PRICE_CHANGE_AHEAD"
  | "PRICE_CHANGE_TOO_LARGE"
  | "PRICE_IN_REQUIRED_OPTION"
  | "PRODUCT_LISTED_TWICE"
  | "PRODUCT_VANISHED"
  | "PROMO_EXPIRED"
  | "PROMO_NOT_APPLICABLE"
  | "PROMO_NOT_COMBINABLE"
  | "PROMO_NOT_FOUND"
  | "PROMO_USAGE_EXCEEDED"
  | "REQUIRED"
  | "SCHEDULE_NOT_APPLIED"
  | "SIGN_IN_REQUIRED"
  | "SOLD_BY_MEASURE"
  | "STALE_VERSION"
  | "STREET_UNKNOWN"
  | "TIME_SLOT_UNAVAILABLE"
  | "TOO_MANY_OPEN_ORDERS"
  | "UPSTREAM_REJECTED"
  | "UPSTREAM_UNAVAILABLE"
  | "ZERO_PRICE";

export interface ApiKeysVariables {
  readonly after?: string | null | undefined;
}

export interface ApiKeysAnswer {
  /** API keys, newest first, including revoked ones. */
  readonly apiKeys: readonly {
    /** The id that revokeApiKey takes. It grants no access. */
    readonly id: string;
    /** Who uses the key. Shown in timelines as the actor. */
    readonly label: string;
    /** What the holder of the key may do. */
    readonly scope: Scope;
    /** The second part of the key, by which you can recognise it. */
    readonly prefix: string;
    /** The branches that the key is limited to; null means every branch of its company. */
    readonly branchIds: readonly string[] | null;
    /** Id of the company whose branches the key works on. */
    readonly companyId: string;
    /** When it was created. */
    readonly createdAt: string;
    /** When the key was last used, accurate to a minute. */
    readonly lastUsedAt: string | null;
    /** When the key was revoked; null while it is valid. */
    readonly revokedAt: string | null;
  }[];
}

export const ApiKeys: Operation<ApiKeysAnswer, ApiKeysVariables> = {
  document: `query ApiKeys($after: ID) {
  apiKeys(first: 100, after: $after) {
    id
    label
    scope
    prefix
    branchIds
    companyId
    createdAt
    lastUsedAt
    revokedAt
  }
}`,
};

export interface NewKeyVariables {
  readonly input: CreateApiKeyInput;
}

export interface NewKeyAnswer {
  /** Creates an API key. The key itself is returned only here, and only by the first call with an idempotency key; only its hash is stored. */
  readonly createApiKey: {
    /** The key as operators see it; null if `userErrors` explains why nothing was done. */
    readonly apiKey: {
      /** The id that revokeApiKey takes. It grants no access. */
      readonly id: string;
    } | null;
    /** The key itself, shown only this once: only its hash is stored. null if `replayed` is true. */
    readonly secret: string | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
      readonly code: UserErrorCode;
      /** Path into the arguments, for example input.lines.0.sizeId. */
      readonly field: readonly string[] | null;
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const NewKey: Operation<NewKeyAnswer, NewKeyVariables> = {
  document: `mutation NewKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    apiKey {
      id
    }
    secret
    userErrors {
      code
      field
      message
    }
  }
}`,
};

export interface EndKeyVariables {
  readonly id: string;
}

export interface EndKeyAnswer {
  /** Revokes the key; it is refused from the next request on. Safe to repeat. */
  readonly revokeApiKey: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const EndKey: Operation<EndKeyAnswer, EndKeyVariables> = {
  document: `mutation EndKey($id: ID!) {
  revokeApiKey(id: $id) {
    userErrors {
      message
    }
  }
}`,
};
