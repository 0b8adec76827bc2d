// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** An article that takes over other fields than the rest of an import. */
export interface ArticleFieldsInput {
  /** One of the import's articles. At most 100 characters. */
  readonly article: string;
  /** In place of `fields`; none: the product moves into the section as it is. At most 100 items. */
  readonly fields: readonly ImportField[];
}

/** What is done on a branch's catalogue. */
export type CatalogueWorkKind =
  | "APPLY"
  | "PLAN"
  | "REFRESH";

/** Whether the work goes on. */
export type CatalogueWorkState =
  | "DONE"
  | "FAILED"
  | "INTERRUPTED"
  | "RUNNING";

/** What the work is at. */
export type CatalogueWorkStep =
  | "COMPARING"
  | "READING"
  | "WRITING";

/** What a plan does with an article. */
export type ChangeAction =
  | "BLOCKED"
  | "CREATE"
  | "REMOVE"
  | "SKIP_LOCKED"
  | "UNCHANGED"
  | "UPDATE";

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

/** A field that imports take from the POS and that operators may lock. */
export type ImportField =
  | "AVAILABILITY"
  | "DESCRIPTION"
  | "IMAGES"
  | "NAME"
  | "NUTRITION"
  | "OPTIONS"
  | "PRICE"
  | "SIZES"
  | "WEIGHT";

/** What importSection imports from the POS menu, and how it treats what looks like a mistake. */
export interface ImportSectionInput {
  /** With dryRun: false, the guards that you accept. Other guards stop the plan. At most 100 items. */
  readonly accept?: readonly PlanGuardCode[] | null | undefined;
  /** Articles of the products to import, at least one. At most 10,000 items of at most 100 characters each. */
  readonly articles: readonly string[];
  /** The branch whose catalogue changes: Branch.id. At most 100 characters. */
  readonly branchId: string;
  /** If false, the plan is applied immediately; otherwise it is only computed. */
  readonly dryRun?: boolean | undefined;
  /** The fields to import. New products always get NAME, SIZES and PRICE. At most 100 items. */
  readonly fields: readonly ImportField[];
  /** Articles that take over other fields than `fields`, each with its own. At most 1,000 items. */
  readonly fieldsOf?: readonly ArticleFieldsInput[] | null | undefined;
  /** A price change of more than this many per cent stops the plan with PRICE_CHANGE_TOO_LARGE. */
  readonly maxChangePercent?: string | null | undefined;
  /** An existing section. Products that were imported into another section before are moved here. At most 100 characters. */
  readonly sectionId: string;
}

/** How products of the catalogue are matched with the POS menu. */
export type MatchBy =
  | "ARTICLE"
  | "POS_ID";

/** Why a plan is applied only if the guard is accepted by name in `accept`. */
export type PlanGuardCode =
  | "MASS_REMOVAL"
  | "PRICE_CHANGE_TOO_LARGE"
  | "ZERO_PRICE";

/** Purpose of a plan. */
export type PlanKind =
  | "IMPORT_SECTION"
  | "SYNC_PRICES";

/** How serious an issue is. */
export type Severity =
  | "ERROR"
  | "INFO"
  | "WARNING";

/** Which prices syncPrices takes from the POS menu, and how it treats what looks like a mistake. */
export interface SyncPricesInput {
  /** With dryRun: false, the guards that you accept. Other guards stop the plan. At most 100 items. */
  readonly accept?: readonly PlanGuardCode[] | null | undefined;
  /** Articles whose prices are taken, at least one. If omitted, those of all products. At most 10,000 items of at most 100 characters each. */
  readonly articles?: readonly string[] | null | undefined;
  /** The branch whose catalogue changes: Branch.id. At most 100 characters. */
  readonly branchId: string;
  /** If false, the plan is applied immediately; otherwise it is only computed. */
  readonly dryRun?: boolean | undefined;
  /** How products of the catalogue are matched with the POS menu. */
  readonly matchBy?: MatchBy | undefined;
  /** A price change of more than this many per cent stops the plan with PRICE_CHANGE_TOO_LARGE. */
  readonly maxChangePercent?: string | null | undefined;
  /** Whether to change locked prices as well. They stay locked. */
  readonly overrideLocked?: boolean | undefined;
  /** Whether to refresh the POS menu first, as refreshPosMenu does; if that fails, the call is refused. If false, prices are as old as the menu, see CatalogPlan.posMenuReadAt. */
  readonly refresh?: boolean | undefined;
}

