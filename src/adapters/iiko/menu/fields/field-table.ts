import { type MenuIssue } from "../../../../domain/catalogue/menu-issue";
import { type UserErrorCode } from "../../../../domain/errors/user-error-code";
import { type Fields } from "../reading/menu-reading";
import { type ScheduleOf } from "../reading/schedule-periods";
import { type WhyUnneeded } from "./why-unneeded";

/** What a field has to hold so that it is understood; null and a missing one always are. */
export type Reading =
  "text" | "number" | "flag" | "id" | "ids" | "list" | "fields" | "fields or list" | "any";

/** Shown to clients, or decides what is sold and for how much. */
interface UsedField {
  readonly use: "used";
  readonly reading: Reading;
  /** Of an object, or of each object in a list. */
  readonly inside?: FieldTable;
}

/** Left aside knowingly, with all that is in it. */
interface UnneededField {
  readonly use: "unneeded";
  readonly why: WhyUnneeded;
}

/**
 * Not acted on, or not always, although it changes what may be sold or for how much: operators are
 * told by an issue.
 */
interface IssueField {
  readonly use: "issue";
  readonly code: UserErrorCode;
  readonly reading: Reading;
  readonly inside?: FieldTable;
}

export type FieldRow = UsedField | UnneededField | IssueField;

/** What a menu says and the gateway does not act on, of one object of the body. */
export type Fact = Pick<MenuIssue, "code" | "severity" | "detail" | "schedule">;

/** What a rule may look at beside the object itself. */
export interface FactSurroundings {
  readonly organizationId: string;
  readonly scheduleOf: ScheduleOf;
}

/** Finds what an object says by its `issue` fields; null: nothing that matters. */
export type FactRule = (fields: Fields, surroundings: FactSurroundings) => Fact | null;

/**
 * Whom the facts of an object are about: a category, a product of the menu, or whatever products
 * have an option.
 */
interface Owner {
  readonly kind: "category" | "product" | "option";
  /** The fields that may hold its id, in the order the reader asks them. */
  readonly ids: readonly string[];
}

/** Every field of one kind of object in a menu body, documented or read. */
export interface FieldTable {
  readonly rows: Readonly<Record<string, FieldRow>>;
  readonly owner?: Owner;
  readonly rules?: readonly FactRule[];
}

export function used(reading: Reading): UsedField {
  return { use: "used", reading };
}

export function listOf(inside: FieldTable): UsedField {
  return { use: "used", reading: "list", inside };
}

export function fieldsOf(inside: FieldTable): UsedField {
  return { use: "used", reading: "fields", inside };
}

/** @param code of the issue that one of the table's rules makes of the field */
export function told(code: UserErrorCode, reading: Reading, inside?: FieldTable): IssueField {
  return { use: "issue", code, reading, ...(inside && { inside }) };
}

/** Rows of the same kind, by name. */
export function all<Row extends FieldRow>(
  row: Row,
  ...names: readonly string[]
): Readonly<Record<string, Row>> {
  return Object.fromEntries(names.map((name) => [name, row]));
}

export function unneeded(
  why: WhyUnneeded,
  ...names: readonly string[]
): Readonly<Record<string, UnneededField>> {
  return all({ use: "unneeded", why }, ...names);
}
