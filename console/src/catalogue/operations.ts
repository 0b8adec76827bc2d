// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** An article that takes over other fields than the rest of an import. */
export interface ArticleFieldsInput {
  /** One of the import's articles. At most 100 characters. */
  readonly article: string;
  /** In place of `fields`; none: the product moves into the section as it is. At most 100 items. */
  readonly fields: readonly ImportField[];
}

/** What a plan does to an article. */
export type ChangeAction =
  | "BLOCKED"
  | "CREATE"
  | "REMOVE"
  | "SKIP_LOCKED"
  | "UNCHANGED"
  | "UPDATE";

/** ISO 4217. */
export type CurrencyCode =
  | "AMD"
  | "BYN"
  | "EUR"
  | "GEL"
  | "KZT"
  | "RUB"
  | "USD"
  | "UZS";

/** What an import takes over from the POS, and what an operator may lock. */
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

/** What importSection takes over from the POS menu, and how it treats what looks like a mistake. */
export interface ImportSectionInput {
  /** For dryRun: false: the guards that you say yes to. Others stop the plan. At most 100 items. */
  readonly accept?: readonly PlanGuardCode[] | null | undefined;
  /** At least one. At most 10,000 items of at most 100 characters each. */
  readonly articles: readonly string[];
  /** The branch whose catalogue changes: Branch.id. At most 100 characters. */
  readonly branchId: string;
  /** false: the plan is applied at once. */
  readonly dryRun?: boolean | undefined;
  /** A new product always takes NAME, SIZES and PRICE. At most 100 items. */
  readonly fields: readonly ImportField[];
  /** Articles that take over other fields than `fields`, each with its own. At most 10,000 items. */
  readonly fieldsOf?: readonly ArticleFieldsInput[] | null | undefined;
  /** A price that moves by more stops the plan with PRICE_CHANGE_TOO_LARGE. */
  readonly maxChangePercent?: string | null | undefined;
  /** A section that exists; products imported elsewhere before move here. At most 100 characters. */
  readonly sectionId: string;
}

/** By what a product is found in the POS's menu. */
export type MatchBy =
  | "ARTICLE"
  | "POS_ID";

/** Why a plan is applied only with an explicit yes: `accept` names it. */
export type PlanGuardCode =
  | "MASS_REMOVAL"
  | "PRICE_CHANGE_TOO_LARGE"
  | "ZERO_PRICE";

/** What a plan was made for. */
export type PlanKind =
  | "IMPORT_SECTION"
  | "SYNC_PRICES";

/** How much an issue matters. */
export type Severity =
  | "ERROR"
  | "INFO"
  | "WARNING";

/** Which prices syncPrices takes over from the POS menu, and how it treats what looks like a mistake. */
export interface SyncPricesInput {
  /** For dryRun: false: the guards that you say yes to. Others stop the plan. At most 100 items. */
  readonly accept?: readonly PlanGuardCode[] | null | undefined;
  /** At least one; every product when left out. At most 10,000 items of at most 100 characters each. */
  readonly articles?: readonly string[] | null | undefined;
  /** The branch whose catalogue changes: Branch.id. At most 100 characters. */
  readonly branchId: string;
  /** false: the plan is applied at once. */
  readonly dryRun?: boolean | undefined;
  /** How a product of the catalogue is found in the POS menu. */
  readonly matchBy?: MatchBy | undefined;
  /** A price that moves by more stops the plan with PRICE_CHANGE_TOO_LARGE. */
  readonly maxChangePercent?: string | null | undefined;
  /** Takes locked prices, too. They stay locked. */
  readonly overrideLocked?: boolean | undefined;
  /** Reads the POS's menu first, as refreshPosMenu does; what keeps it from that is refused. false: prices are as old as the menu, see CatalogPlan.posMenuReadAt. */
  readonly refresh?: boolean | undefined;
}

/** Why something cannot be ordered now. */
export type UnavailableReason =
  | "DELETED"
  | "HIDDEN"
  | "NOT_IN_MENU"
  | "NOT_PRICED"
  | "OPTIONS_MISSING"
  | "STOP_LIST";

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

