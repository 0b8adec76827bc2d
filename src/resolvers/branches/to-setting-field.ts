import { type Locale, type Text } from "../../domain/texts/locale";
import { namesInApi } from "../../services/branches/settings/names-in-api";
import {
  type SettingChoice,
  type SettingColumn,
  type SettingField,
  type SettingType,
} from "../../services/branches/settings/setting-field";
import { GROUP_LABELS, SettingGroup } from "../../services/branches/settings/setting-kind";
import { type Setting, SETTINGS } from "../../services/branches/settings/settings-table";
import { CHANNELS, POS } from "../../vendors";
import { type BranchSettingColumn, type BranchSettingField } from "./branch-setting-field";

const GROUPS = Object.values(SettingGroup);
const IN_ORDER = [...SETTINGS].sort(
  (one, other) => GROUPS.indexOf(one.field.group) - GROUPS.indexOf(other.field.group),
);

const NO_POS: SettingChoice = { value: "NONE", label: { ru: "Не выбрано", en: "Not chosen" } };
/** Where people find a part of a key, according to its vendor. */
const WHERE: ReadonlyMap<string, Text | undefined> = new Map(
  POS.flatMap(({ credentials }) => credentials).map(({ shown, where }) => [shown, where]),
);

/** Types whose values come from vendors. */
const OF_VENDORS: Readonly<Partial<Record<SettingType, readonly SettingChoice[]>>> = {
  PosKind: [NO_POS, ...POS.map(({ kind, label }) => ({ value: kind, label }))],
  FallbackKind: CHANNELS.map(({ kind, label }) => ({ value: kind, label: label.name })),
};

/**
 * Returns every setting in the order of the form, in the caller's language. @param poses the POS
 * kinds that can be chosen here
 */
export function branchSettingFields(
  locale: Locale,
  poses: readonly string[],
): BranchSettingField[] {
  return IN_ORDER.map((setting) => {
    const field = toField(setting, locale);
    if (setting.field.type !== "PosKind") return field;
    const choices = field.choices.filter(({ value }) => value === "NONE" || poses.includes(value));
    return Object.assign(field, { choices });
  });
}

function toField({ path, field }: Setting, locale: Locale): BranchSettingField {
  const { group, explanation, standard, missing, readBy, columns } = field;
  return Object.assign(toColumn(Object.assign({}, field, { name: path }), locale), {
    group: { name: group, label: GROUP_LABELS[group][locale] },
    explanation: [WHERE.get(path)?.[locale], explanation[locale]].filter(Boolean).join(" "),
    defaultValue: missing || field.column === null ? null : standardOf(field, standard),
    clearable: missing === null,
    readableBy: readBy,
    columns: columns.map((column) => toColumn(column, locale)),
  });
}

function standardOf(field: SettingField, standard: unknown): string | null {
  return standard === null ? null : field.inHistory(standard);
}

function toColumn(column: SettingColumn, locale: Locale): BranchSettingColumn {
  const { name, kind, label, type, choices, limits, dictionary } = column;
  const ownName = name.lastIndexOf(".") + 1;
  return {
    name,
    nameInPos: name.slice(0, ownName) + namesInApi(name.slice(ownName), column)[0].name,
    kind,
    dictionary,
    label: label[locale],
    choices: ((type && OF_VENDORS[type]) ?? choices).map((choice) => ({
      value: choice.value,
      label: choice.label[locale],
    })),
    limits: {
      least: limits.least ?? null,
      most: limits.most ?? null,
      orZero: limits.orZero ?? false,
      characters: limits.longest ?? null,
      items: limits.mostItems ?? null,
    },
  };
}
