import { type BranchSettingsChange } from "../../services/branches/settings/branch-settings-change";
import { givenOf, placeOf } from "../../services/branches/settings/given-setting";
import { nameInPos } from "../../services/branches/settings/ids-in-pos";
import { type Place } from "../../services/branches/settings/setting-field";
import { SettingKind } from "../../services/branches/settings/setting-kind";
import { type Setting, SETTINGS } from "../../services/branches/settings/settings-table";
import { type BranchSettingsInput } from "./branch-settings-input";

/**
 * The use case's view of the API's input. Most texts are pasted, from letters and from the pages of
 * others: each setting says what its text meant.
 */
export function toSettingsChange(input: BranchSettingsInput): BranchSettingsChange {
  const { acceptOpenOrders } = input;
  const twice: Place[] = [];
  const change: Record<string, unknown> = { acceptOpenOrders, givenTwice: twice };
  for (const setting of SETTINGS) {
    const { part, name, field } = setting;
    const given = givenByEitherName(input, setting, twice);
    if (given === undefined) continue;
    const meant = given === null ? null : field.read(given);
    if (part === null) change[name] = meant;
    else change[part] = Object.assign(change[part] ?? {}, { [name]: meant });
  }
  return change;
}

/** An id has two names: of any POS's, and the older one for UUIDs alone. */
function givenByEitherName(input: object, setting: Setting, twice: Place[]): unknown {
  const given = givenOf(input, setting);
  if (setting.field.kind !== SettingKind.POS_ID) return given;
  const newer = givenOf(input, { part: setting.part, name: nameInPos(setting.name) });
  // Null of the whole object that it is in is null by both.
  if (given !== undefined && newer !== undefined && (given ?? newer) !== null)
    twice.push(placeOf(setting));
  return newer === undefined ? given : newer;
}
