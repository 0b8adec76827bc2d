import { type UserFault } from "../../../domain/faults/user-fault";
import { required } from "../changes/branch-fault";
import { type BranchSettingsChange } from "./branch-settings-change";
import { givenOf, placeOf } from "./given-setting";
import { givenTwice } from "./ids-in-pos";
import { type SettingContext } from "./setting-field";
import { type Setting, SETTINGS } from "./settings-table";

/** All that is wrong with single settings of an input, whatever else is stored. */
export function settingsFaults(input: BranchSettingsChange, context: SettingContext): UserFault[] {
  const twice = (input.givenTwice ?? []).map(givenTwice);
  return [
    ...SETTINGS.flatMap((setting) => faultsOf(setting, givenOf(input, setting), context)),
    ...twice,
  ];
}

function faultsOf(setting: Setting, given: unknown, context: SettingContext): UserFault[] {
  const { field } = setting;
  if (given === undefined) return [];
  if (given !== null) return field.faults(given, placeOf(setting), context);
  return field.missing ? [required(placeOf(setting), field.missing.ru, field.missing.en)] : [];
}
