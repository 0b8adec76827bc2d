import { type Scope } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { type Text } from "../../../domain/texts/locale";
import { type Branch } from "../../../entities/branches/branch";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type ChannelVendor } from "../../../ports/channel-vendor";
import { type PosIds } from "../../../ports/pos/pos-ids";
import { type PosDictionary, type SettingGroup, type SettingKind } from "./setting-kind";

/** All that is kept of a branch and its settings, and that a row of the table may stand for. */
export type KeptSettings = Pick<Branch, (typeof OF_BRANCH)[number]> & BranchSettings;

/** What stands with the branch itself. */
export const OF_BRANCH = ["name", "timeZone", "country", "published"] as const;

/** The columns whose values are such. */
export type ColumnOf<T> = {
  [Column in keyof KeptSettings]: KeptSettings[Column] extends T ? Column : never;
}[keyof KeptSettings];

/** A path into the mutation's arguments: ["input", "delivery", "fee"]. */
export type InputPath = readonly string[];

/** What checks have to know of the branch. */
export interface SettingContext {
  readonly currencyCode: string;
  /** They check whom they are to write to. */
  readonly channels: readonly ChannelVendor[];
  /** What the branch's POS calls its things by; null: it has none that is known. */
  readonly ids: PosIds | null;
}

/** How a setting is called and explained. */
export interface SettingWords {
  /** Under which heading of a form it stands. */
  readonly group: SettingGroup;
  /** As the operators' form calls it. */
  readonly label: Text;
  /** What it does, for the person who fills in the form. */
  readonly explanation: Text;
  /** What the API calls it by now; its name in the table is the older one, and is deprecated. */
  readonly renamed?: string;
  /**
   * The schema's description of the setting as it is; null: it is not read from BranchSettings.
   */
  readonly shown: string | null;
  /** The schema's description of what an input may say. */
  readonly given: string;
}

/** What a form may offer, and no more is taken. Amounts are decimals, as in the API. */
export interface SettingLimits {
  readonly least?: string;
  readonly most?: string;
  /** 0 is taken too, although it is less than `least`: it switches off. */
  readonly orZero?: true;
  /** Characters of a text. */
  readonly longest?: number;
  /** Entries of a list. */
  readonly mostItems?: number;
}

/** One value of those that there are, by its name in the API. */
export interface SettingChoice {
  readonly value: string;
  readonly label: Text;
}

/**
 * What every value that a form asks for has: a setting, or a column of a setting that is a list.
 */
interface SettingValue {
  readonly kind: SettingKind;
  readonly label: Text;
  /** The name of its type in the schema, where kind alone does not tell it. */
  readonly type: SettingType | null;
  readonly limits: SettingLimits;
  /** Empty: the kind says what there is, or the vendors of the type do. */
  readonly choices: readonly SettingChoice[];
  /** Which list of the POS has the ids; null: none. */
  readonly dictionary: PosDictionary | null;
}

/** Types of the schema that settings of the kinds CHOICE and LIST have. */
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
 * One setting of a branch: everything there is to know of it. The methods are called with what the
 * API's types have let through.
 */
export interface SettingField<
  Given = unknown,
  Stored = unknown,
  Column extends keyof KeptSettings | null = keyof KeptSettings | null,
>
  extends SettingValue, SettingWords {
  /** The property of the row that holds it; null: it is sealed in the credential. */
  readonly column: Column;
  /** What null, and a branch that never said anything, stand for. */
  readonly standard: Stored | null;
  /** Why it cannot be cleared; null: it can. */
  readonly missing: Text | null;
  /** Of a list of rows: what each row has. */
  readonly columns: readonly SettingColumn[];
  /** Who may read it. Changing it takes an administrator. */
  readonly readBy: Scope;
  /** What the caller meant by what the API was given: without what a copy brings along. */
  read(value: unknown): Given;
  /** All that is wrong with it by itself. */
  userErrors(given: Given, at: InputPath, context: SettingContext): UserError[];
  /** As it is kept. @param ids as in {SettingContext} */
  stored(given: Given, ids: PosIds | null): Stored;
  /** For the history of changes; null is «не выбрано». Never a secret. */
  inHistory(stored: Stored): string | null;
  /** As the API shows it. */
  inApi(stored: Stored): unknown;
}
