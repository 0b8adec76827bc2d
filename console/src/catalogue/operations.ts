// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

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

export interface ImportSectionInput {
  /** For dryRun: false: the guards that you say yes to. Others stop the plan. At most 100 items. */
  readonly accept?: readonly PlanGuardCode[] | null | undefined;
  /** At least one. At most 10,000 items of at most 100 characters each. */
  readonly articles: readonly string[];
  /** At most 100 characters. */
  readonly branchId: string;
  /** false: the plan is applied at once. */
  readonly dryRun?: boolean | undefined;
  /** A new product always takes NAME, SIZES and PRICE. At most 100 items. */
  readonly fields: readonly ImportField[];
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

export type PlanKind =
  | "IMPORT_SECTION"
  | "SYNC_PRICES";

/** ERROR: the row cannot be imported. */
export type Severity =
  | "ERROR"
  | "INFO"
  | "WARNING";

export interface SyncPricesInput {
  /** For dryRun: false: the guards that you say yes to. Others stop the plan. At most 100 items. */
  readonly accept?: readonly PlanGuardCode[] | null | undefined;
  /** At least one; every product when left out. At most 10,000 items of at most 100 characters each. */
  readonly articles?: readonly string[] | null | undefined;
  /** At most 100 characters. */
  readonly branchId: string;
  /** false: the plan is applied at once. */
  readonly dryRun?: boolean | undefined;
  readonly matchBy?: MatchBy | undefined;
  /** A price that moves by more stops the plan with PRICE_CHANGE_TOO_LARGE. */
  readonly maxChangePercent?: string | null | undefined;
  /** Takes locked prices, too. They stay locked. */
  readonly overrideLocked?: boolean | undefined;
  /** Reads the POS's menu first, as refreshPosMenu does; what keeps it from that is refused. false: prices are as old as the menu, see CatalogPlan.posMenuReadAt. */
  readonly refresh?: boolean | undefined;
}

export type Plan = {
  readonly id: string;
  readonly kind: PlanKind;
  readonly applied: boolean;
  /** When the POS menu that it compares was last read: it says nothing of what has changed there since. */
  readonly posMenuReadAt: string | null;
  readonly summary: {
    readonly create: number;
    readonly update: number;
    /** Articles that left the POS's menu: no longer sold. */
    readonly remove: number;
    readonly blocked: number;
    /** Articles that differ in locked fields alone. */
    readonly skipLocked: number;
    readonly unchanged: number;
  };
  /** What stops the plan unless you accept it by name. */
  readonly guards: readonly {
    readonly code: PlanGuardCode;
    /** In your language. */
    readonly message: string;
  }[];
  readonly created: {
    readonly nodes: readonly Change[];
  };
  readonly updated: {
    readonly nodes: readonly Change[];
  };
  readonly removed: {
    readonly nodes: readonly Change[];
  };
  readonly blocked: {
    readonly nodes: readonly Change[];
  };
};

export type Change = {
  readonly action: ChangeAction;
  readonly article: string;
  readonly name: string | null;
  /** Why the article is BLOCKED or REMOVED, or still cannot be ordered after the change, and how to mend it, in your language. */
  readonly reason: string | null;
  readonly fields: readonly {
    /** name, price, price.<size>, options.<group> … */
    readonly field: string;
    readonly before: string | null;
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
      readonly productCount: number;
      /** Products of the menu in use that it has not. */
      readonly lostCount: number;
    } | null;
    readonly categories: readonly {
      readonly id: string;
      readonly name: string;
      readonly itemCount: number;
    }[];
  } | null;
  /** What is wrong between the POS menu and the catalogue: the gravest first, 500 at most. */
  readonly catalogIssues: readonly {
    readonly severity: Severity;
    /** In your language. */
    readonly message: string;
    /** What to do, in your language. */
    readonly fix: string | null;
    readonly article: string | null;
  }[];
  readonly sections: {
    readonly nodes: readonly {
      readonly id: string;
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
      readonly nodes: readonly {
        /** As the POS has it: may be missing, no number, or not unique. */
        readonly article: string | null;
      }[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
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
    readonly userErrors: readonly ({
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
    readonly section: {
      readonly id: string;
    } | null;
    readonly userErrors: readonly ({
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
    readonly userErrors: readonly ({
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
    readonly userErrors: readonly ({
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
    readonly userErrors: readonly ({
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
