// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** A new promotion. Of percent, sum and giftArticle with giftQuantity, set only what `kind` requires. */
export interface CreatePromotionInput {
  /** The branches of the promotion: at least one, all with the same currency, and all within the reach of your key. Codes are valid only at these branches. At most 100 items of at most 100 characters each. */
  readonly branchIds: readonly string[];
  /** Promo codes for guests to type; case does not matter. generatePromoCodes creates more. At most 20 items of at most 40 characters each. */
  readonly codes?: readonly string[] | undefined;
  /** Whether it can be combined with other promo codes and discounts. */
  readonly combinable?: boolean | undefined;
  /** The last day, inclusive, in the branch's time zone. At most 10 characters. */
  readonly endsOn?: string | null | undefined;
  /** Valid only for a phone number without earlier orders at the promotion's branches; cancelled orders do not count. */
  readonly firstOrderOnly?: boolean | undefined;
  /** The fulfilment types that it applies to; at least one. At most 3 items. */
  readonly fulfilments?: readonly Fulfilment[] | undefined;
  /** The dish given away, in its default size; not a combo. At most 40 characters. */
  readonly giftArticle?: string | null | undefined;
  /** Number of portions given away, 1 to 20. If omitted, 1. */
  readonly giftQuantity?: number | null | undefined;
  /** Makes the call safe to repeat: same key + same input returns what the first call made, for ever; same key + other input is refused with IDEMPOTENCY_KEY_REUSED. If omitted, each call makes another one. At most 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Kind of discount that the promotion gives. */
  readonly kind: PromotionKind;
  /** Minimum sum of the dishes before any discount. */
  readonly minimumSum?: string | undefined;
  /** Name shown to guests. At most 100 characters. */
  readonly name: string;
  /** Whether each guest may use it only once, counted by phone number over all codes of the promotion. */
  readonly oncePerCustomer?: boolean | undefined;
  /** Discount in per cent of the sum of the dishes, 1 to 100. */
  readonly percent?: number | null | undefined;
  /** The first day in the branch's time zone, for example 2026-12-01. At most 10 characters. */
  readonly startsOn?: string | null | undefined;
  /** Discount for kind SUM, in the currency of the branches. */
  readonly sum?: string | null | undefined;
  /** Maximum number of uses of all codes together. If omitted, unlimited. */
  readonly usageLimit?: number | null | undefined;
  /** Maximum number of uses of each code. If omitted, unlimited. */
  readonly usesPerCode?: number | null | undefined;
}

/** A currency as an ISO 4217 code. */
export type CurrencyCode =
  | "AMD"
  | "BYN"
  | "EUR"
  | "GEL"
  | "KZT"
  | "RUB"
  | "USD"
  | "UZS";

/** How the guest receives an order. */
export type Fulfilment =
  | "DELIVERY"
  | "DINE_IN"
  | "PICKUP";

/** Promo codes to be generated for a promotion. */
export interface GeneratePromoCodesInput {
  /** Number of codes, 1 to 10 000 in one call; a promotion has at most 100 000. */
  readonly count: number;
  /** Makes the call safe to repeat: same key + same input returns what the first call made, for ever; same key + other input is refused with IDEMPOTENCY_KEY_REUSED. If omitted, each call makes another one. At most 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Prefix of each code. At most 20 characters. */
  readonly prefix?: string | undefined;
  /** The promotion that the codes are for: Promotion.id. At most 100 characters. */
  readonly promotionId: string;
}

/** Kind of discount that a promotion gives. */
export type PromotionKind =
  | "GIFT"
  | "PERCENT"
  | "SUM";

export type PromotionRow = {
  /** The id that disablePromotion, setPromotionPaused and generatePromoCodes take. */
  readonly id: string;
  /** Name shown to guests. */
  readonly name: string;
  /** Kind of discount that it gives. */
  readonly kind: PromotionKind;
  /** For kind PERCENT: discount in per cent of the sum of the dishes, 1 to 100; null for other kinds. */
  readonly percent: number | null;
  /** For kind SUM: the discount; null for other kinds. */
  readonly sum: {
    /** The amount as a decimal string with two decimal places: "449.90". */
    readonly amount: string;
    /** The currency of the branch. */
    readonly currencyCode: CurrencyCode;
  } | null;
  /** For kind GIFT: the dish given away, in its default size. */
  readonly giftArticle: string | null;
  /** For kind GIFT: the number of portions. */
  readonly giftQuantity: number | null;
  /** The first day in the branch's time zone, for example 2026-12-01. */
  readonly startsOn: string | null;
  /** The last day, inclusive, in the branch's time zone. */
  readonly endsOn: string | null;
  /** Number of orders that used it; cancelled orders do not count. */
  readonly uses: number;
  /** Maximum number of uses of all codes together; null means unlimited. */
  readonly usageLimit: number | null;
  /** Maximum number of uses of each code; null means unlimited. */
  readonly usesPerCode: number | null;
  /** Number of promo codes that it has. */
  readonly codeCount: number;
  /** When it was disabled; its codes are not accepted any more. */
  readonly disabledAt: string | null;
  /** Since when it is paused: its codes are not accepted until setPromotionPaused lifts that; null while they are. */
  readonly pausedAt: string | null;
};

