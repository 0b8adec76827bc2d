import { type ImportField } from "../../../domain/catalogue/import-field";
import { type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import {
  ChangeAction,
  type ChangeReason,
  type FieldDifference,
} from "../../../domain/catalogue/plan-change";
import { groupsWithoutChoice } from "../../../domain/catalogue/required-options";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { optionsMissing, quoted } from "../pos-menu/issue-text";
import { fieldDifferences } from "./field-differences";

export interface PlannedChange {
  readonly article: string;
  readonly action: ChangeAction;
  readonly name: string | null;
  /** For BLOCKED and REMOVE: the cause; for others: what the change does not fix. */
  readonly reason: ChangeReason | null;
  readonly fields: readonly FieldDifference[];
  readonly target: SnapshotProduct | null;
  /** The fields that `target` takes from the POS. */
  readonly taken: readonly ImportField[];
}

/** Product id → the fields that an operator locked. */
export type Locks = ReadonlyMap<string, ReadonlySet<ImportField>>;

interface Comparison {
  /** undefined if the product is new. */
  readonly before: SnapshotProduct | undefined;
  /** The resulting product. */
  readonly after: SnapshotProduct;
  /** What the product would be if nothing were locked. */
  readonly unlocked: SnapshotProduct;
  readonly taken: readonly ImportField[];
  readonly sectionNames: ReadonlyMap<string, string>;
}

/**
 * Lists every difference: those that are imported, and those that are not because the field is
 * locked.
 */
export function changeBetween({
  before,
  after,
  unlocked,
  taken,
  sectionNames,
}: Comparison): PlannedChange {
  const differences = fieldDifferences(before, after, sectionNames);
  const shown = new Set(differences.map(keyOf));
  const skipped = unlocked === after ? [] : fieldDifferences(before, unlocked, sectionNames);
  const locked = skipped.filter((difference) => !shown.has(keyOf(difference)));
  const common = {
    article: after.article,
    name: after.name,
    reason: warningOf(after),
    fields: [...differences, ...locked.map((difference) => ({ ...difference, locked: true }))],
  };
  if (differences.length === 0) {
    const action = locked.length > 0 ? ChangeAction.SKIP_LOCKED : ChangeAction.UNCHANGED;
    return { ...common, action, target: null, taken: [] };
  }
  return {
    ...common,
    action: before ? ChangeAction.UPDATE : ChangeAction.CREATE,
    target: after,
    taken,
  };
}

/** What the change does not fix: with these options the product cannot be ordered. */
function warningOf(after: SnapshotProduct): ChangeReason | null {
  const groups = groupsWithoutChoice(after);
  if (groups.length === 0) return null;
  const { message, fix } = optionsMissing(quoted([after]), quoted(groups));
  const told = { ru: `${message.ru}. ${fix.ru}`, en: `${message.en}. ${fix.en}` };
  return { code: UserErrorCode.OPTIONS_MISSING, message: told };
}

export function blockedChange(
  article: string,
  name: string | null,
  reason: ChangeReason,
): PlannedChange {
  return {
    article,
    action: ChangeAction.BLOCKED,
    name,
    reason,
    fields: [],
    target: null,
    taken: [],
  };
}

function keyOf({ field, after }: FieldDifference): string {
  return JSON.stringify([field, after]);
}
