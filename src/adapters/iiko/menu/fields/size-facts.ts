import { Severity } from "../../../../domain/catalogue/menu-issue";
import { UserErrorCode } from "../../../../domain/errors/user-error-code";
import { type ExternalMenuFormat } from "../reading/menu-external-format";
import { readRestrictions } from "../reading/menu-option-group";
import { type Fields, readFlag, readId, readList } from "../reading/menu-reading";
import { plainText } from "../reading/menu-text";
import { type FactRule } from "./field-table";

type Ids = Pick<ExternalMenuFormat, "optionGroupId" | "optionId">;

/**
 * External menus repeat the option groups under every size. Those of the main size count, with each
 * size's prices. Different limits under another size, and options that only another size offers,
 * are reported.
 */
export function optionsBySize(ids: Ids): FactRule {
  return ({ itemSizes }) => {
    const sizes = readList(itemSizes);
    const main = sizes.find(({ isDefault }) => readFlag(isDefault)) ?? sizes[0];
    const others = sizes.filter((size) => size !== main && Array.isArray(size.itemModifierGroups));
    if (!main || others.length === 0) return null;
    const usual = groupsOf(main, ids);
    const names = others.flatMap((size) => differing(usual, groupsOf(size, ids)));
    if (names.length === 0) return null;
    const detail = [...new Set(names)].map((name) => `«${name}»`).join(", ");
    return { code: UserErrorCode.OPTIONS_DIFFER_BY_SIZE, severity: Severity.WARNING, detail };
  };
}

interface Group {
  readonly name: string;
  readonly limits: string;
  readonly isRequired: boolean;
  /** Limits of each option, by id. */
  readonly options: ReadonlyMap<string, string>;
}

function groupsOf(size: Fields, ids: Ids): ReadonlyMap<string, Group> {
  const groups = readList(size.itemModifierGroups).map((group): [string, Group] => {
    const id = readId(group[ids.optionGroupId]) ?? "";
    const options = readList(group.items).map((option): [string, string] => [
      readId(option[ids.optionId]) ?? "",
      limitsOf(option),
    ]);
    const isStrict = readFlag(group.childModifiersHaveMinMaxRestrictions);
    const name = plainText(group.name) ?? id;
    return [
      id,
      {
        name,
        limits: `${limitsOf(group)}${isStrict}`,
        isRequired: readRestrictions(group.restrictions).min > 0,
        options: new Map(options),
      },
    ];
  });
  return new Map(groups);
}

function limitsOf({ restrictions }: Fields): string {
  const { min, max, free, byDefault } = readRestrictions(restrictions);
  return `${min}/${max}/${free}/${byDefault}/`;
}

/**
 * Returns the names of the groups that differ in another size. An option that is missing there is
 * not sold with that size, which does not count as a difference.
 */
function differing(
  usual: ReadonlyMap<string, Group>,
  ofSize: ReadonlyMap<string, Group>,
): string[] {
  const changed = [...ofSize].filter(([id, group]) => {
    const same = usual.get(id);
    return (
      !same ||
      same.limits !== group.limits ||
      [...group.options].some(([option, limits]) => same.options.get(option) !== limits)
    );
  });
  const missing = [...usual].filter(([id, group]) => group.isRequired && !ofSize.has(id));
  return [...changed, ...missing].map(([, { name }]) => name);
}