export interface PromotionsVariables {
  readonly branchId: string;
  readonly after?: string | null | undefined;
}

export interface PromotionsAnswer {
  /** Promotions of one branch, newest first, including those that have ended. */
  readonly promotions: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly PromotionRow[];
    /** Position of the page in the list, and how to get the next page. */
    readonly pageInfo: {
      /** Whether there are entries after this page. */
      readonly hasNextPage: boolean;
      /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
      readonly endCursor: string | null;
    };
  };
}

export const Promotions: Operation<PromotionsAnswer, PromotionsVariables> = {
  document: `query Promotions($branchId: ID!, $after: String) {
  promotions(branchId: $branchId, first: 50, after: $after) {
    nodes {
      ...PromotionRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment PromotionRow on Promotion {
  id
  name
  kind
  percent
  sum {
    amount
    currencyCode
  }
  giftArticle
  giftQuantity
  startsOn
  endsOn
  uses
  usageLimit
  usesPerCode
  codeCount
  disabledAt
  pausedAt
}`,
};

export interface OnePromotionVariables {
  readonly id: string;
}

export interface OnePromotionAnswer {
  /** A promotion by its id; null if none of your branches has it. */
  readonly promotion: {
    /** The id that disablePromotion, setPromotionPaused and generatePromoCodes take. */
    readonly id: string;
    /** Name shown to guests. */
    readonly name: string;
    /** Kind of discount that it gives. */
    readonly kind: PromotionKind;
    /** For kind PERCENT: discount in per cent of the sum of the dishes, 1 to 100; null for other kinds. */
    readonly percent: number | null;
    /** For kind SUM: the discount; null for other kinds. */
    readonly sum: {
      /** The amount as a decimal string with two decimal places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    } | null;
    /** For kind GIFT: the dish given away, in its default size. */
    readonly giftArticle: string | null;
    /** For kind GIFT: the number of portions. */
    readonly giftQuantity: number | null;
    /** The first day in the branch's time zone, for example 2026-12-01. */
    readonly startsOn: string | null;
    /** The last day, inclusive, in the branch's time zone. */
    readonly endsOn: string | null;
    /** Number of orders that used it; cancelled orders do not count. */
    readonly uses: number;
    /** Maximum number of uses of all codes together; null means unlimited. */
    readonly usageLimit: number | null;
    /** Maximum number of uses of each code; null means unlimited. */
    readonly usesPerCode: number | null;
    /** Number of promo codes that it has. */
    readonly codeCount: number;
    /** When it was disabled; its codes are not accepted any more. */
    readonly disabledAt: string | null;
    /** Since when it is paused: its codes are not accepted until setPromotionPaused lifts that; null while they are. */
    readonly pausedAt: string | null;
    /** The branches of the promotion, limited to those that your key may work on. */
    readonly branchIds: readonly string[];
    /** The fulfilment types that it applies to. */
    readonly fulfilments: readonly Fulfilment[];
    /** Whether it can be combined with other promo codes and discounts. */
    readonly combinable: boolean;
    /** Whether each guest may use it only once, counted by phone number over all codes of the promotion. */
    readonly oncePerCustomer: boolean;
    /** Whether it is valid only for phone numbers without earlier orders at its branches; cancelled orders do not count. */
    readonly firstOrderOnly: boolean;
    /** Minimum sum of the dishes before any discount. */
    readonly minimumSum: {
      /** The amount as a decimal string with two decimal places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    };
    /** When it was created. */
    readonly createdAt: string;
  } | null;
}

export const OnePromotion: Operation<OnePromotionAnswer, OnePromotionVariables> = {
  document: `query OnePromotion($id: ID!) {
  promotion(id: $id) {
    ...PromotionRow
    branchIds
    fulfilments
    combinable
    oncePerCustomer
    firstOrderOnly
    minimumSum {
      amount
      currencyCode
    }
    createdAt
  }
}

fragment PromotionRow on Promotion {
  id
  name
  kind
  percent
  sum {
    amount
    currencyCode
  }
  giftArticle
  giftQuantity
  startsOn
  endsOn
  uses
  usageLimit
  usesPerCode
  codeCount
  disabledAt
  pausedAt
}`,
};

export interface PromoCodesVariables {
  readonly id: string;
  readonly after?: string | null | undefined;
}

export interface PromoCodesAnswer {
  /** A promotion by its id; null if none of your branches has it. */
  readonly promotion: {
    /** Number of promo codes that it has. */
    readonly codeCount: number;
    /** Promo codes in alphabetical order. */
    readonly codes: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** The code, in capital letters; case does not matter. */
        readonly code: string;
        /** Number of orders that used it; cancelled orders do not count. */
        readonly uses: number;
        /** When it was created. */
        readonly createdAt: string;
      }[];
      /** Position of the page in the list, and how to get the next page. */
      readonly pageInfo: {
        /** Whether there are entries after this page. */
        readonly hasNextPage: boolean;
        /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
        readonly endCursor: string | null;
      };
    };
  } | null;
}

