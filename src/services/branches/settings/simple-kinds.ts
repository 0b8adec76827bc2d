import { Scope } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { currencyStep } from "../../../domain/money/currency";
import { formatKopecks, type Kopecks, parseKopecks } from "../../../domain/money/money";
import { type Text } from "../../../domain/texts/locale";
import { invalid } from "../changes/branch-error";
import { idErrors, spelled } from "./ids-in-pos";
import {
  type ColumnOf,
  type InputPath,
  type KeptSettings,
  type SettingChoice,
  type SettingField,
  type SettingType,
  type SettingWords,
} from "./setting-field";
import { type PosDictionary, SettingKind } from "./setting-kind";

type Column = keyof KeptSettings | null;
type Usual = "choices" | "columns" | "dictionary" | "limits" | "missing" | "readBy" | "type";
type Method = "userErrors" | "inApi" | "inHistory" | "read" | "stored";
type Parts<G, S, C extends Column> = Omit<
  SettingField<G, S, C>,
  keyof SettingWords | Method | Usual
> &
  Partial<Pick<SettingField<G, S, C>, Method | Usual>>;

/** The common case: it can be cleared, and is accepted, stored and shown unchanged. */
const USUAL = {
  choices: [],
  columns: [],
  dictionary: null,
  limits: {},
  missing: null,
  readBy: Scope.OPERATOR,
  type: null,
  userErrors: (): UserError[] => [],
  inApi: (stored: unknown): unknown => stored,
  inHistory: (stored: string | number | boolean | null): string | null =>
    stored === null ? null : String(stored),
  read: (value: unknown): unknown => value,
  stored: (given: unknown): unknown => given,
};

/** Creates a row of the table. Omitted parts have the common defaults. */
export function setting<G, S, C extends Column>(
  words: SettingWords,
  parts: Parts<G, S, C>,
): SettingField<G, S, C> {
  const whole: unknown = { ...USUAL, ...words, ...parts };
  return whole as SettingField<G, S, C>;
}

export function flag<C extends ColumnOf<boolean>>(column: C, words: SettingWords) {
  return setting<boolean, boolean, C>(words, { column, kind: SettingKind.FLAG, standard: false });
}

/** A switch that is on until somebody switches it off. */
export function flagOn<C extends ColumnOf<boolean>>(column: C, words: SettingWords) {
  return setting<boolean, boolean, C>(words, { column, kind: SettingKind.FLAG, standard: true });
}

/** @param values each with its label, in the order of the form; none: the vendors provide them */
export function choice<V extends string, C extends ColumnOf<V>>(
  column: C,
  type: SettingType,
  standard: NoInfer<V>,
  values: Readonly<Record<V, Text>>,
  words: SettingWords,
) {
  const choices = choicesOf(values);
  return setting<V, V, C>(words, { column, kind: SettingKind.CHOICE, type, standard, choices });
}

export function choicesOf(values: Readonly<Record<string, Text>>): SettingChoice[] {
  return Object.entries(values).map(([value, label]) => ({ value, label }));
}

/** null means «не выбрано». */
export function posId<C extends ColumnOf<string | null>>(
  column: C,
  dictionary: PosDictionary,
  words: SettingWords,
) {
  return setting<string, string | null, C>(words, {
    column,
    dictionary,
    kind: SettingKind.POS_ID,
    standard: null,
    userErrors: (given, at, { ids }) => idErrors(given, at, ids),
    stored: spelled,
  });
}

interface Range {
  readonly kind:
    SettingKind.COUNT | SettingKind.PERCENT | SettingKind.SECONDS | SettingKind.MINUTES;
  readonly standard: number;
  readonly least: number;
  readonly most: number;
  /** 0, which switches the setting off, may be less than `least`. */
  readonly orZero?: true;
}

/** A whole number within a range. */
export function whole<C extends ColumnOf<number>>(column: C, range: Range, words: SettingWords) {
  const { kind, standard, least, most, orZero } = range;
  const [ru, en] = UNITS[kind];
  const text = {
    ru: `${orZero ? "0 или от" : "От"} ${least} до ${most}${ru}`,
    en: `${orZero ? "0, or from" : "From"} ${least} to ${most}${en}`,
  };
  return setting<number, number, C>(words, {
    column,
    kind,
    standard,
    limits: Object.assign(
      { least: String(least), most: String(most) },
      orZero ? { orZero } : undefined,
    ),
    userErrors: (given, at) =>
      isWhole(given, least, most) || (orZero && given === 0) ? [] : [invalid(at, text.ru, text.en)],
  });
}

const UNITS: Readonly<Record<Range["kind"], readonly [ru: string, en: string]>> = {
  COUNT: ["", ""],
  PERCENT: [" процентов", " per cent"],
  SECONDS: [" секунд", " seconds"],
  MINUTES: [" минут", " minutes"],
};

export function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** A million, because nothing costs more. */
const MAX_AMOUNT: Kopecks = 100_000_000;

/**
 * An amount in the branch's currency, no finer than its smallest step: a finer one would come out
 * different in every order.
 *
 * @param standard null: there is none
 */
export function amount<S extends Kopecks | null, C extends ColumnOf<Kopecks | null>>(
  column: C,
  standard: S,
  { moreThanZero }: { readonly moreThanZero: boolean },
  words: SettingWords,
) {
  return setting<Kopecks, Kopecks | S, C>(words, {
    column,
    kind: SettingKind.AMOUNT,
    standard,
    limits: { least: moreThanZero ? "0.01" : "0.00", most: formatKopecks(MAX_AMOUNT) },
    // Finer than the smallest coin is not an amount, and the check refuses it.
    read: (value) => parseKopecks(String(value)) ?? NaN,
    inApi: shownAmount,
    inHistory: shownAmount,
    userErrors: (given, at, { currencyCode }) => {
      const step = currencyStep(currencyCode);
      const isFine = isWhole(given, moreThanZero ? 1 : 0, MAX_AMOUNT) && given % step === 0;
      return isFine ? [] : [noAmount(at, moreThanZero, step === 1)];
    },
  });
}

function shownAmount(stored: Kopecks | null): string | null {
  return stored === null ? null : formatKopecks(stored);
}

function noAmount(at: InputPath, moreThanZero: boolean, hasHundredths: boolean): UserError {
  const [ru, en] = hasHundredths
    ? ["с двумя знаками", "with two decimals"]
    : ["без дробной части", "without a fraction"];
  return moreThanZero
    ? invalid(at, `Сумма больше 0, до 1000000, ${ru}`, `More than 0, up to 1000000, ${en}`)
    : invalid(at, `Сумма от 0 до 1000000 ${ru}`, `From 0 to 1000000 ${en}`);
}