/** Why something cannot be ordered now. */
export type UnavailableReason =
  | "DELETED"
  | "HIDDEN"
  | "NOT_IN_MENU"
  | "NOT_PRICED"
  | "OPTIONS_MISSING"
  | "OUTSIDE_HOURS"
  | "STOP_LIST";

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

export type PosItem = {
  /** Id of the product in the POS. */
  readonly id: string;
  /** Article in the POS. It may be missing, not numeric or not unique. */
  readonly article: string | null;
  /** The product's name in the POS. */
  readonly name: string;
  /** Whether the POS hides the product from guests. */
  readonly hidden: boolean;
  /** Its sizes in the POS, at least one. */
  readonly sizes: readonly {
    /** Name of the size; null if the product has no sizes. */
    readonly name: string | null;
    /** Price of one unit; 0 means free, null means not sold here. */
    readonly price: {
      /** The amount as a decimal string with two decimal places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    } | null;
    /** Whether this size can be ordered now. */
    readonly availability: {
      /** Why it is not available; null if it is. */
      readonly reason: UnavailableReason | null;
    };
  }[];
  /** Problems with this product. */
  readonly issues: readonly {
    /** How serious it is. */
    readonly severity: Severity;
    /** What is wrong, in your language. */
    readonly message: string;
    /** How to fix it, in your language. */
    readonly fix: string | null;
  }[];
  /** «Наличие в CRM»: the product of the catalogue with this article, if any. */
  readonly catalogueProduct: {
    /** Opaque and globally unique: store it, compare it, pass it back. */
    readonly id: string;
    /** The section of the menu that shows it; null if none does. */
    readonly section: {
      /** Name shown to guests. */
      readonly name: string;
    } | null;
    /** Whether the product can be ordered: it can if at least one size is available. A size needs enough available options in every required group. */
    readonly availability: {
      /** Whether it can be ordered now. */
      readonly available: boolean;
      /** Why it is not available; null if it is. */
      readonly reason: UnavailableReason | null;
    };
  } | null;
  /** What an import of every field would change of our product. Empty: nothing, or we have none. */
  readonly changes: readonly Difference[];
};

export type Difference = {
  /** Name of the field, for example name, price, price.<size> or options.<group>. */
  readonly field: string;
  /** The value in the catalogue, as text; null if there is none, or no price. */
  readonly before: string | null;
  /** The value in the POS, as text; null if there is none, or no price. */
  readonly after: string | null;
  /** Whether the field is locked: if so, the catalogue keeps `before`. */
  readonly locked: boolean;
  /** Of a price that both sides have: by how many percent it moves, up or down; else null. */
  readonly changePercent: string | null;
};

export type OurProduct = {
  /** Opaque and globally unique: store it, compare it, pass it back. */
  readonly id: string;
  /** The digits by which both systems identify the product («артикул»). Leading zeros matter. */
  readonly article: string;
  /** Name shown to guests. */
  readonly name: string;
  /** The section of the menu that shows it; null if none does. */
  readonly section: {
    /** Name shown to guests. */
    readonly name: string;
  } | null;
  /** Sizes of the product, at least one. A product without sizes has one size without a name. */
  readonly sizes: readonly {
    /** Name of the size; null if the product has no sizes. */
    readonly name: string | null;
  }[];
  /** Price of one unit in the cheapest and the most expensive size, with the cheapest way to satisfy required option groups. null if no size is sold here. */
  readonly priceRange: {
    /** Price in the cheapest size, which a menu shows as "from". */
    readonly min: {
      /** The amount as a decimal string with two decimal places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    };
    /** Price in the most expensive size. */
    readonly max: {
      /** The amount as a decimal string with two decimal places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    };
  } | null;
  /** Whether the product can be ordered: it can if at least one size is available. A size needs enough available options in every required group. */
  readonly availability: {
    /** Whether it can be ordered now. */
    readonly available: boolean;
    /** Why it is not available; null if it is. */
    readonly reason: UnavailableReason | null;
    /** Since when it has been limited or sold out, if the POS reports that. */
    readonly since: string | null;
    /** When the POS last confirmed this. */
    readonly asOf: string;
  };
  /** Origin of every field that was ever imported or locked. */
  readonly fieldSources: readonly {
    /** Name of the field, a value of ImportField. */
    readonly field: string;
    /** Whether imports and price syncs leave the field unchanged, and report that. */
    readonly locked: boolean;
  }[];
};

export type PlanRow = {
  /** What the plan does with the article. */
  readonly action: ChangeAction;
  /** The article, as listed in the POS menu or as requested. */
  readonly article: string;
  /** Name of the product; null if neither side knows the article. */
  readonly name: string | null;
  /** Why the article is blocked or removed, or why it cannot be ordered even after the change, and how to fix that, in your language. */
  readonly reason: string | null;
  /** The plan's guards that this article is among; empty: it looks like no mistake. */
  readonly guards: readonly PlanGuardCode[];
  /** The differences between the catalogue and the POS, field by field, including locked fields. */
  readonly fields: readonly Difference[];
};

export type Plan = {
  /** Opaque and globally unique: store it, compare it, pass it back. */
  readonly id: string;
  /** Purpose of the plan. */
  readonly kind: PlanKind;
  /** Whether the plan has been applied. */
  readonly applied: boolean;
  /** When the plan expires; it cannot be applied after that. */
  readonly expiresAt: string;
  /** When the POS menu used for the comparison was last read. The plan does not reflect later changes there. */
  readonly posMenuReadAt: string | null;
  /** Number of articles for each action. */
  readonly summary: {
    /** Articles that are added to the catalogue. */
    readonly create: number;
    /** Articles of the catalogue that are changed. */
    readonly update: number;
    /** Articles that left the POS menu and are taken off sale. */
    readonly remove: number;
    /** Articles that cannot be imported until a problem is fixed. */
    readonly blocked: number;
    /** Articles that differ only in locked fields. */
    readonly skipLocked: number;
    /** Articles for which the catalogue and the POS agree. */
    readonly unchanged: number;
    /** Largest change of a price in per cent, up or down; null if no existing price changes. */
    readonly largestPriceChangePercent: string | null;
  };
  /** Guards that stop the plan unless you accept them by name. */
  readonly guards: readonly {
    /** The kind of change. Name it in `accept` to proceed anyway. */
    readonly code: PlanGuardCode;
    /** What is wrong, in your language. */
    readonly message: string;
    /** Number of products concerned. */
    readonly affected: number;
  }[];
  /** The changes, article by article, in the order of the plan. */
  readonly stopped: {
    /** Total number of entries on all pages. */
    readonly totalCount: number;
  };
};

export interface CatalogueHeadVariables {
  readonly branchId: string;
}

export interface CatalogueHeadAnswer {
  /** The POS menu of a branch; null if it was never refreshed or you may not work on the branch. */
  readonly posMenu: {
    /** When the POS last returned this menu. */
    readonly refreshedAt: string;
    /** Since when refreshing has failed; null if the last refresh succeeded. */
    readonly failingSince: string | null;
    /** Why the last refresh failed. */
    readonly lastError: string | null;
    /** A newer menu that waits to be accepted. */
    readonly heldBack: {
      /** Number of products in it. */
      readonly productCount: number;
      /** Number of products of the menu in use that are missing from it. */
      readonly lostCount: number;
    } | null;
    /** Categories of the menu, in the order of the POS. */
    readonly categories: readonly {
      /** The POS's own id. */
      readonly id: string;
      /** The category's name in the POS. */
      readonly name: string;
      /** Number of products in the category, including hidden ones. */
      readonly itemCount: number;
      /** Whether the POS hides the category from guests. */
      readonly hidden: boolean;
    }[];
    /** Products of the menu. Each product appears once, even if several categories list it. */
    readonly items: {
      /** Total number of entries on all pages. */
      readonly totalCount: number;
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** Its sizes in the POS, at least one. */
        readonly sizes: readonly {
          /** Price of one unit; 0 means free, null means not sold here. */
          readonly price: {
            /** The currency of the branch. */
            readonly currencyCode: CurrencyCode;
          } | null;
        }[];
      }[];
    };
  } | null;
  /** Problems between the POS menu and the catalogue, most serious first, at most 500. */
  readonly catalogueIssues: readonly {
    /** How serious it is. */
    readonly severity: Severity;
    /** What is wrong, as a code for programs. */
    readonly code: UserErrorCode;
    /** What is wrong, in your language. */
    readonly message: string;
    /** How to fix it, in your language. */
    readonly fix: string | null;
    /** The article concerned; null if the product has none or the whole menu is concerned. */
    readonly article: string | null;
  }[];
  /** Products of a branch's menu, in menu order. */
  readonly products: {
    /** Total number of entries on all pages. */
    readonly totalCount: number;
  };
  /** Products of a branch's menu, in menu order. */
  readonly stopped: {
    /** Total number of entries on all pages. */
    readonly totalCount: number;
  };
  /** Products of a branch with at least one locked field, in menu order. See setProductFieldLocks. */
  readonly locked: {
    /** Total number of entries on all pages. */
    readonly totalCount: number;
  };
  /** The sections of a branch's menu, in menu order. NOT_FOUND if there is no such branch. */
  readonly sections: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** Opaque and globally unique: store it, compare it, pass it back. */
      readonly id: string;
      /** Name shown to guests. */
      readonly name: string;
      /** Products of the section, in menu order. */
      readonly products: {
        /** Total number of entries on all pages. */
        readonly totalCount: number;
      };
    }[];
  };
}

export const CatalogueHead: Operation<CatalogueHeadAnswer, CatalogueHeadVariables> = {
  document: `query CatalogueHead($branchId: ID!) {
  posMenu(branchId: $branchId) {
    refreshedAt
    failingSince
    lastError
    heldBack {
      productCount
      lostCount
    }
    categories {
      id
      name
      itemCount
      hidden
    }
    items(first: 1) {
      totalCount
      nodes {
        sizes {
          price {
            currencyCode
          }
        }
      }
    }
  }
  catalogueIssues(branchId: $branchId) {
    severity
    code
    message
    fix
    article
  }
  products(branchId: $branchId, first: 0) {
    totalCount
  }
  stopped: products(branchId: $branchId, first: 0, unavailableOnly: true) {
    totalCount
  }
  locked: lockedProducts(branchId: $branchId, first: 0) {
    totalCount
  }
  sections(branchId: $branchId, first: 100) {
    nodes {
      id
      name
      products(first: 0) {
        totalCount
      }
    }
  }
}`,
};

export interface CatalogueWorksVariables {
  readonly branchId: string;
}

export interface CatalogueWorksAnswer {
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** The id that arguments named branchId take. */
    readonly id: string;
    /** The last long work of each kind on the branch's catalogue, newest first; work that takes less than half a second is left out. For operators of the branch; others get FORBIDDEN. */
    readonly catalogueWorks: readonly {
      /** What is done. */
      readonly kind: CatalogueWorkKind;
      /** Whether it goes on. */
      readonly state: CatalogueWorkState;
      /** What it is at, or was at last. */
      readonly step: CatalogueWorkStep;
      /** Products that are done, of `total`. */
      readonly done: number;
      /** All products of the work; null while the POS has not answered. */
      readonly total: number | null;
      /** When the work began. */
      readonly begunAt: string;
      /** When it was done or failed; null while it goes on, and if it was interrupted. */
      readonly endedAt: string | null;
    }[];
  } | null;
}

