import { hasArticle, isArticle } from "../../../domain/catalogue/article";
import { type ChangeReason } from "../../../domain/catalogue/plan-change";
import { type PosMenuItem, type PosMenuOptionGroup } from "../../../domain/catalogue/pos-menu";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { type PosMenuIndex } from "./pos-menu-index";

/** The item that an article identifies unambiguously, or why it cannot be imported. */
export function importableItem(menu: PosMenuIndex, article: string): PosMenuItem | ChangeReason {
  if (!isArticle(article))
    return menu.bySizeArticle.has(article) ? sizeArticle(menu, article) : NOT_A_NUMBER;
  const [item, ...others] = menu.byArticle.get(article) ?? [];
  if (!item) return menu.bySizeArticle.has(article) ? sizeArticle(menu, article) : NOT_IN_MENU;
  if (others.length > 0) return duplicate([item, ...others]);
  return soundItem(item);
}

/** The item, or what is wrong with it regardless of its article. */
export function soundItem(item: PosMenuItem): PosMenuItem | ChangeReason {
  if (item.combo && !isWholeCombo(item)) return UNKNOWN_PARTS;
  return isSound(item) ? item : BROKEN;
}

const NOT_A_NUMBER: ChangeReason = {
  code: UserErrorCode.ARTICLE_NOT_NUMERIC,
  message: {
    ru: "Артикул должен состоять из цифр (не более 20). Исправьте его в кассе и обновите данные",
    en: "An article is 1 to 20 digits. Correct it in the POS and refresh its menu",
  },
};

const NOT_IN_MENU: ChangeReason = {
  code: UserErrorCode.ARTICLE_NOT_IN_EXTERNAL_MENU,
  message: {
    ru: "Такого артикула нет во внешнем меню. Добавьте товар во внешнее меню и обновите данные",
    en: "The external menu has no such article. Add the product to the external menu and refresh it",
  },
};

const UNKNOWN_PARTS: ChangeReason = {
  code: UserErrorCode.INVALID,
  message: {
    ru: "Меню кассы не говорит, из чего состоит комбо, или у товаров комбо нет артикулов. Исправьте комбо в кассе",
    en: "The POS menu does not tell what the combo is made of, or its products have no articles. Correct it in the POS",
  },
};

const BROKEN: ChangeReason = {
  code: UserErrorCode.INVALID,
  message: {
    ru: "У товара в кассе нет названия, или цена либо количество опций невозможны. Исправьте его там",
    en: "In the POS the product has no name, or an impossible price or option amount. Correct it there",
  },
};

function sizeArticle(menu: PosMenuIndex, article: string): ChangeReason {
  const item = menu.bySizeArticle.get(article);
  const owner = `${item?.article ?? "?"} (${item?.name ?? "?"})`;
  return {
    code: UserErrorCode.ARTICLE_NOT_IN_EXTERNAL_MENU,
    message: {
      ru: `Это артикул размера. Импортируйте сам товар: ${owner}`,
      en: `This is the article of a size. Import the product itself: ${owner}`,
    },
  };
}

function duplicate(items: readonly PosMenuItem[]): ChangeReason {
  const names = items.map((item) => `${item.name} [${item.posProductId}]`).join(", ");
  return {
    code: UserErrorCode.DUPLICATE_ARTICLE,
    message: {
      ru: `Один артикул у разных товаров: ${names}. Оставьте его одному из них`,
      en: `Different products share the article: ${names}. Leave it to one of them`,
    },
  };
}

/**
 * One impossible row must not stop the thousand others: it is blocked here, before the database
 * refuses the whole plan.
 */
function isSound(item: PosMenuItem): boolean {
  const prices = item.sizes.map((size) => size.price ?? 0);
  const parts = (item.comboGroups ?? []).flatMap(({ choices }) =>
    choices.map(({ price }) => price ?? 0),
  );
  const isPriced = [...prices, ...parts].every(isPrice);
  return (
    item.name !== "" && item.sizes.length > 0 && isPriced && item.optionGroups.every(isSoundGroup)
  );
}

function isWholeCombo({ comboGroups = [] }: PosMenuItem): boolean {
  return comboGroups.length > 0 && comboGroups.every(({ choices }) => choices.some(hasArticle));
}

function isSoundGroup(group: PosMenuOptionGroup): boolean {
  const { min, max, freeAmount, options } = group;
  const amounts = [
    min,
    max,
    freeAmount,
    ...options.flatMap((option) => [
      option.min,
      option.max,
      option.byDefault,
      option.freeAmount ?? 0,
    ]),
  ];
  const prices = options.flatMap((option) => [
    option.price ?? 0,
    ...Object.values(option.priceBySize),
  ]);
  return amounts.every(isAmount) && prices.every((price) => isPrice(price ?? 0));
}

function isPrice(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isAmount(value: number): boolean {
  return isPrice(value) && value <= 2_147_483_647;
}
