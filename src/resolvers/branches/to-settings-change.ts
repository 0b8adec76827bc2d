import { type BranchSettingsChange } from "../../services/branches/settings/branch-settings-change";
import { givenOf } from "../../services/branches/settings/given-setting";
import { SETTINGS } from "../../services/branches/settings/settings-table";
import { type BranchSettingsInput } from "./branch-settings-input";

/**
 * The use case's view of the API's input. Most texts are pasted, from letters and from the pages of
 * others: each setting says what its text meant.
 */
export function toSettingsChange(input: BranchSettingsInput): BranchSettingsChange {
  const { acceptOpenOrders } = input;
  const change: Record<string, unknown> = { acceptOpenOrders };
  for (const setting of SETTINGS) {
    const { part, name, field } = setting;
    const given = givenOf(input, setting);
    if (given === undefined) continue;
    const meant = given === null ? null : field.read(given);
    if (part === null) change[name] = meant;
    else change[part] = Object.assign(change[part] ?? {}, { [name]: meant });
  }
  return change;
}
