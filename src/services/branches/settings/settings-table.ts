import { BRANCH_FIELDS } from "./branch-fields";
import { CONNECTION_FIELDS, CREDENTIAL_FIELDS, MENU_FIELDS } from "./connection-fields";
import { FACT_FIELDS } from "./fact-fields";
import { FALLBACK_FIELDS } from "./fallback-fields";
import { GUEST_ORDER_FIELDS } from "./guest-order-fields";
import { HOURS_FIELDS } from "./hours-fields";
import { INJECTION_FIELDS } from "./injection-fields";
import { PAYMENT_FIELDS, STATUS_FIELDS } from "./list-fields";
import { LOYALTY_FIELDS, SWITCH_FIELDS } from "./loyalty-fields";
import { DELIVERY_FIELDS, POS_ORDER_FIELDS } from "./order-fields";
import { type KeptSettings, type SettingField } from "./setting-field";

/** The settings that are not part of an object, by their names in the API. */
export const FIELDS = {
  ...BRANCH_FIELDS,
  ...CONNECTION_FIELDS,
  ...MENU_FIELDS,
  ...CREDENTIAL_FIELDS,
  ...PAYMENT_FIELDS,
  ...STATUS_FIELDS,
  ...LOYALTY_FIELDS,
  ...SWITCH_FIELDS,
  ...FALLBACK_FIELDS,
};

/** The settings that the API groups in an object; null for the object clears each of them. */
export const PARTS = {
  publicFacts: FACT_FIELDS,
  hours: HOURS_FIELDS,
  delivery: DELIVERY_FIELDS,
  posOrders: POS_ORDER_FIELDS,
  injection: INJECTION_FIELDS,
  guestOrders: GUEST_ORDER_FIELDS,
} as const;

export type SettingPart = keyof typeof PARTS;

/** One row of the table, with its API path. */
export interface Setting {
  /** The API object that contains it; null: none. */
  readonly part: SettingPart | null;
  readonly name: string;
  /** Its name in the history: "delivery.fee". */
  readonly path: string;
  readonly field: SettingField;
}

/**
 * Every setting of a branch, exactly once. Everything that is done with settings goes through this
 * list.
 */
export const SETTINGS: WholeTable<ColumnWithoutRow> = [
  ...rowsOf(null, FIELDS),
  ...(Object.keys(PARTS) as SettingPart[]).flatMap((part) => rowsOf(part, PARTS[part])),
];

function rowsOf(part: SettingPart | null, fields: Readonly<Record<string, unknown>>): Setting[] {
  return Object.entries(fields).map(([name, field]) => {
    const path = part === null ? name : `${part}.${name}`;
    return { part, name, path, field: field as SettingField };
  });
}

/** The credential has separate rows for its parts, but is stored sealed as a whole. */
type NotByRows = "branchId" | "credentialSealed" | "credentialMasked" | "credentialKind";
type ColumnsOf<Fields> = { [Name in keyof Fields]: ColumnIn<Fields[Name]> }[keyof Fields];
type ColumnIn<Field> = Field extends { readonly column: infer Column } ? Column : never;
type WithRows =
  | ColumnsOf<typeof FIELDS>
  | { [Part in SettingPart]: ColumnsOf<(typeof PARTS)[Part]> }[SettingPart];

type ColumnWithoutRow = Exclude<keyof KeptSettings, WithRows | NotByRows>;

/** The compiler reports the columns that have no row. */
type WholeTable<Forgotten extends never> = readonly (Setting | Forgotten)[];