export const PromoCodes: Operation<PromoCodesAnswer, PromoCodesVariables> = {
  document: `query PromoCodes($id: ID!, $after: String) {
  promotion(id: $id) {
    codeCount
    codes(first: 50, after: $after) {
      nodes {
        code
        uses
        createdAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
};

export interface AllCodesVariables {
  readonly id: string;
  readonly after?: string | null | undefined;
}

export interface AllCodesAnswer {
  /** A promotion by its id; null if none of your branches has it. */
  readonly promotion: {
    /** Promo codes in alphabetical order. */
    readonly codes: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** The code, in capital letters; case does not matter. */
        readonly code: string;
        /** Number of orders that used it; cancelled orders do not count. */
        readonly uses: number;
      }[];
      /** Position of the page in the list, and how to get the next page. */
      readonly pageInfo: {
        /** Whether there are entries after this page. */
        readonly hasNextPage: boolean;
        /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
        readonly endCursor: string | null;
      };
    };
  } | null;
}

export const AllCodes: Operation<AllCodesAnswer, AllCodesVariables> = {
  document: `query AllCodes($id: ID!, $after: String) {
  promotion(id: $id) {
    codes(first: 100, after: $after) {
      nodes {
        code
        uses
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
};

export interface GiftsVariables {
  readonly branchId: string;
  readonly search?: string | null | undefined;
}

export interface GiftsAnswer {
  /** Products of a branch's menu, in menu order. */
  readonly products: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** The digits by which both systems identify the product («артикул»). Leading zeros matter. */
      readonly article: string;
      /** Name shown to guests. */
      readonly name: string;
    }[];
  };
}

export const Gifts: Operation<GiftsAnswer, GiftsVariables> = {
  document: `query Gifts($branchId: ID!, $search: String) {
  products(branchId: $branchId, search: $search, first: 20) {
    nodes {
      article
      name
    }
  }
}`,
};

export interface NewPromotionVariables {
  readonly input: CreatePromotionInput;
}

export interface NewPromotionAnswer {
  /** Creates a promotion. Its terms cannot be changed later: disable it and create another one instead. */
  readonly createPromotion: {
    /** The promotion as it is now; null if `userErrors` explains why nothing was done. */
    readonly promotion: {
      /** The id that disablePromotion, setPromotionPaused and generatePromoCodes take. */
      readonly id: string;
    } | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** Path into the arguments, for example input.lines.0.sizeId. */
      readonly field: readonly string[] | null;
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const NewPromotion: Operation<NewPromotionAnswer, NewPromotionVariables> = {
  document: `mutation NewPromotion($input: CreatePromotionInput!) {
  createPromotion(input: $input) {
    promotion {
      id
    }
    userErrors {
      field
      message
    }
  }
}`,
};

export interface NewCodesVariables {
  readonly input: GeneratePromoCodesInput;
}

export interface NewCodesAnswer {
  /** Generates promo codes that cannot be guessed from each other. Without an idempotency key each call generates more. */
  readonly generatePromoCodes: {
    /** All codes that were generated, in no particular order. */
    readonly codes: readonly string[];
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const NewCodes: Operation<NewCodesAnswer, NewCodesVariables> = {
  document: `mutation NewCodes($input: GeneratePromoCodesInput!) {
  generatePromoCodes(input: $input) {
    codes
    userErrors {
      message
    }
  }
}`,
};

export interface SetPausedVariables {
  readonly id: string;
  readonly paused: boolean;
}

export interface SetPausedAnswer {
  /** Pauses a promotion, or lifts its pause: while it is paused, none of its codes is accepted; orders that have used one keep it. Safe to repeat. disablePromotion ends it permanently. */
  readonly setPromotionPaused: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const SetPaused: Operation<SetPausedAnswer, SetPausedVariables> = {
  document: `mutation SetPaused($id: ID!, $paused: Boolean!) {
  setPromotionPaused(id: $id, paused: $paused) {
    userErrors {
      message
    }
  }
}`,
};

export interface EndPromotionVariables {
  readonly id: string;
}

export interface EndPromotionAnswer {
  /** Ends a promotion permanently: none of its codes is accepted any more. Safe to repeat. */
  readonly disablePromotion: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const EndPromotion: Operation<EndPromotionAnswer, EndPromotionVariables> = {
  document: `mutation EndPromotion($id: ID!) {
  disablePromotion(id: $id) {
    userErrors {
      message
    }
  }
}`,
};
