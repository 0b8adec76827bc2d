import { type UserErrorCode } from "../../../../domain/errors/user-error-code";
import { type IikoMenuFormat } from "../reading/menu-draft";
import { isFields, readNumber } from "../reading/menu-reading";
import { type FieldRow, type FieldTable, type Reading } from "./field-table";
import { MENU_TABLES } from "./menu-tables";
import { type WhyUnneeded } from "./why-unneeded";

/** The kind of value that a field holds, never the value. */
export type ValueKind =
  "null" | "text" | "number" | "flag" | "list" | "object" | "empty text" | "empty list";

/** Reason why a field of a body is not used. */
type WhyUnread =
  | { readonly because: "unknown" }
  /** The field is known, but its value is not of the expected kind. */
  | { readonly because: "misread"; readonly expected: Reading }
  | { readonly because: "issue"; readonly code: UserErrorCode }
  | { readonly because: "unneeded"; readonly why: WhyUnneeded };

export type UnreadField = WhyUnread & {
  /**
   * Path from the root: `itemGroups[].items[].labels`. Anything that is not a field name, such as
   * an id, reads `{…}`.
   */
  readonly path: string;
  readonly count: number;
  /** Kind of the first value that says something. */
  readonly kind: ValueKind;
};

interface UnreadFields {
  readonly fields: readonly UnreadField[];
  /** There are more distinct fields than that. */
  readonly isCut: boolean;
}

/**
 * Menus have a few hundred distinct fields; a body with endless ones is no reason to print them
 * all.
 */
const MOST_FIELDS = 2_000;
/** How deep to look into unknown objects. */
const DEEPEST_UNKNOWN = 5;

/**
 * Returns every field of a body that the gateway does not use, in the order in which they appear.
 */
export function unreadFields(body: unknown, source: IikoMenuFormat): UnreadFields {
  const tally = new Tally();
  if (isFields(body)) tally.addKnown(body, MENU_TABLES[source], "");
  return { fields: [...tally.found.values()], isCut: tally.isCut };
}

class Tally {
  readonly found = new Map<string, UnreadField>();
  isCut = false;

  addKnown(fields: object, table: FieldTable, path: string): void {
    for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
      const row = Object.hasOwn(table.rows, name) ? table.rows[name] : undefined;
      const place = path === "" ? shownName(name) : `${path}.${shownName(name)}`;
      if (row) this.addRow(row, value, place);
      else this.addUnknown(value, place, DEEPEST_UNKNOWN);
    }
  }

  private addRow(row: FieldRow, value: unknown, path: string): void {
    if (row.use === "unneeded")
      return this.note(path, value, { because: "unneeded", why: row.why });
    if (row.use === "issue") this.note(path, value, { because: "issue", code: row.code });
    if (!isReadable(value, row.reading))
      this.note(path, value, { because: "misread", expected: row.reading });
    const { inside } = row;
    if (!inside) return;
    if (isFields(value) && row.reading !== "list") this.addKnown(value, inside, path);
    if (!Array.isArray(value) || row.reading === "fields") return;
    for (const each of value as unknown[]) {
      if (isFields(each)) this.addKnown(each, inside, `${path}[]`);
      else this.note(`${path}[]`, each, { because: "misread", expected: "fields" });
    }
  }

  private addUnknown(value: unknown, path: string, levels: number): void {
    this.note(path, value, { because: "unknown" });
    if (levels === 0) return;
    const objects = isFields(value)
      ? [value]
      : Array.isArray(value)
        ? (value as unknown[]).filter(isFields)
        : [];
    const place = isFields(value) ? path : `${path}[]`;
    for (const object of objects) {
      for (const [name, inner] of Object.entries(object)) {
        this.addUnknown(inner, `${place}.${shownName(name)}`, levels - 1);
      }
    }
  }

  private note(path: string, value: unknown, why: WhyUnread): void {
    const key = `${why.because} ${path}`;
    const known = this.found.get(key);
    if (!known && this.found.size >= MOST_FIELDS) {
      this.isCut = true;
      return;
    }
    const kind = known && !SAYS_NOTHING.has(known.kind) ? known.kind : kindOf(value);
    this.found.set(key, { ...why, path, count: (known?.count ?? 0) + 1, kind });
  }
}

const SAYS_NOTHING: ReadonlySet<ValueKind> = new Set(["null", "empty text", "empty list"]);

const NAME = /^[\p{L}_$][\p{L}\p{N}_$-]{0,59}$/u;
const DIGITS = /\p{N}{5}/u;

/** Field names are words; ids, phones and sentences appear where a body keeps data in names. */
function shownName(name: string): string {
  return NAME.test(name) && !DIGITS.test(name) && !/^[\da-f]{8}-/i.test(name) ? name : "{…}";
}

function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "empty list" : "list";
  if (typeof value === "string") return value.trim() === "" ? "empty text" : "text";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "flag" : "object";
}

/** Returns whether the reader can use the value. "null" and "" say nothing, just like null. */
function isReadable(value: unknown, reading: Reading): boolean {
  if (
    value === null ||
    value === undefined ||
    value === "null" ||
    value === "" ||
    reading === "any"
  )
    return true;
  switch (reading) {
    case "text":
      return typeof value === "string";
    case "number":
      return readNumber(value) !== null;
    case "flag":
      return (
        typeof value === "boolean" ||
        (typeof value === "string" && /^(true|false)$/i.test(value.trim()))
      );
    case "id":
      return typeof value === "string" || typeof value === "number";
    case "ids":
      return (
        Array.isArray(value) &&
        value.every((each) => typeof each === "string" || typeof each === "number")
      );
    case "list":
      return Array.isArray(value);
    case "fields":
      return isFields(value);
    case "fields or list":
      return isFields(value) || Array.isArray(value);
  }
}
