import { type Scope } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { type Text } from "../../../domain/texts/locale";
import { keyOf, secretOf } from "../../../domain/texts/typed-text";
import { type PosIds } from "../../../ports/pos/pos-ids";
import {
  type ColumnOf,
  type InputPath,
  type KeptSettings,
  type SettingColumn,
  type SettingContext,
  type SettingField,
  type SettingType,
  type SettingWords,
} from "./setting-field";
import { type PosDictionary, SettingKind } from "./setting-kind";
import { setting } from "./simple-kinds";

interface TextParts {
  /** In characters, as stated in the API. */
  readonly longest: number;
  /** Interprets the value; if omitted, the text is an identifier to be copied rather than prose. */
  readonly read?: (value: string) => string;
  readonly userErrors: (given: string, at: InputPath) => UserError[];
  readonly missing?: Text;
  readonly dictionary?: PosDictionary;
  readonly readBy?: Scope;
}

/** null means that there is no value, unless `missing` says that one is required. */
export function text<C extends ColumnOf<string | null>>(
  column: C,
  { longest, read = keyOf, ...parts }: TextParts,
  words: SettingWords,
) {
  return setting<string, string | null, C>(
    words,
    Object.assign(
      { column, kind: SettingKind.TEXT, standard: null, limits: { longest } } as const,
      { read: (value: unknown) => read(String(value)) },
      parts,
    ),
  );
}

/** A part of the credential, which is checked and sealed as a whole (credential-change.ts). */
export function secret(longest: number, words: SettingWords) {
  return setting<string, null, null>(words, {
    column: null,
    kind: SettingKind.SECRET,
    standard: null,
    limits: { longest },
    read: (value) => secretOf(String(value)),
    inHistory: () => null,
  });
}

interface ListParts<Given, Stored> {
  readonly type: SettingType;
  readonly mostItems: number;
  readonly columns?: readonly SettingColumn[];
  readonly standard?: Stored[];
  readonly read?: (row: Given) => Given;
  readonly stored?: (row: Given, ids: PosIds | null) => Stored;
  readonly inApi?: (row: Stored) => unknown;
  readonly userErrors: (
    given: readonly Given[],
    at: InputPath,
    context: SettingContext,
  ) => UserError[];
}

/** Always given as a whole; null stands for the default, usually an empty list. */
export function list<Given, Stored, C extends keyof KeptSettings>(
  column: C,
  parts: ListParts<Given, Stored>,
  words: SettingWords,
): SettingField<readonly Given[], Stored[], C> {
  const { type, mostItems, columns = [], standard = [], userErrors } = parts;
  const { read, stored, inApi } = parts;
  return setting<readonly Given[], Stored[], C>(words, {
    column,
    kind: SettingKind.LIST,
    type,
    columns,
    standard,
    userErrors,
    limits: { mostItems },
    read: (value) => each(value as readonly Given[], read),
    stored: (given, ids) => each(given, stored && ((row) => stored(row, ids))),
    inApi: (rows) => each(rows, inApi),
    inHistory: (rows) => JSON.stringify(rows.map(inOneOrder)),
  });
}

function each<From, To>(rows: readonly From[], change: ((row: From) => To) | undefined): To[] {
  return change ? rows.map(change) : ([...rows] as unknown[] as To[]);
}

/** jsonb returns the fields of a row in its own order. */
function inOneOrder(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  return Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
}
