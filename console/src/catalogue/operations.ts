// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** An article that takes over other fields than the rest of an import. */
export interface ArticleFieldsInput {
  /** One of the import's articles. At most 100 characters. */
  readonly article: string;
  /** In place of `fields`; none: the product moves into the section as it is. At most 100 items. */
  readonly fields: readonly ImportField[];
}

/** What a plan does with an article. */
export type ChangeAction =
  | "BLOCKED"
  | "CREATE"
  | "REMOVE"
  | "SKIP_LOCKED"
  | "UNCHANGED"
  | "UPDATE";

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
  /** Articles that take over other fields than `fields`, each with its own. At most 10,000 items. */
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

export type Plan = {
  /** Opaque and globally unique: store it, compare it, pass it back. */
  readonly id: string;
  /** Purpose of the plan. */
  readonly kind: PlanKind;
  /** Whether the plan has been applied. */
  readonly applied: boolean;
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
  };
  /** Guards that stop the plan unless you accept them by name. */
  readonly guards: readonly {
    /** The kind of change. Name it in `accept` to proceed anyway. */
    readonly code: PlanGuardCode;
    /** What is wrong, in your language. */
    readonly message: string;
  }[];
  /** The changes, article by article, in the order of the plan. */
  readonly created: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly Change[];
  };
  /** The changes, article by article, in the order of the plan. */
  readonly updated: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly Change[];
  };
  /** The changes, article by article, in the order of the plan. */
  readonly removed: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly Change[];
  };
  /** The changes, article by article, in the order of the plan. */
  readonly blocked: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly Change[];
  };
};

export type Change = {
  /** What the plan does with the article. */
  readonly action: ChangeAction;
  /** The article, as listed in the POS menu or as requested. */
  readonly article: string;
  /** Name of the product; null if neither side knows the article. */
  readonly name: string | null;
  /** Why the article is blocked or removed, or why it cannot be ordered even after the change, and how to fix that, in your language. */
  readonly reason: string | null;
  /** The differences between the catalogue and the POS, field by field, including locked fields. */
  readonly fields: readonly {
    /** Name of the field, for example name, price, price.<size> or options.<group>. */
    readonly field: string;
    /** The value in the catalogue, as text; null if there is none, or no price. */
    readonly before: string | null;
    /** The value in the POS, as text; null if there is none, or no price. */
    readonly after: string | null;
    /** Whether the field is locked: if so, the catalogue keeps `before`. */
    readonly locked: boolean;
  }[];
};

export interface CatalogueVariables {
  readonly branchId: string;
}

export interface CatalogueAnswer {
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
    }[];
  } | null;
  /** Problems between the POS menu and the catalogue, most serious first, at most 500. */
  readonly catalogueIssues: readonly {
    /** How serious it is. */
    readonly severity: Severity;
    /** What is wrong, in your language. */
    readonly message: string;
    /** How to fix it, in your language. */
    readonly fix: string | null;
    /** The article concerned; null if the product has none or the whole menu is concerned. */
    readonly article: string | null;
  }[];
  /** The sections of a branch's menu, in menu order. NOT_FOUND if there is no such branch. */
  readonly sections: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** Opaque and globally unique: store it, compare it, pass it back. */
      readonly id: string;
      /** Name shown to guests. */
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
  catalogueIssues(branchId: $branchId) {
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
  /** «Обновить данные»: reads the POS menu now, and the stop list within seconds. The catalogue does not change. Safe to repeat. */
  readonly refreshPosMenu: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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
  /** Creates a section. Not safe to repeat: each call creates another section. */
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
