import { type SettingColumn } from "./setting-field";
import { type SettingKind } from "./setting-kind";

type Rest = Partial<Pick<SettingColumn, "choices" | "dictionary" | "limits" | "type">>;

/** One column of a setting that is a list of rows. */
export function columnOf(
  name: string,
  kind: SettingKind,
  [ru, en]: readonly [ru: string, en: string],
  { choices = [], dictionary = null, limits = {}, type = null }: Rest = {},
): SettingColumn {
  return { name, kind, label: { ru, en }, type, choices, dictionary, limits };
}
