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

export type Plan = {
  /** Opaque, and never another object's: keep it, compare it, hand it back. */
  readonly id: string;
  /** What it was made for. */
  readonly kind: PlanKind;
  /** true: its changes have been made. */
  readonly applied: boolean;
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
  };
  /** What stops the plan unless you accept it by name. */
  readonly guards: readonly {
    /** What looks like a mistake. Name it in `accept` to go on all the same. */
    readonly code: PlanGuardCode;
    /** In your language. */
    readonly message: string;
  }[];
  /** What it does, article by article, in the order of the plan. */
  readonly created: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly Change[];
  };
  /** What it does, article by article, in the order of the plan. */
  readonly updated: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly Change[];
  };
  /** What it does, article by article, in the order of the plan. */
  readonly removed: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly Change[];
  };
  /** What it does, article by article, in the order of the plan. */
  readonly blocked: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly Change[];
  };
};

export type Change = {
  /** What the plan does to the article. */
  readonly action: ChangeAction;
  /** The article, as the POS menu has it or as it was asked for. */
  readonly article: string;
  /** The product's name; null: neither side knows the article. */
  readonly name: string | null;
  /** Why the article is BLOCKED or REMOVED, or still cannot be ordered after the change, and how to mend it, in your language. */
  readonly reason: string | null;
  /** What differs between the catalogue and the POS, field by field, locked fields included. */
  readonly fields: readonly {
    /** name, price, price.<size>, options.<group> … */
    readonly field: string;
    /** What the catalogue has, in words; null: nothing, or no price. */
    readonly before: string | null;
    /** What the POS has, in words; null: nothing, or no price. */
    readonly after: string | null;
    /** true: the POS has `after`, ours stays `before`, because the field is locked. */
    readonly locked: boolean;
  }[];
};

export interface CatalogueVariables {
  readonly branchId: string;
}

export interface CatalogueAnswer {
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
    }[];
  } | null;
  /** What is wrong between the POS menu and the catalogue: the gravest first, 500 at most. */
  readonly catalogIssues: readonly {
    /** How much it matters. */
    readonly severity: Severity;
    /** In your language. */
    readonly message: string;
    /** What to do, in your language. */
    readonly fix: string | null;
    /** The article that it is about; null: the product has none, or it is about the menu as a whole. */
    readonly article: string | null;
  }[];
  /** The headings of a branch's menu, in menu order. NOT_FOUND when there is no such branch. */
  readonly sections: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** Opaque, and never another object's: keep it, compare it, hand it back. */
      readonly id: string;
      /** What guests call it. */
      readonly name: string;
    }[];
  };
}

export const Catalogue: Operation<CatalogueAnswer, CatalogueVariables> = {
  document: `query Catalogue($branchId: ID!) {
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
    }
  }
  catalogIssues(branchId: $branchId) {
    severity
    message
    fix
    article
  }
  sections(branchId: $branchId, first: 100) {
    nodes {
      id
      name
    }
  }
}`,
};

export interface CategoryArticlesVariables {
  readonly branchId: string;
  readonly categoryId: string;
  readonly after?: string | null | undefined;
}

export interface CategoryArticlesAnswer {
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

export const CategoryArticles: Operation<CategoryArticlesAnswer, CategoryArticlesVariables> = {
  document: `query CategoryArticles($branchId: ID!, $categoryId: ID!, $after: String) {
  posMenu(branchId: $branchId) {
    items(categoryId: $categoryId, first: 100, after: $after) {
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
  posMenuReadAt
  summary {
    create
    update
    remove
    blocked
    skipLocked
    unchanged
  }
  guards {
    code
    message
  }
  created: changes(action: CREATE, first: 100) {
    nodes {
      ...Change
    }
  }
  updated: changes(action: UPDATE, first: 100) {
    nodes {
      ...Change
    }
  }
  removed: changes(action: REMOVE, first: 100) {
    nodes {
      ...Change
    }
  }
  blocked: changes(action: BLOCKED, first: 100) {
    nodes {
      ...Change
    }
  }
}

fragment Change on CatalogChange {
  action
  article
  name
  reason
  fields {
    field
    before
    after
    locked
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
  posMenuReadAt
  summary {
    create
    update
    remove
    blocked
    skipLocked
    unchanged
  }
  guards {
    code
    message
  }
  created: changes(action: CREATE, first: 100) {
    nodes {
      ...Change
    }
  }
  updated: changes(action: UPDATE, first: 100) {
    nodes {
      ...Change
    }
  }
  removed: changes(action: REMOVE, first: 100) {
    nodes {
      ...Change
    }
  }
  blocked: changes(action: BLOCKED, first: 100) {
    nodes {
      ...Change
    }
  }
}

fragment Change on CatalogChange {
  action
  article
  name
  reason
  fields {
    field
    before
    after
    locked
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
  readonly applyCatalogPlan: {
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
  applyCatalogPlan(
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
  posMenuReadAt
  summary {
    create
    update
    remove
    blocked
    skipLocked
    unchanged
  }
  guards {
    code
    message
  }
  created: changes(action: CREATE, first: 100) {
    nodes {
      ...Change
    }
  }
  updated: changes(action: UPDATE, first: 100) {
    nodes {
      ...Change
    }
  }
  removed: changes(action: REMOVE, first: 100) {
    nodes {
      ...Change
    }
  }
  blocked: changes(action: BLOCKED, first: 100) {
    nodes {
      ...Change
    }
  }
}

fragment Change on CatalogChange {
  action
  article
  name
  reason
  fields {
    field
    before
    after
    locked
  }
}`,
};
