import { type InputPath } from "./setting-field";
import { type FIELDS, type PARTS } from "./settings-table";

type GivenOf<Field> = Field extends { stored(given: infer Given, ids: never): unknown }
  ? Given
  : never;

type Changes<Fields> = {
  readonly [Name in keyof Fields]?: GivenOf<Fields[Name]> | null | undefined;
};

/**
 * Changes to a branch's settings: an omitted field stays unchanged, null clears it, and null for an
 * object clears all of its fields. Amounts are kopecks. A credential is always given as a whole.
 */
export type BranchSettingsChange = Changes<typeof FIELDS> & {
  readonly [Part in keyof typeof PARTS]?: Changes<(typeof PARTS)[Part]> | null | undefined;
} & {
  /** Confirms connecting the branch differently while it has open orders. Not stored. */
  readonly acceptOpenOrders?: boolean | null | undefined;
  /** Settings that were given under two of their API names: the path of the newer one. */
  readonly givenTwice?: readonly { readonly at: InputPath; readonly older: string }[] | undefined;
  /** Which names were used for renamed settings, by their paths in the table. */
  readonly givenAs?: Readonly<Record<string, string>> | undefined;
};