export const CatalogueWorks: Operation<CatalogueWorksAnswer, CatalogueWorksVariables> = {
  document: `query CatalogueWorks($branchId: ID!) {
  branch(id: $branchId) {
    id
    catalogueWorks {
      kind
      state
      step
      done
      total
      begunAt
      endedAt
    }
  }
}`,
};

export interface PosItemsVariables {
  readonly branchId: string;
  readonly categoryId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly inCatalogue?: boolean | null | undefined;
  readonly differs?: boolean | null | undefined;
  readonly after?: string | null | undefined;
}

export interface PosItemsAnswer {
  /** The POS menu of a branch; null if it was never refreshed or you may not work on the branch. */
  readonly posMenu: {
    /** Products of the menu. Each product appears once, even if several categories list it. */
    readonly items: {
      /** Total number of entries on all pages. */
      readonly totalCount: number;
      /** The entries of the page without their cursors. */
      readonly nodes: readonly PosItem[];
      /** Position of the page in the list, and how to get the next page. */
      readonly pageInfo: {
        /** Whether there are entries after this page. */
        readonly hasNextPage: boolean;
        /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
        readonly endCursor: string | null;
      };
    };
    /** Products of the menu. Each product appears once, even if several categories list it. */
    readonly all: {
      /** Total number of entries on all pages. */
      readonly totalCount: number;
    };
    /** Products of the menu. Each product appears once, even if several categories list it. */
    readonly differing: {
      /** Total number of entries on all pages. */
      readonly totalCount: number;
    };
    /** Products of the menu. Each product appears once, even if several categories list it. */
    readonly fresh: {
      /** Total number of entries on all pages. */
      readonly totalCount: number;
    };
  } | null;
}

