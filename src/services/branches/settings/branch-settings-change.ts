import { type InputPath } from "./setting-field";
import { type FIELDS, type PARTS } from "./settings-table";

type GivenOf<Field> = Field extends { stored(given: infer Given, ids: never): unknown }
  ? Given
  : never;

type Changes<Fields> = {
  readonly [Name in keyof Fields]?: GivenOf<Fields[Name]> | null | undefined;
};

/**
 * What of a branch's settings is to change: left out is unchanged, null is cleared, as is all of an
 * object by null. Amounts are kopecks. A credential is given whole.
 */
export type BranchSettingsChange = Changes<typeof FIELDS> & {
  readonly [Part in keyof typeof PARTS]?: Changes<(typeof PARTS)[Part]> | null | undefined;
} & {
  /** A yes to connecting the branch otherwise while orders of it are under way. Not stored. */
  readonly acceptOpenOrders?: boolean | null | undefined;
  /** Settings that were given by two of their names in the API: the path of the newer one. */
  readonly givenTwice?: readonly { readonly at: InputPath; readonly older: string }[] | undefined;
  /** Which names were used of settings that were renamed, by the paths in the table. */
  readonly givenAs?: Readonly<Record<string, string>> | undefined;
};
