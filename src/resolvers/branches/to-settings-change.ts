import { type BranchSettingsChange } from "../../services/branches/settings/branch-settings-change";
import { givenOf, pathOf } from "../../services/branches/settings/given-setting";
import { type NameInApi, namesInApi } from "../../services/branches/settings/names-in-api";
import { type InputPath } from "../../services/branches/settings/setting-field";
import { type Setting, SETTINGS } from "../../services/branches/settings/settings-table";
import { type BranchSettingsInput } from "./branch-settings-input";

/**
 * Converts the API's input for the use case. Most texts are pasted, from letters and from
 * third-party pages: each setting defines what its text meant.
 */
export function toSettingsChange(input: BranchSettingsInput): BranchSettingsChange {
  const { acceptOpenOrders } = input;
  const givenTwice: { at: InputPath; older: string }[] = [];
  const givenAs: Record<string, string> = {};
  const change: Record<string, unknown> = { acceptOpenOrders, givenTwice };
  for (const setting of SETTINGS) {
    const { part, name, path, field } = setting;
    const [newest, older] = givenByNames(input, setting);
    if (newest === undefined) continue;
    const { given } = newest;
    // If the whole enclosing object is null, the setting is null by every name.
    if (older !== undefined && (given ?? older.given) !== null)
      givenTwice.push({ at: pathOf(setting, newest.name), older: older.name });
    if (newest.of !== name) givenAs[path] = newest.of;
    const meant = given === null ? null : field.read(given);
    if (part === null) change[name] = meant;
    else change[part] = Object.assign(change[part] ?? {}, { [name]: meant });
  }
  if (Object.keys(givenAs).length > 0) change["givenAs"] = givenAs;
  return change;
}

/** Returns what an input says about a setting under any of its names, newest first. */
function givenByNames(
  input: object,
  { part, name, field }: Setting,
): (NameInApi & { readonly given: unknown })[] {
  return namesInApi(name, field).flatMap((known) => {
    const given = givenOf(input, { part, name: known.name });
    return given === undefined ? [] : [Object.assign({ given }, known)];
  });
}
