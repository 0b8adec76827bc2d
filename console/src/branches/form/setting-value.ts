import { type BranchFormAnswer } from "../operations";

export type Branch = NonNullable<BranchFormAnswer["branch"]>;
export type SettingField = BranchFormAnswer["branchSettingFields"][number];
export type Group = SettingField["group"]["name"];

/** One row of a list setting. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;
export type SettingValue = string | number | boolean | null | readonly Row[] | readonly number[];

/** What was typed but not saved yet, by setting name. */
export type Draft = ReadonlyMap<string, SettingValue>;

const OF_BRANCH = ["name", "timeZone", "country", "published"];

/** The saved value; secrets are never shown. */
export function savedValue(branch: Branch, { name, kind }: SettingField): SettingValue {
  if (kind === "SECRET") return "";
  const from: object = OF_BRANCH.includes(name) ? branch : branch.settings;
  const value = name
    .split(".")
    .reduce<unknown>((whole, part) => (whole as Record<string, unknown>)[part], from);
  return value as SettingValue;
}

export function isSame(one: SettingValue, other: SettingValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The draft as the API accepts it: "delivery.fee" goes into a nested object. */
export function inputOf(draft: Draft): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, value] of draft) {
    const [first = "", second] = name.split(".");
    const meant = value === "" ? null : value;
    if (second === undefined) input[first] = meant;
    else input[first] = Object.assign(input[first] ?? {}, { [second]: meant });
  }
  return input;
}

/** Parses an amount as users type it: "1 500,50". Returns undefined when it is not an amount. */
export function amountOf(text: string): string | undefined {
  const plain = text.replaceAll(/\s/g, "").replace(",", ".");
  return /^\d+(\.\d{1,2})?$/.test(plain) ? plain : undefined;
}
