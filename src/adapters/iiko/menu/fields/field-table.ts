import { type MenuIssue } from "../../../../domain/catalogue/menu-issue";
import { type UserErrorCode } from "../../../../domain/errors/user-error-code";
import { type Fields } from "../reading/menu-reading";
import { type ScheduleOf } from "../reading/schedule-periods";
import { type WhyUnneeded } from "./why-unneeded";

/** What a field has to contain to be understood; null and a missing field always are. */
export type Reading =
  "text" | "number" | "flag" | "id" | "ids" | "list" | "fields" | "fields or list" | "any";

/** Shown to clients, or determines what is sold and for how much. */
interface UsedField {
  readonly use: "used";
  readonly reading: Reading;
  /** Fields of the object, or of each object in the list. */
  readonly inside?: FieldTable;
}

/** Deliberately ignored, with everything inside it. */
interface UnneededField {
  readonly use: "unneeded";
  readonly why: WhyUnneeded;
}

/**
 * Not acted on, or not always, although it changes what may be sold or for how much: an issue
 * reports it to operators.
 */
interface IssueField {
  readonly use: "issue";
  readonly code: UserErrorCode;
  readonly reading: Reading;
  readonly inside?: FieldTable;
}

export type FieldRow = UsedField | UnneededField | IssueField;

/** Something that a menu says about one object of the body and that the gateway does not act on. */
export type Fact = Pick<MenuIssue, "code" | "severity" | "detail" | "schedule">;

/** What a rule may use besides the object itself. */
export interface FactSurroundings {
  readonly organizationId: string;
  readonly scheduleOf: ScheduleOf;
}

/** Evaluates the `issue` fields of an object; null: nothing that matters. */
export type FactRule = (fields: Fields, surroundings: FactSurroundings) => Fact | null;

/**
 * What the facts of an object are about: a category, a product of the menu, or all products that
 * have an option.
 */
interface Owner {
  readonly kind: "category" | "product" | "option";
  /** The fields that may hold its id, in the order in which the reader tries them. */
  readonly ids: readonly string[];
}

/** All fields of one kind of object in a menu body that are documented or read. */
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

/** @param code code of the issue that one of the table's rules raises for the field */
export function told(code: UserErrorCode, reading: Reading, inside?: FieldTable): IssueField {
  return { use: "issue", code, reading, ...(inside && { inside }) };
}

/** Returns identical rows, by name. */
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
