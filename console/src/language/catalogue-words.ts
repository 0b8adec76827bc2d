import {
  type ChangeAction,
  type ImportField,
  type Plan,
  type PlanKind,
  type Severity,
} from "../catalogue/operations";

/** What the panel of the catalogue says. */
export interface CatalogueWords {
  readonly refreshedAt: (time: string) => string;
  readonly neverRefreshed: string;
  readonly refresh: string;
  readonly refreshing: string;
  readonly notRefreshed: (reason: string) => string;
  readonly heldBack: (lost: number, products: number) => string;
  readonly acceptShrunken: string;
  readonly acceptShrunkenQuestion: string;
  readonly noIssues: string;
  readonly noIssuesThen: string;
  readonly nothingCompared: string;
  readonly issues: (count: number) => string;
  readonly severities: Record<Severity, string>;
  readonly importTitle: string;
  readonly from: string;
  readonly into: string;
  readonly fieldsTitle: string;
  readonly fields: Record<ImportField, string>;
  readonly planImport: string;
  readonly planning: string;
  readonly newSection: string;
  readonly newSectionQuestion: string;
  readonly sectionName: string;
  readonly pricesTitle: string;
  readonly planPrices: string;
  readonly planOldPrices: string;
  readonly back: string;
  readonly kinds: Record<PlanKind, string>;
  readonly notApplied: string;
  readonly applied: string;
  readonly summary: (counts: Plan["summary"]) => string;
  readonly cutShort: string;
  readonly apply: string;
  readonly applyQuestion: string;
  readonly accept: (guard: string) => string;
  readonly columns: readonly string[];
  readonly actions: Record<ChangeAction, string>;
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly locked: (value: string) => string;
}