export const PosItems: Operation<PosItemsAnswer, PosItemsVariables> = {
  document: `query PosItems($branchId: ID!, $categoryId: ID, $search: String, $inCatalogue: Boolean, $differs: Boolean, $after: String) {
  posMenu(branchId: $branchId) {
    items(
      first: 50
      after: $after
      categoryId: $categoryId
      search: $search
      inCatalogue: $inCatalogue
      differs: $differs
    ) {
      totalCount
      nodes {
        ...PosItem
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    all: items(first: 0, categoryId: $categoryId, search: $search) {
      totalCount
    }
    differing: items(
      first: 0
      categoryId: $categoryId
      search: $search
      differs: true
    ) {
      totalCount
    }
    fresh: items(
      first: 0
      categoryId: $categoryId
      search: $search
      inCatalogue: false
    ) {
      totalCount
    }
  }
}

fragment PosItem on PosMenuItem {
  id
  article
  name
  hidden
  sizes {
    name
    price {
      amount
      currencyCode
    }
    availability {
      reason
    }
  }
  issues {
    severity
    message
    fix
  }
  catalogueProduct {
    id
    section {
      name
    }
    availability {
      available
      reason
    }
  }
  changes {
    ...Difference
  }
}

fragment Difference on FieldChange {
  field
  before
  after
  locked
  changePercent
}`,
};

