import { type NormalisedMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { findMenuIssues } from "../../src/domain/catalogue/find-menu-issues";
import { type MenuIssue, Severity } from "../../src/domain/catalogue/menu-issue";
import { type PosMenuItem, type PosMenuOptionGroup } from "../../src/domain/catalogue/pos-menu";
import { formatKopecks, type Kopecks } from "../../src/domain/money/money";
import { type Locale, type Text } from "../../src/domain/texts/locale";
import { issueText } from "../../src/services/catalogue/pos-menu/issue-text";
import { countsOf } from "./menu-counts";

const HEAD = { categories: 5, products: 5, groups: 3, options: 5 };
const MOST_ISSUES = 100;

/** Most serious first. */
const SEVERITIES: Readonly<Record<Severity, Text>> = {
  [Severity.ERROR]: { ru: "ОШИБКА", en: "ERROR" },
  [Severity.WARNING]: { ru: "ВНИМАНИЕ", en: "WARNING" },
  [Severity.INFO]: { ru: "К СВЕДЕНИЮ", en: "INFO" },
};

/** What a menu contains, what is wrong with it, and how its tree begins. */
export function menuReport(
  menu: NormalisedMenu,
  organizationId: string | null,
  locale: Locale,
): string {
  return [
    ...about(menu, organizationId, locale),
    "",
    ...issues(menu, locale),
    "",
    ...treeHead(menu, locale),
  ].join("\n");
}

function about(menu: NormalisedMenu, organizationId: string | null, locale: Locale): string[] {
  const { source, revision, contentHash } = menu;
  const rows: [Text, string][] = [
    [{ ru: "Источник", en: "Source" }, source],
    [{ ru: "Ревизия", en: "Revision" }, revision ?? "—"],
    [{ ru: "Хеш содержимого", en: "Content hash" }, contentHash],
    [{ ru: "Цены организации", en: "Prices of" }, organizationId ?? "—"],
    ...countsOf(menu.categories, locale),
  ];
  const width = Math.max(...rows.map(([name]) => name[locale].length)) + 2;
  return rows.map(([name, value]) => name[locale].padEnd(width) + value);
}

function issues({ categories, listedTwice, unapplied }: NormalisedMenu, locale: Locale): string[] {
  const found = [...findMenuIssues(categories, listedTwice), ...unapplied].sort(byGravity);
  const title = { ru: "Замечания", en: "Issues" }[locale];
  const lines = found.slice(0, MOST_ISSUES).flatMap((issue) => {
    const { message, fix } = issueText(issue);
    const ids = issue.posProducts.map(({ posProductId }) => posProductId).join(", ");
    const said = `  ${SEVERITIES[issue.severity][locale]} ${issue.code}: ${message[locale]} [${ids}]`;
    return [said, `    → ${fix[locale]}`];
  });
  return [`${title}: ${found.length}`, ...lines, ...more(found.length - MOST_ISSUES, "  ")];
}

function byGravity(one: MenuIssue, other: MenuIssue): number {
  const order = Object.keys(SEVERITIES);
  return order.indexOf(one.severity) - order.indexOf(other.severity);
}

function treeHead({ categories }: NormalisedMenu, locale: Locale): string[] {
  const shown = categories
    .slice(0, HEAD.categories)
    .flatMap(({ name, items, hidden }) => [
      `${name} (${items.length})${hiddenMark(hidden, locale)}`,
      ...items.slice(0, HEAD.products).flatMap((item) => product(item, locale)),
      ...more(items.length - HEAD.products, "  "),
    ]);
  return [...shown, ...more(categories.length - HEAD.categories, "")];
}

function product(item: PosMenuItem, locale: Locale): string[] {
  const sizes = item.sizes
    .map(({ name, price }) => (name === null ? "" : `${name} `) + money(price))
    .join(" / ");
  return [
    `  ${item.article ?? "—"}  ${item.name}  ${sizes}${hiddenMark(item.hidden, locale)}`,
    ...item.optionGroups.slice(0, HEAD.groups).map(optionGroup),
    ...more(item.optionGroups.length - HEAD.groups, "      "),
  ];
}

function optionGroup({ name, min, max, options }: PosMenuOptionGroup): string {
  const shown = options
    .slice(0, HEAD.options)
    .map((option) => `${option.name} ${money(option.price)}`);
  const rest = options.length > HEAD.options ? ["…"] : [];
  return `      [${min}–${max}] ${name === "" ? "" : `${name}: `}${[...shown, ...rest].join(", ")}`;
}

function money(price: Kopecks | null): string {
  return price === null ? "—" : formatKopecks(price);
}

function hiddenMark(hidden: boolean, locale: Locale): string {
  return hidden ? { ru: " (скрыто)", en: " (hidden)" }[locale] : "";
}

function more(count: number, indent: string): string[] {
  return count > 0 ? [`${indent}… +${count}`] : [];
}
