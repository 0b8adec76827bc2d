import { type PosMenuCategory } from "../../src/domain/catalogue/pos-menu";
import { type Locale, type Text } from "../../src/domain/texts/locale";

/** Counts of each kind, with those that need a closer look in brackets. */
export function countsOf(categories: readonly PosMenuCategory[], locale: Locale): [Text, string][] {
  const items = categories.flatMap((category) => category.items);
  const sizes = items.flatMap((item) => item.sizes);
  const groups = items.flatMap((item) => item.optionGroups);
  const options = groups.flatMap((group) => group.options);
  const count = countIn(locale);
  return [
    [
      { ru: "Разделы", en: "Categories" },
      count(categories, [HIDDEN, (category) => category.hidden]),
    ],
    [{ ru: "Товары", en: "Products" }, productCounts(items, locale)],
    [
      { ru: "Размеры", en: "Sizes" },
      count(sizes, [HIDDEN, (size) => size.hidden], [UNPRICED, (size) => size.price === null]),
    ],
    [
      { ru: "Группы опций", en: "Option groups" },
      count(groups, [{ ru: "обязательные", en: "required" }, (group) => group.min > 0]),
    ],
    [
      { ru: "Опции", en: "Options" },
      count(
        options,
        [HIDDEN, (option) => option.hidden],
        [UNPRICED, (option) => option.price === null],
      ),
    ],
  ];
}

function productCounts(items: PosMenuCategory["items"], locale: Locale): string {
  return countIn(locale)(
    items,
    [HIDDEN, (item) => item.hidden],
    [UNPRICED, (item) => item.sizes.every((size) => size.price === null)],
    [FREE, (item) => item.sizes.some((size) => size.price === 0)],
    [{ ru: "без артикула", en: "without article" }, (item) => item.article === null],
    [{ ru: "комбо", en: "combos" }, (item) => item.combo],
    [{ ru: "из половин", en: "of halves" }, (item) => item.compound],
  );
}

const HIDDEN: Text = { ru: "скрыто", en: "hidden" };
const UNPRICED: Text = { ru: "без цены", en: "without price" };
const FREE: Text = { ru: "с ценой 0", en: "at price 0" };

function countIn(locale: Locale) {
  return <Row>(
    rows: readonly Row[],
    ...kinds: (readonly [Text, (row: Row) => boolean])[]
  ): string => {
    const found = kinds
      .map(([name, isKind]) => [name[locale], rows.filter(isKind).length] as const)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${count}`);
    return found.length === 0 ? String(rows.length) : `${rows.length} (${found.join(", ")})`;
  };
}
