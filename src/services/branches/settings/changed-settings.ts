import { type Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type PosIds } from "../../../ports/pos/pos-ids";
import { type BranchSettingsChange } from "./branch-settings-change";
import { givenOf } from "./given-setting";
import { type KeptSettings, OF_BRANCH } from "./setting-field";
import { SETTINGS } from "./settings-table";

type ColumnsOfBranch = Pick<Branch, (typeof OF_BRANCH)[number]>;

const NOT_OF_SETTINGS: ReadonlySet<string> = new Set(OF_BRANCH);

/** What is kept of a branch and its settings, in one. */
export function keptOf(
  branch: ColumnsOfBranch,
  settings: BranchSettings,
  changed: Partial<KeptSettings> = {},
): KeptSettings {
  return Object.assign(ofBranch(branch), settings, changed);
}

/**
 * The settings as they are after the change, but for the credential: what is left out stays, null
 * is cleared.
 */
export function changedSettings(
  stored: BranchSettings,
  input: BranchSettingsChange,
  ids: PosIds | null,
): BranchSettings {
  return withColumns(stored, changedColumns(input, ids));
}

/** Of what is kept: what stands with the branch itself. */
export function ofBranch({ name, timeZone, country, published }: ColumnsOfBranch): ColumnsOfBranch {
  return { name, timeZone, country, published };
}

/** The settings with other columns; those of the branch itself are left out. */
export function withColumns(
  settings: BranchSettings,
  columns: Partial<KeptSettings>,
): BranchSettings {
  const own = Object.entries(columns).filter(([column]) => !NOT_OF_SETTINGS.has(column));
  return Object.assign(new BranchSettings(), settings, Object.fromEntries(own));
}

/** What an input changes of what is kept: column by column. */
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
