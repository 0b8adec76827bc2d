import { type Branch } from "../../../entities/branches/branch";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import { type PosIds } from "../../../ports/pos/pos-ids";
import { type BranchSettingsChange } from "./branch-settings-change";
import { givenOf } from "./given-setting";
import { type KeptSettings } from "./setting-field";
import { SETTINGS } from "./settings-table";

/** What is kept of a branch and its settings, in one. */
export function keptOf(
  branch: Pick<Branch, "name" | "timeZone" | "country">,
  settings: BranchSettings,
  changed: Partial<KeptSettings> = {},
): KeptSettings {
  const { name, timeZone, country } = branch;
  return Object.assign({ name, timeZone, country }, settings, changed);
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
  const { name: _, timeZone: __, country: ___, ...columns } = changedColumns(input, ids);
  return Object.assign(new BranchSettings(), stored, columns);
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