export interface FoundArticlesVariables {
  readonly branchId: string;
  readonly categoryId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly inCatalogue?: boolean | null | undefined;
  readonly differs?: boolean | null | undefined;
  readonly after?: string | null | undefined;
}

export interface FoundArticlesAnswer {
  /** The POS menu of a branch; null if it was never refreshed or you may not work on the branch. */
  readonly posMenu: {
    /** Products of the menu. Each product appears once, even if several categories list it. */
    readonly items: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** Article in the POS. It may be missing, not numeric or not unique. */
        readonly article: string | null;
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

export const FoundArticles: Operation<FoundArticlesAnswer, FoundArticlesVariables> = {
  document: `query FoundArticles($branchId: ID!, $categoryId: ID, $search: String, $inCatalogue: Boolean, $differs: Boolean, $after: String) {
  posMenu(branchId: $branchId) {
    items(
      first: 100
      after: $after
      categoryId: $categoryId
      search: $search
      inCatalogue: $inCatalogue
      differs: $differs
    ) {
      nodes {
        article
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
};

export interface OurProductsVariables {
  readonly branchId: string;
  readonly search?: string | null | undefined;
  readonly unavailableOnly: boolean;
  readonly after?: string | null | undefined;
}

export interface OurProductsAnswer {
  /** Products of a branch's menu, in menu order. */
  readonly products: {
    /** Total number of entries on all pages. */
    readonly totalCount: number;
    /** The entries of the page without their cursors. */
    readonly nodes: readonly OurProduct[];
    /** Position of the page in the list, and how to get the next page. */
    readonly pageInfo: {
      /** Whether there are entries after this page. */
      readonly hasNextPage: boolean;
      /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
      readonly endCursor: string | null;
    };
  };
}

export const OurProducts: Operation<OurProductsAnswer, OurProductsVariables> = {
  document: `query OurProducts($branchId: ID!, $search: String, $unavailableOnly: Boolean!, $after: String) {
  products(
    branchId: $branchId
    search: $search
    unavailableOnly: $unavailableOnly
    first: 50
    after: $after
  ) {
    totalCount
    nodes {
      ...OurProduct
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment OurProduct on Product {
  id
  article
  name
  section {
    name
  }
  sizes {
    name
  }
  priceRange {
    min {
      amount
      currencyCode
    }
    max {
      amount
      currencyCode
    }
  }
  availability {
    available
    reason
    since
    asOf
  }
  fieldSources {
    field
    locked
  }
}`,
};

export interface LockedProductsVariables {
  readonly branchId: string;
  readonly after?: string | null | undefined;
}

export interface LockedProductsAnswer {
  /** Products of a branch with at least one locked field, in menu order. See setProductFieldLocks. */
  readonly lockedProducts: {
    /** Total number of entries on all pages. */
    readonly totalCount: number;
    /** The entries of the page without their cursors. */
    readonly nodes: readonly OurProduct[];
    /** Position of the page in the list, and how to get the next page. */
    readonly pageInfo: {
      /** Whether there are entries after this page. */
      readonly hasNextPage: boolean;
      /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
      readonly endCursor: string | null;
    };
  };
}

export const LockedProducts: Operation<LockedProductsAnswer, LockedProductsVariables> = {
  document: `query LockedProducts($branchId: ID!, $after: String) {
  lockedProducts(branchId: $branchId, first: 50, after: $after) {
    totalCount
    nodes {
      ...OurProduct
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment OurProduct on Product {
  id
  article
  name
  section {
    name
  }
  sizes {
    name
  }
  priceRange {
    min {
      amount
      currencyCode
    }
    max {
      amount
      currencyCode
    }
  }
  availability {
    available
    reason
    since
    asOf
  }
  fieldSources {
    field
    locked
  }
}`,
};

export interface SectionProductsVariables {
  readonly sectionId: string;
  readonly after?: string | null | undefined;
}

export interface SectionProductsAnswer {
  /** The object with this id, as Relay asks for it again: a Company, Branch, Section, Product, Order, Customer, Promotion, CatalogPlan, BranchesPlan, Job or ApiKey. null if it does not exist or you may not see it; the order of a tracking token is found by `trackedOrder`. Objects that are not stored or belong to the POS (Quote, Organization, TerminalGroup) are null as well. */
  readonly node: ({
  } | {
    /** Products of the section, in menu order. */
    readonly products: {
      /** Total number of entries on all pages. */
      readonly totalCount: number;
      /** The entries of the page without their cursors. */
      readonly nodes: readonly OurProduct[];
      /** Position of the page in the list, and how to get the next page. */
      readonly pageInfo: {
        /** Whether there are entries after this page. */
        readonly hasNextPage: boolean;
        /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
        readonly endCursor: string | null;
      };
    };
  }) | null;
}

export const SectionProducts: Operation<SectionProductsAnswer, SectionProductsVariables> = {
  document: `query SectionProducts($sectionId: ID!, $after: String) {
  node(id: $sectionId) {
    ... on Section {
      products(first: 50, after: $after) {
        totalCount
        nodes {
          ...OurProduct
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}

fragment OurProduct on Product {
  id
  article
  name
  section {
    name
  }
  sizes {
    name
  }
  priceRange {
    min {
      amount
      currencyCode
    }
    max {
      amount
      currencyCode
    }
  }
  availability {
    available
    reason
    since
    asOf
  }
  fieldSources {
    field
    locked
  }
}`,
};

export interface PlanVariables {
  readonly id: string;
}

export interface PlanAnswer {
  /** A plan by its id; null if there is none or your key may not work on its branch. */
  readonly cataloguePlan: Plan | null;
}

export const Plan: Operation<PlanAnswer, PlanVariables> = {
  document: `query Plan($id: ID!) {
  cataloguePlan(id: $id) {
    ...Plan
  }
}

fragment Plan on CatalogPlan {
  id
  kind
  applied
  expiresAt
  posMenuReadAt
  summary {
    create
    update
    remove
    blocked
    skipLocked
    unchanged
    largestPriceChangePercent
  }
  guards {
    code
    message
    affected
  }
  stopped: changes(first: 0, guarded: true) {
    totalCount
  }
}`,
};

export interface PlanRowsVariables {
  readonly id: string;
  readonly action?: ChangeAction | null | undefined;
  readonly guarded: boolean;
  readonly after?: string | null | undefined;
}

export interface PlanRowsAnswer {
  /** A plan by its id; null if there is none or your key may not work on its branch. */
  readonly cataloguePlan: {
    /** The changes, article by article, in the order of the plan. */
    readonly changes: {
      /** Total number of entries on all pages. */
      readonly totalCount: number;
      /** The entries of the page without their cursors. */
      readonly nodes: readonly PlanRow[];
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

export const PlanRows: Operation<PlanRowsAnswer, PlanRowsVariables> = {
  document: `query PlanRows($id: ID!, $action: ChangeAction, $guarded: Boolean!, $after: String) {
  cataloguePlan(id: $id) {
    changes(first: 50, action: $action, guarded: $guarded, after: $after) {
      totalCount
      nodes {
        ...PlanRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}

fragment PlanRow on CatalogChange {
  action
  article
  name
  reason
  guards
  fields {
    ...Difference
  }
}

fragment Difference on FieldChange {
  field
  before
  after
  locked
  changePercent
}`,
};

export interface PlanArticlesVariables {
  readonly id: string;
  readonly action: ChangeAction;
  readonly after?: string | null | undefined;
}

export interface PlanArticlesAnswer {
  /** A plan by its id; null if there is none or your key may not work on its branch. */
  readonly cataloguePlan: {
    /** The changes, article by article, in the order of the plan. */
    readonly changes: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** The article, as listed in the POS menu or as requested. */
        readonly article: string;
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

export const PlanArticles: Operation<PlanArticlesAnswer, PlanArticlesVariables> = {
  document: `query PlanArticles($id: ID!, $action: ChangeAction!, $after: String) {
  cataloguePlan(id: $id) {
    changes(first: 100, action: $action, after: $after) {
      nodes {
        article
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
};

export interface RefreshMenuVariables {
  readonly branchId: string;
  readonly acceptShrunken: boolean;
}

export interface RefreshMenuAnswer {
  /** «Обновить данные»: reads the POS menu now, and the stop list within seconds. The catalogue does not change. Safe to repeat. */
  readonly refreshPosMenu: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
      readonly code: UserErrorCode;
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const RefreshMenu: Operation<RefreshMenuAnswer, RefreshMenuVariables> = {
  document: `mutation RefreshMenu($branchId: ID!, $acceptShrunken: Boolean!) {
  refreshPosMenu(branchId: $branchId, acceptShrunken: $acceptShrunken) {
    userErrors {
      code
      message
    }
  }
}`,
};

export interface NewSectionVariables {
  readonly branchId: string;
  readonly name: string;
}

export interface NewSectionAnswer {
  /** Creates a section. Without an idempotency key each call creates another section. */
  readonly createSection: {
    /** The new section; null if `userErrors` explains why none was created. */
    readonly section: {
      /** Opaque and globally unique: store it, compare it, pass it back. */
      readonly id: string;
    } | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const NewSection: Operation<NewSectionAnswer, NewSectionVariables> = {
  document: `mutation NewSection($branchId: ID!, $name: String!) {
  createSection(branchId: $branchId, name: $name) {
    section {
      id
    }
    userErrors {
      message
    }
  }
}`,
};

export interface LockFieldsVariables {
  readonly productId: string;
  readonly fields: readonly ImportField[];
  readonly locked: boolean;
}

export interface LockFieldsAnswer {
  /** Locks or unlocks fields of a product. Imports and price syncs leave locked fields unchanged. Plans made before become stale. Safe to repeat. */
  readonly setProductFieldLocks: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const LockFields: Operation<LockFieldsAnswer, LockFieldsVariables> = {
  document: `mutation LockFields($productId: ID!, $fields: [ImportField!]!, $locked: Boolean!) {
  setProductFieldLocks(productId: $productId, fields: $fields, locked: $locked) {
    userErrors {
      message
    }
  }
}`,
};

export interface PlanImportVariables {
  readonly input: ImportSectionInput;
}

export interface PlanImportAnswer {
  /** «Сохранить товар»: imports selected fields of selected articles from the POS menu into a section. */
  readonly importSection: {
    /** The plan. Also set if guards stopped a plan that was to be applied. */
    readonly plan: Plan | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const PlanImport: Operation<PlanImportAnswer, PlanImportVariables> = {
  document: `mutation PlanImport($input: ImportSectionInput!) {
  importSection(input: $input) {
    plan {
      ...Plan
    }
    userErrors {
      message
    }
  }
}

fragment Plan on CatalogPlan {
  id
  kind
  applied
  expiresAt
  posMenuReadAt
  summary {
    create
    update
    remove
    blocked
    skipLocked
    unchanged
    largestPriceChangePercent
  }
  guards {
    code
    message
    affected
  }
  stopped: changes(first: 0, guarded: true) {
    totalCount
  }
}`,
};

export interface PlanPricesVariables {
  readonly input: SyncPricesInput;
}

export interface PlanPricesAnswer {
  /** Takes only prices from the POS menu, by article. It creates nothing; products that left the POS menu are taken off sale. */
  readonly syncPrices: {
    /** The plan. Also set if guards stopped a plan that was to be applied. */
    readonly plan: Plan | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const PlanPrices: Operation<PlanPricesAnswer, PlanPricesVariables> = {
  document: `mutation PlanPrices($input: SyncPricesInput!) {
  syncPrices(input: $input) {
    plan {
      ...Plan
    }
    userErrors {
      message
    }
  }
}

fragment Plan on CatalogPlan {
  id
  kind
  applied
  expiresAt
  posMenuReadAt
  summary {
    create
    update
    remove
    blocked
    skipLocked
    unchanged
    largestPriceChangePercent
  }
  guards {
    code
    message
    affected
  }
  stopped: changes(first: 0, guarded: true) {
    totalCount
  }
}`,
};

export interface ApplyPlanVariables {
  readonly planId: string;
  readonly idempotencyKey: string;
  readonly accept?: readonly PlanGuardCode[] | null | undefined;
}

export interface ApplyPlanAnswer {
  /** Applies the whole plan or nothing. Refused with STALE_VERSION if the catalogue has changed since, and with its own code for each guard that is not accepted. Safe to repeat. */
  readonly applyCataloguePlan: {
    /** The plan. Also set if guards stopped a plan that was to be applied. */
    readonly plan: Plan | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const ApplyPlan: Operation<ApplyPlanAnswer, ApplyPlanVariables> = {
  document: `mutation ApplyPlan($planId: ID!, $idempotencyKey: String!, $accept: [PlanGuardCode!]) {
  applyCataloguePlan(
    planId: $planId
    idempotencyKey: $idempotencyKey
    accept: $accept
  ) {
    plan {
      ...Plan
    }
    userErrors {
      message
    }
  }
}

fragment Plan on CatalogPlan {
  id
  kind
  applied
  expiresAt
  posMenuReadAt
  summary {
    create
    update
    remove
    blocked
    skipLocked
    unchanged
    largestPriceChangePercent
  }
  guards {
    code
    message
    affected
  }
  stopped: changes(first: 0, guarded: true) {
    totalCount
  }
}`,
};
