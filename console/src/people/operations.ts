// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** A key for an operator or a service. */
export interface CreateApiKeyInput {
  /** Limits an OPERATOR key to these branches. At most 1,000 items of at most 100 characters each. */
  readonly branchIds?: readonly string[] | null | undefined;
  /** Who uses the key; timelines show it. At most 100 characters. */
  readonly label: string;
  /** OPERATOR or ADMIN. */
  readonly scope: Scope;
}

/** What a caller may do. A wider scope includes the narrower. */
export type Scope =
  | "ADMIN"
  | "CUSTOMER"
  | "OPERATOR"
  | "PUBLIC";

/** What a caller can mend: in `userErrors`, in issues of the catalogue, and as the reason of a change in a plan. Values are only ever added. */
export type UserErrorCode =
  | "ALREADY_IN_POS"
  | "ARTICLE_CHANGED"
  | "ARTICLE_MISSING"
  | "ARTICLE_NOT_IN_EXTERNAL_MENU"
  | "ARTICLE_NOT_NUMERIC"
  | "ARTICLE_OF_SIZE"
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
  | "TIME_SLOT_UNAVAILABLE"
  | "TOO_MANY_OPEN_ORDERS"
  | "UPSTREAM_REJECTED"
  | "UPSTREAM_UNAVAILABLE"
  | "ZERO_PRICE";

export interface ApiKeysVariables {
}

export interface ApiKeysAnswer {
  /** Newest first, revoked ones included. */
  readonly apiKeys: readonly {
    /** What revokeApiKey takes. It opens nothing. */
    readonly id: string;
    /** Who uses the key; timelines show it. */
    readonly label: string;
    /** What its holder may do. */
    readonly scope: Scope;
    /** The key's second part, to recognise it by. */
    readonly prefix: string;
    /** The only branches the key may work on; null is every branch. */
    readonly branchIds: readonly string[] | null;
    /** When it was made. */
    readonly createdAt: string;
    /** Exact to a minute. */
    readonly lastUsedAt: string | null;
    /** When it was ended for good; null: it still opens what its scope allows. */
    readonly revokedAt: string | null;
  }[];
}

export const ApiKeys: Operation<ApiKeysAnswer, ApiKeysVariables> = {
  document: `query ApiKeys {
  apiKeys {
    id
    label
    scope
    prefix
    branchIds
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
  /** The key itself is returned once, here; only its hash is kept. */
  readonly createApiKey: {
    /** The key as operators see it; null when `userErrors` says why nothing was done. */
    readonly apiKey: {
      /** What revokeApiKey takes. It opens nothing. */
      readonly id: string;
    } | null;
    /** The key itself, shown this once: only its hash is kept. */
    readonly secret: string | null;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID. */
      readonly code: UserErrorCode;
      /** Path into the arguments, for example input.lines.0.sizeId. */
      readonly field: readonly string[] | null;
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Ends the key from the next request on. Safe to repeat. */
  readonly revokeApiKey: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
