import { type UserError } from "../../../domain/errors/user-error";
import { invalid, required } from "../changes/branch-error";
import { type BranchSettingsChange } from "./branch-settings-change";
import { givenOf, pathOf } from "./given-setting";
import { SettingGroup } from "./setting-kind";
import { type Setting, SETTINGS } from "./settings-table";

/**
 * The parts of a change that only make sense for a single branch: its name, and its connection to
 * its own restaurant in the POS. Returns a userError for each, and one if nothing is changed at
 * all.
 */
export function settingsOfOneBranch(change: BranchSettingsChange): UserError[] {
  const given = SETTINGS.filter((setting) => givenOf(change, setting) !== undefined);
  if (given.length === 0)
    return [required(["input"], "Выберите, что изменить", "Choose what to change")];
  const ru = "Эта настройка у каждого филиала своя: измените её в филиале";
  const en = "Each branch has its own: change it at the branch";
  return given.filter(isOfOneBranch).map((setting) => invalid(pathOf(setting), ru, en));
}

const OF_ONE: ReadonlySet<string> = new Set([
  "name",
  "publicFacts.address",
  "publicFacts.phone",
  "publicFacts.point",
]);

function isOfOneBranch({ path, field }: Setting): boolean {
  return OF_ONE.has(path) || field.group === SettingGroup.CONNECTION;
}
