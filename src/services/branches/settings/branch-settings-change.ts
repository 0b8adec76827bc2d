import { type Place } from "./setting-field";
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
  /** Ids that were given by both of their names in the API. */
  readonly givenTwice?: readonly Place[] | undefined;
};
