import {
  type ChangeAction,
  type ImportField,
  type PlanGuardCode,
  type PlanKind,
  type Severity,
  type UnavailableReason,
} from "../catalogue/operations";
import { type PlanPart } from "../catalogue/plan-parts";

/** Texts of the catalogue room. */
export interface CatalogueWords extends CataloguePlanWords {
  readonly notLoaded: string;
  readonly tabsLabel: string;
  readonly tabs: Record<"iiko" | "ours" | "issues" | "stop-list" | "locks", string>;
  readonly refreshedAt: (time: string, age: string) => string;
  readonly neverRefreshed: string;
  readonly neverRefreshedLead: string;
  readonly refresh: string;
  readonly refreshing: string;
  readonly notRefreshed: string;
  readonly heldBackLead: (lost: number) => string;
  readonly heldBack: (left: number) => string;
  readonly acceptShrunken: string;
  readonly acceptShrunkenTitle: string;
  readonly acceptShrunkenQuestion: string;
  readonly acceptShrunkenYes: string;
  readonly keepMenu: string;
  readonly cancel: string;
  readonly categories: string;
  readonly allCategories: string;
  readonly sections: string;
  readonly allSections: string;
  readonly shownLabel: string;
  readonly shown: Record<"all" | "differ" | "new", string>;
  readonly find: string;
  readonly findHint: string;
  readonly findName: string;
  readonly nothingFound: string;
  readonly nothingFoundLead: string;
  readonly columns: Record<
    | "item"
    | "ours"
    | "price"
    | "changes"
    | "product"
    | "what"
    | "section"
    | "sold"
    | "ourPrice"
    | "locks"
    | "why"
    | "since",
    string
  >;
  readonly tickAll: string;
  readonly take: (name: string) => string;
  readonly takeField: (field: string, name: string) => string;
  readonly noArticle: string;
  readonly present: string;
  readonly absent: string;
  readonly stopped: string;
  readonly hidden: string;
  readonly same: string;
  readonly wouldAppear: string;
  readonly lockedField: (field: string) => string;
  readonly noPrice: string;
  readonly fieldsTitle: string;
  readonly fields: Record<ImportField, string>;
  /** Used within a row, where the sentence continues. */
  readonly fieldChips: Record<ImportField, string>;
  readonly importTitle: string;
  readonly into: string;
  readonly ticked: string;
  readonly tickFound: (count: number) => string;
  readonly untick: string;
  readonly tickFirst: string;
  readonly sectionFirst: string;
  readonly fieldsFirst: string;
  readonly newSection: string;
  readonly newSectionTitle: string;
  readonly newSectionQuestion: string;
  readonly newSectionYes: string;
  readonly sectionName: string;
  readonly noProducts: string;
  readonly noProductsLead: string;
  readonly sold: string;
  readonly notSold: string;
  readonly reasons: Record<UnavailableReason, string>;
  readonly lock: string;
  readonly locksTitle: (name: string) => string;
  readonly locksQuestion: string;
  readonly locksYes: string;
  readonly locksChanged: (name: string) => string;
  readonly locksLead: string;
  readonly nothingLocked: string;
  readonly nothingLockedLead: string;
  readonly nothingStopped: string;
  readonly nothingStoppedLead: string;
  readonly stopListLead: string;
  readonly noIssues: string;
  readonly noIssuesLead: string;
  readonly noIssuesThen: string;
  readonly nothingCompared: string;
  readonly severities: Record<Severity, string>;
  /** For issues of the same kind that each need a different fix; by the gateway's code. */
  readonly issueTitles: Readonly<Record<string, string>>;
  readonly eachSays: string;
  readonly moreIssues: (count: number) => string;
}

type WorkKind = "REFRESH" | "PLAN" | "APPLY";

/** Texts of a plan, and of making one. */
export interface CataloguePlanWords {
  readonly planImport: string;
  readonly planning: (count: number) => string;
  readonly planPrices: string;
  readonly comparing: string;
  readonly planOldPrices: string;
  readonly planNotLoaded: string;
  readonly noPlan: string;
  readonly back: string;
  readonly kinds: Record<PlanKind, string>;
  readonly pricesOf: (time: string) => string;
  readonly validUntil: (time: string) => string;
  readonly applied: string;
  readonly nothingToDo: string;
  readonly partsLabel: string;
  readonly parts: Record<PlanPart, string>;
  readonly actions: Record<ChangeAction, string>;
  readonly unknownProduct: string;
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly staysLocked: (ours: string, theirs: string) => string;
  readonly guards: Record<PlanGuardCode, string>;
  readonly guardQuestion: string;
  readonly acceptRow: (name: string) => string;
  readonly acceptAll: (count: number) => string;
  readonly leaveOut: string;
  readonly answerFirst: string;
  readonly apply: string;
  readonly applying: (count: number) => string;
  /** For long-running work, by its kind; numbers are passed as texts. */
  readonly works: {
    readonly running: Readonly<Record<WorkKind, string>>;
    readonly ofAll: (done: string, all: string, left: string) => string;
    readonly waiting: string;
    readonly meanwhile: Readonly<Record<WorkKind, string>>;
    readonly done: Readonly<Record<"REFRESH" | "APPLY", string>>;
    readonly products: (all: string) => string;
    readonly failed: Readonly<Record<WorkKind, string>>;
    readonly failedWhat: string;
    readonly interrupted: Readonly<Record<WorkKind, string>>;
    readonly interruptedWhat: string;
  };
  readonly applyTitle: string;
  readonly applyQuestion: (update: number, create: number, remove: number) => string;
}
