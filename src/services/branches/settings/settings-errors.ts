import { type UserError } from "../../../domain/errors/user-error";
import { required } from "../changes/branch-error";
import { type BranchSettingsChange } from "./branch-settings-change";
import { givenOf, pathOf } from "./given-setting";
import { givenTwice } from "./ids-in-pos";
import { type InputPath, type SettingContext } from "./setting-field";
import { type Setting, SETTINGS } from "./settings-table";

/** All errors in individual settings of an input, regardless of what is stored. */
export function settingsErrors(input: BranchSettingsChange, context: SettingContext): UserError[] {
  const twice = (input.givenTwice ?? []).map(({ at, older }) => givenTwice(at, older));
  return [
    ...SETTINGS.flatMap((setting) => {
      const at = pathOf(setting, input.givenAs?.[setting.path]);
      return errorsOf(setting, givenOf(input, setting), at, context);
    }),
    ...twice,
  ];
}

function errorsOf(
  { field }: Setting,
  given: unknown,
  at: InputPath,
  context: SettingContext,
): UserError[] {
  if (given === undefined) return [];
  if (given !== null) return field.userErrors(given, at, context);
  return field.missing ? [required(at, field.missing.ru, field.missing.en)] : [];
}
