import { type SnapshotProduct } from "../../domain/menu-snapshot";
import { formatThousandths, parseKopecks } from "../../domain/money";
import { type PlanCounts } from "../../entities/catalog-plan";
import { type BlockReason, ChangeAction, type FieldDifference } from "../../entities/catalog-plan-change";
import { importableItem } from "./block-reason";
import { fieldDifferences, isPriceField } from "./field-differences";
import { type ImportField } from "./import-field";
import { mergeProduct } from "./merge-product";
import { type PosMenuIndex } from "./pos-menu-index";

export interface PlannedChange {
  readonly article: string;
  readonly action: ChangeAction;
  readonly name: string | null;
  readonly reason: BlockReason | null;
  readonly fields: readonly FieldDifference[];
  readonly target: SnapshotProduct | null;
}

interface PlanRequest {
  readonly menu: PosMenuIndex;
  readonly catalogue: ReadonlyMap<string, SnapshotProduct>;
  /** Which article goes into which section. A repeated article counts once. */
  readonly wanted: readonly { readonly article: string; readonly sectionId: string }[];
  readonly fields: ReadonlySet<ImportField>;
  readonly sectionNames: ReadonlyMap<string, string>;
  readonly newId: () => string;
}

/** Works out, article by article, what taking over the fields would change. Changes nothing. */
export function planChanges(request: PlanRequest): PlannedChange[] {
  const sections = new Map<string, string>();
  for (const { article, sectionId } of request.wanted) if (!sections.has(article)) sections.set(article, sectionId);
  return [...sections].map(([article, sectionId]) => planChange(request, article, sectionId));
}

function planChange(request: PlanRequest, article: string, sectionId: string): PlannedChange {
  const { menu, catalogue, fields, sectionNames, newId } = request;
  const before = catalogue.get(article);
  const item = importableItem(menu, article);
  if ("code" in item) {
    const name = before?.name ?? menu.byArticle.get(article)?.[0]?.name ?? null;
    return { article, action: ChangeAction.BLOCKED, name, reason: item, fields: [], target: null };
  }

  const after = mergeProduct(before, { ...item, article }, { sectionId, fields, newId });
  const differences = fieldDifferences(before, after, sectionNames);
  const common = { article, name: after.name, reason: null, fields: differences };
  if (differences.length === 0) return { ...common, action: ChangeAction.UNCHANGED, target: null };
  return { ...common, action: before ? ChangeAction.UPDATE : ChangeAction.CREATE, target: after };
}

export function countChanges(changes: readonly PlannedChange[]): PlanCounts {
  const count = (action: ChangeAction) => changes.filter((change) => change.action === action).length;
  return {
    create: count(ChangeAction.CREATE),
    update: count(ChangeAction.UPDATE),
    unchanged: count(ChangeAction.UNCHANGED),
    blocked: count(ChangeAction.BLOCKED),
    largestPriceChangePercent: largestPriceChange(changes),
  };
}

function largestPriceChange(changes: readonly PlannedChange[]): string | null {
  let largest: number | undefined;
  for (const { field, before, after } of changes.flatMap((change) => change.fields)) {
    if (!isPriceField(field) || before === null || after === null) continue;
    const [from, to] = [parseKopecks(before) ?? 0, parseKopecks(after) ?? 0];
    if (from > 0) largest = Math.max(largest ?? 0, Math.abs(to - from) / from);
  }
  return largest === undefined ? null : formatThousandths(Math.round(largest * 100_000));
}
