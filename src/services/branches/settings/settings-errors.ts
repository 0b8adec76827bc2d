import { type UserError } from "../../../domain/errors/user-error";
import { required } from "../changes/branch-error";
import { type BranchSettingsChange } from "./branch-settings-change";
import { givenOf, placeOf } from "./given-setting";
import { givenTwice } from "./ids-in-pos";
import { type SettingContext } from "./setting-field";
import { type Setting, SETTINGS } from "./settings-table";

/** All that is wrong with single settings of an input, whatever else is stored. */
export function settingsErrors(input: BranchSettingsChange, context: SettingContext): UserError[] {
  const twice = (input.givenTwice ?? []).map(givenTwice);
  return [
    ...SETTINGS.flatMap((setting) => errorsOf(setting, givenOf(input, setting), context)),
    ...twice,
  ];
}

function errorsOf(setting: Setting, given: unknown, context: SettingContext): UserError[] {
  const { field } = setting;
  if (given === undefined) return [];
  if (given !== null) return field.userErrors(given, placeOf(setting), context);
  return field.missing ? [required(placeOf(setting), field.missing.ru, field.missing.en)] : [];
}
