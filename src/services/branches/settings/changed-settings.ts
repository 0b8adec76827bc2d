import { type Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type PosIds } from "../../../ports/pos/pos-ids";
import { type BranchSettingsChange } from "./branch-settings-change";
import { givenOf } from "./given-setting";
import { type KeptSettings, OF_BRANCH } from "./setting-field";
import { SETTINGS } from "./settings-table";

type ColumnsOfBranch = Pick<Branch, (typeof OF_BRANCH)[number]>;

const NOT_OF_SETTINGS: ReadonlySet<string> = new Set(OF_BRANCH);

/** Combines the stored values of a branch and its settings. */
export function keptOf(
  branch: ColumnsOfBranch,
  settings: BranchSettings,
  changed: Partial<KeptSettings> = {},
): KeptSettings {
  return Object.assign(ofBranch(branch), settings, changed);
}

/**
 * The settings after the change, except for the credential: what is omitted stays, null clears.
 */
export function changedSettings(
  stored: BranchSettings,
  input: BranchSettingsChange,
  ids: PosIds | null,
): BranchSettings {
  return withColumns(stored, changedColumns(input, ids));
}

/** The part of the stored values that belongs to the branch itself. */
export function ofBranch({ name, timeZone, country, published }: ColumnsOfBranch): ColumnsOfBranch {
  return { name, timeZone, country, published };
}

/** The settings with some columns replaced; columns of the branch itself are ignored. */
export function withColumns(
  settings: BranchSettings,
  columns: Partial<KeptSettings>,
): BranchSettings {
  const own = Object.entries(columns).filter(([column]) => !NOT_OF_SETTINGS.has(column));
  return Object.assign(new BranchSettings(), settings, Object.fromEntries(own));
}

/** The stored columns that an input changes. */
export function changedColumns(
  input: BranchSettingsChange,
  ids: PosIds | null,
): Partial<KeptSettings> {
  const columns: Partial<Record<keyof KeptSettings, unknown>> = {};
  for (const setting of SETTINGS) {
    const { column, standard, missing } = setting.field;
    const given = givenOf(input, setting);
    if (column === null || given === undefined) continue;
    if (given !== null) columns[column] = setting.field.stored(given, ids);
    else if (missing === null) columns[column] = standard;
  }
  return columns as Partial<KeptSettings>;
}
