import { type Scope } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { type Text } from "../../../domain/texts/locale";
import { type Branch } from "../../../entities/branches/branch";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type ChannelVendor } from "../../../ports/channel-vendor";
import { type PosIds } from "../../../ports/pos/pos-ids";
import { type PosDictionary, type SettingGroup, type SettingKind } from "./setting-kind";

/** Everything stored for a branch and its settings that a row of the table may represent. */
export type KeptSettings = Pick<Branch, (typeof OF_BRANCH)[number]> & BranchSettings;

/** The columns of the branch itself. */
export const OF_BRANCH = ["name", "timeZone", "country", "published"] as const;

/** The columns whose values have this type. */
export type ColumnOf<T> = {
  [Column in keyof KeptSettings]: KeptSettings[Column] extends T ? Column : never;
}[keyof KeptSettings];

/** A path within the mutation's arguments: ["input", "delivery", "fee"]. */
export type InputPath = readonly string[];

/** What checks need to know about the branch. */
export interface SettingContext {
  readonly currencyCode: string;
  /** The channels check their recipients. */
  readonly channels: readonly ChannelVendor[];
  /** The id format of the branch's POS; null: there is no POS, or it is not known. */
  readonly ids: PosIds | null;
}

/** The names and explanations of a setting. */
export interface SettingWords {
  /** The heading of the form under which it appears. */
  readonly group: SettingGroup;
  /** Its name in the operators' form. */
  readonly label: Text;
  /** What it does, written for the person who fills in the form. */
  readonly explanation: Text;
  /** The current API name; the name in the table is the older one and is deprecated. */
  readonly renamed?: string;
  /** The schema's description of the current value; null: it cannot be read from BranchSettings. */
  readonly shown: string | null;
  /** The schema's description of the input. */
  readonly given: string;
}

/** The range that a form may offer and that is accepted. Amounts are decimals, as in the API. */
export interface SettingLimits {
  readonly least?: string;
  readonly most?: string;
  /** 0 is accepted even though it is less than `least`: it switches the setting off. */
  readonly orZero?: true;
  /** Maximum number of characters of a text. */
  readonly longest?: number;
  /** Maximum number of list entries. */
  readonly mostItems?: number;
}

/** One of the possible values, by its name in the API. */
export interface SettingChoice {
  readonly value: string;
  readonly label: Text;
}

/**
 * Common to every value for which a form asks: a setting, or a column of a setting that is a list.
 */
interface SettingValue {
  readonly kind: SettingKind;
  readonly label: Text;
  /** Name of its type in the schema, where the kind alone does not determine it. */
  readonly type: SettingType | null;
  readonly limits: SettingLimits;
  /** Empty: the kind, or the vendors of the type, determine the choices. */
  readonly choices: readonly SettingChoice[];
  /** The POS's list that contains the ids; null: none. */
  readonly dictionary: PosDictionary | null;
}

/** Schema types of settings of the kinds CHOICE and LIST. */
export type SettingType =
  | "PosKind"
  | "FallbackKind"
  | "HalfPrices"
  | "UnlocatedAddresses"
  | "DeliveryZoneSource"
  | "DeliveryStreets"
  | "WeekStart"
  | "PaymentTypeMapping"
  | "StatusMapping"
  | "FallbackChannel"
  | "WeekHours"
  | "DayHours"
  | "Int";

/** One column of a setting that is a list of rows. */
export interface SettingColumn extends SettingValue {
  readonly name: string;
}

/**
 * One setting of a branch, with everything there is to know about it. The methods are called with
 * values that the API's types have let through.
 */
export interface SettingField<
  Given = unknown,
  Stored = unknown,
  Column extends keyof KeptSettings | null = keyof KeptSettings | null,
>
  extends SettingValue, SettingWords {
  /** The row's property that holds it; null: it is sealed in the credential. */
  readonly column: Column;
  /** The meaning of null, and the value for a branch that never set it. */
  readonly standard: Stored | null;
  /** Why it cannot be cleared; null if it can. */
  readonly missing: Text | null;
  /** For a list of rows: the columns of each row. */
  readonly columns: readonly SettingColumn[];
  /** Who may read it. Only an administrator may change it. */
  readonly readBy: Scope;
  /** Interprets the value that the API was given, without artefacts of copying. */
  read(value: unknown): Given;
  /** All errors in the value that do not depend on other settings. */
  userErrors(given: Given, at: InputPath, context: SettingContext): UserError[];
  /** The stored form. @param ids as in {SettingContext} */
  stored(given: Given, ids: PosIds | null): Stored;
  /** The form for the history of changes; null means «не выбрано». Never a secret. */
  inHistory(stored: Stored): string | null;
  /** The form shown in the API. */
  inApi(stored: Stored): unknown;
}