export type PosItem = {
  /** The POS's own id of the product. */
  readonly id: string;
  /** As the POS has it: may be missing, no number, or not unique. */
  readonly article: string | null;
  /** The product's name in the POS. */
  readonly name: string;
  /** true: the POS does not show the product to guests. */
  readonly hidden: boolean;
  /** Its sizes in the POS, at least one. */
  readonly sizes: readonly {
    /** null: the product has no sizes. */
    readonly name: string | null;
    /** null: not sold here. 0: free. */
    readonly price: {
      /** A decimal string with two places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    } | null;
    /** Whether this size can be ordered now. */
    readonly availability: {
      /** Set exactly when it is not available. */
      readonly reason: UnavailableReason | null;
    };
  }[];
  /** What is odd about this product. */
  readonly issues: readonly {
    /** How much it matters. */
    readonly severity: Severity;
    /** In your language. */
    readonly message: string;
    /** What to do, in your language. */
    readonly fix: string | null;
  }[];
  /** «Наличие в CRM»: the product of ours with this article, if any. */
  readonly catalogueProduct: {
    /** Opaque, and never another object's: keep it, compare it, hand it back. */
    readonly id: string;
    /** The heading that it stands under; null: the menu shows it under none. */
    readonly section: {
      /** What guests call it. */
      readonly name: string;
    } | null;
    /** Available when a size of it is. A size needs enough options left in every group that a choice must be made of. */
    readonly availability: {
      /** true: it can be ordered now. */
      readonly available: boolean;
      /** Set exactly when it is not available. */
      readonly reason: UnavailableReason | null;
    };
  } | null;
  /** What an import of every field would change of our product. Empty: nothing, or we have none. */
  readonly changes: readonly Difference[];
};

export type Difference = {
  /** name, price, price.<size>, options.<group> … */
  readonly field: string;
  /** What the catalogue has, in words; null: nothing, or no price. */
  readonly before: string | null;
  /** What the POS has, in words; null: nothing, or no price. */
  readonly after: string | null;
  /** true: the POS has `after`, ours stays `before`, because the field is locked. */
  readonly locked: boolean;
  /** Of a price that both sides have: by how many percent it moves, up or down; else null. */
  readonly changePercent: string | null;
};

export type OurProduct = {
  /** Opaque, and never another object's: keep it, compare it, hand it back. */
  readonly id: string;
  /** The digits both systems know the product by («артикул»). Zeros in front matter. */
  readonly article: string;
  /** What guests call it. */
  readonly name: string;
  /** The heading that it stands under; null: the menu shows it under none. */
  readonly section: {
    /** What guests call it. */
    readonly name: string;
  } | null;
  /** At least one; a product without sizes has one without a name. */
  readonly sizes: readonly {
    /** null: the product has no sizes. */
    readonly name: string | null;
  }[];
  /** One unit in the cheapest and in the dearest size, with the cheapest way to satisfy required option groups. null: no size is sold here. */
  readonly priceRange: {
    /** In the cheapest size: what a menu shows as "from". */
    readonly min: {
      /** A decimal string with two places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    };
    /** In the dearest size. */
    readonly max: {
      /** A decimal string with two places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    };
  } | null;
  /** Available when a size of it is. A size needs enough options left in every group that a choice must be made of. */
  readonly availability: {
    /** true: it can be ordered now. */
    readonly available: boolean;
    /** Set exactly when it is not available. */
    readonly reason: UnavailableReason | null;
    /** Since when it is limited or sold out, if the POS tells. */
    readonly since: string | null;
    /** When the POS last confirmed it. */
    readonly asOf: string;
  };
  /** Of every field that was ever taken over or locked. */
  readonly fieldSources: readonly {
    /** An ImportField. */
    readonly field: string;
    /** true: imports and price syncs leave it as it is, and say so. */
    readonly locked: boolean;
  }[];
};

export type PlanRow = {
  /** What the plan does to the article. */
  readonly action: ChangeAction;
  /** The article, as the POS menu has it or as it was asked for. */
  readonly article: string;
  /** The product's name; null: neither side knows the article. */
  readonly name: string | null;
  /** Why the article is BLOCKED or REMOVED, or still cannot be ordered after the change, and how to mend it, in your language. */
  readonly reason: string | null;
  /** The plan's guards that this article is among; empty: it looks like no mistake. */
  readonly guards: readonly PlanGuardCode[];
  /** What differs between the catalogue and the POS, field by field, locked fields included. */
  readonly fields: readonly Difference[];
};

export type Plan = {
  /** Opaque, and never another object's: keep it, compare it, hand it back. */
  readonly id: string;
  /** What it was made for. */
  readonly kind: PlanKind;
  /** true: its changes have been made. */
  readonly applied: boolean;
  /** Cannot be applied later. */
  readonly expiresAt: string;
  /** When the POS menu that it compares was last read: it says nothing of what has changed there since. */
  readonly posMenuReadAt: string | null;
  /** How many articles it is about, action by action. */
  readonly summary: {
    /** Articles that the catalogue gets. */
    readonly create: number;
    /** Articles of the catalogue that change. */
    readonly update: number;
    /** Articles that left the POS's menu: no longer sold. */
    readonly remove: number;
    /** Articles that cannot be taken over before somebody mends them. */
    readonly blocked: number;
    /** Articles that differ in locked fields alone. */
    readonly skipLocked: number;
    /** Articles in which catalogue and POS agree. */
    readonly unchanged: number;
    /** Up or down; null when no existing price changes. */
    readonly largestPriceChangePercent: string | null;
  };
  /** What stops the plan unless you accept it by name. */
  readonly guards: readonly {
    /** What looks like a mistake. Name it in `accept` to go on all the same. */
    readonly code: PlanGuardCode;
    /** In your language. */
    readonly message: string;
    /** How many products it is about. */
    readonly affected: number;
  }[];
  /** What it does, article by article, in the order of the plan. */
  readonly stopped: {
    /** How many entries there are on all pages together. */
    readonly totalCount: number;
  };
};

export interface CatalogueHeadVariables {
  readonly branchId: string;
}

export interface CatalogueHeadAnswer {
  /** null: never refreshed, or no branch that you operate. */
  readonly posMenu: {
    /** When the POS last gave this menu. */
    readonly refreshedAt: string;
    /** Since when it could not be refreshed; null: it could. */
    readonly failingSince: string | null;
    /** Why it could not be refreshed last time. */
    readonly lastError: string | null;
    /** A later menu that waits for your yes. */
    readonly heldBack: {
      /** How many products it has. */
      readonly productCount: number;
      /** Products of the menu in use that it has not. */
      readonly lostCount: number;
    } | null;
    /** The menu's headings in the POS, in its order. */
    readonly categories: readonly {
      /** The POS's own id. */
      readonly id: string;
      /** The category's name in the POS. */
      readonly name: string;
      /** How many products it lists, hidden ones included. */
      readonly itemCount: number;
      /** true: the POS does not show the category to guests. */
      readonly hidden: boolean;
    }[];
    /** Each product once, however many categories list it. */
    readonly items: {
      /** How many entries there are on all pages together. */
      readonly totalCount: number;
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** Its sizes in the POS, at least one. */
        readonly sizes: readonly {
          /** null: not sold here. 0: free. */
          readonly price: {
            /** The currency of the branch. */
            readonly currencyCode: CurrencyCode;
          } | null;
        }[];
      }[];
    };
  } | null;
  /** What is wrong between the POS menu and the catalogue: the gravest first, 500 at most. */
  readonly catalogueIssues: readonly {
    /** How much it matters. */
    readonly severity: Severity;
    /** What is wrong, for programs. */
    readonly code: UserErrorCode;
    /** In your language. */
    readonly message: string;
    /** What to do, in your language. */
    readonly fix: string | null;
    /** The article that it is about; null: the product has none, or it is about the menu as a whole. */
    readonly article: string | null;
  }[];
  /** In menu order. */
  readonly products: {
    /** How many entries there are on all pages together. */
    readonly totalCount: number;
  };
  /** In menu order. */
  readonly stopped: {
    /** How many entries there are on all pages together. */
    readonly totalCount: number;
  };
  /** The headings of a branch's menu, in menu order. NOT_FOUND when there is no such branch. */
  readonly sections: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** Opaque, and never another object's: keep it, compare it, hand it back. */
      readonly id: string;
      /** What guests call it. */
      readonly name: string;
      /** Its products, in menu order. */
      readonly products: {
        /** How many entries there are on all pages together. */
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

export interface PosItemsVariables {
  readonly branchId: string;
  readonly categoryId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly inCatalogue?: boolean | null | undefined;
  readonly differs?: boolean | null | undefined;
  readonly after?: string | null | undefined;
}

export interface PosItemsAnswer {
  /** null: never refreshed, or no branch that you operate. */
  readonly posMenu: {
    /** Each product once, however many categories list it. */
    readonly items: {
      /** How many entries there are on all pages together. */
      readonly totalCount: number;
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly PosItem[];
      /** Where the page stands in the list, and how to get the next one. */
      readonly pageInfo: {
        /** true: there are entries after this page. */
        readonly hasNextPage: boolean;
        /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
        readonly endCursor: string | null;
      };
    };
    /** Each product once, however many categories list it. */
    readonly all: {
      /** How many entries there are on all pages together. */
      readonly totalCount: number;
    };
    /** Each product once, however many categories list it. */
    readonly differing: {
      /** How many entries there are on all pages together. */
      readonly totalCount: number;
    };
    /** Each product once, however many categories list it. */
    readonly fresh: {
      /** How many entries there are on all pages together. */
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
  /** null: never refreshed, or no branch that you operate. */
  readonly posMenu: {
    /** Each product once, however many categories list it. */
    readonly items: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** As the POS has it: may be missing, no number, or not unique. */
        readonly article: string | null;
      }[];
      /** Where the page stands in the list, and how to get the next one. */
      readonly pageInfo: {
        /** true: there are entries after this page. */
        readonly hasNextPage: boolean;
        /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
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
  /** In menu order. */
  readonly products: {
    /** How many entries there are on all pages together. */
    readonly totalCount: number;
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly OurProduct[];
    /** Where the page stands in the list, and how to get the next one. */
    readonly pageInfo: {
      /** true: there are entries after this page. */
      readonly hasNextPage: boolean;
      /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
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

export interface SectionProductsVariables {
  readonly sectionId: string;
  readonly after?: string | null | undefined;
}

export interface SectionProductsAnswer {
  /** Whatever has this id, as Relay asks for it again: a Branch, Section, Product, Order, Customer, Promotion, CatalogPlan, Job or ApiKey. null where there is nothing, or nothing that you may see; an order of a tracking token is found by `trackedOrder`. What is not kept, or is the POS's own (Quote, Organization, TerminalGroup), is null, too. */
  readonly node: ({
  } | {
    /** Its products, in menu order. */
    readonly products: {
      /** How many entries there are on all pages together. */
      readonly totalCount: number;
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly OurProduct[];
      /** Where the page stands in the list, and how to get the next one. */
      readonly pageInfo: {
        /** true: there are entries after this page. */
        readonly hasNextPage: boolean;
        /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
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
  /** A plan by its id; null: there is none, or it is of a branch that your key is not for. */
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
  /** A plan by its id; null: there is none, or it is of a branch that your key is not for. */
  readonly cataloguePlan: {
    /** What it does, article by article, in the order of the plan. */
    readonly changes: {
      /** How many entries there are on all pages together. */
      readonly totalCount: number;
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly PlanRow[];
      /** Where the page stands in the list, and how to get the next one. */
      readonly pageInfo: {
        /** true: there are entries after this page. */
        readonly hasNextPage: boolean;
        /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
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
  /** A plan by its id; null: there is none, or it is of a branch that your key is not for. */
  readonly cataloguePlan: {
    /** What it does, article by article, in the order of the plan. */
    readonly changes: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** The article, as the POS menu has it or as it was asked for. */
        readonly article: string;
      }[];
      /** Where the page stands in the list, and how to get the next one. */
      readonly pageInfo: {
        /** true: there are entries after this page. */
        readonly hasNextPage: boolean;
        /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
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
  /** «Обновить данные»: reads the POS menu now, and what the kitchen lacks within seconds. The catalogue does not change. Safe to repeat. */
  readonly refreshPosMenu: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const RefreshMenu: Operation<RefreshMenuAnswer, RefreshMenuVariables> = {
  document: `mutation RefreshMenu($branchId: ID!, $acceptShrunken: Boolean!) {
  refreshPosMenu(branchId: $branchId, acceptShrunken: $acceptShrunken) {
    userErrors {
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
  /** Not safe to repeat: each call makes a section. */
  readonly createSection: {
    /** The new section; null when `userErrors` says why none was made. */
    readonly section: {
      /** Opaque, and never another object's: keep it, compare it, hand it back. */
      readonly id: string;
    } | null;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Locked fields stay as they are in imports and price syncs. Plans made before are STALE. Safe to repeat. */
  readonly setProductFieldLocks: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** «Сохранить товар»: takes chosen fields of chosen articles from the POS menu into a section. */
  readonly importSection: {
    /** Also when guards stop a plan that was to be applied. */
    readonly plan: Plan | null;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Takes prices alone from the POS menu, by article. Creates nothing; what left the menu is not sold any more. */
  readonly syncPrices: {
    /** Also when guards stop a plan that was to be applied. */
    readonly plan: Plan | null;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** All of the plan or nothing. STALE_VERSION when the catalogue has changed since; a code of its own for each guard that is not accepted. Safe to repeat. */
  readonly applyCataloguePlan: {
    /** Also when guards stop a plan that was to be applied. */
    readonly plan: Plan | null;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
