import { type SnapshotProduct } from "../catalogue/menu-snapshot";
import { type UserError } from "../errors/user-error";
import { UserErrorCode } from "../errors/user-error-code";
import { formatKopecks, formatThousandths, type Kopecks, type Thousandths } from "../money/money";
import { type Text } from "../texts/locale";

type Path = readonly string[];

export function itemNotFound(path: Path, article: string, currency: string): UserError {
  const message: Text = {
    ru: `Товара с артикулом ${article} нет в меню`,
    en: `There is no product with article ${article}`,
  };
  return {
    code: UserErrorCode.ITEM_NOT_FOUND,
    field: [...path, "article"],
    message,
    item: { article, currency },
  };
}

export function sizeNeeded(path: Path, name: string, sizeId: string | null): UserError {
  const field = [...path, "sizeId"];
  if (sizeId !== null) {
    const message: Text = {
      ru: `У «${name}» нет такого размера`,
      en: `"${name}" has no such size`,
    };
    return { code: UserErrorCode.NOT_FOUND, field, message };
  }
  const message: Text = { ru: `Выберите размер «${name}»`, en: `Choose a size of "${name}"` };
  return { code: UserErrorCode.REQUIRED, field, message };
}

export function notSoldHere(path: Path, product: SnapshotProduct, currency: string): UserError {
  const { article, name } = product;
  const message: Text = { ru: `«${name}» здесь не продаётся`, en: `"${name}" is not sold here` };
  return {
    code: UserErrorCode.ITEM_NOT_SOLD_HERE,
    field: [...path, "article"],
    message,
    item: { article, currency },
  };
}

interface Rest {
  /** How much is left for this line. */
  readonly left: Thousandths;
  /** Earlier lines of the order use the same stock. */
  readonly isShared: boolean;
}

export function itemUnavailable(
  path: Path,
  { article, name }: { readonly article: string | null; readonly name: string },
  rest: Rest,
  currency: string,
): UserError {
  const item = { article, availableAmount: rest.left, currency };
  return {
    code: UserErrorCode.ITEM_UNAVAILABLE,
    field: path,
    message: tooLittle(name, rest),
    item,
  };
}

function tooLittle(name: string, { left, isShared }: Rest): Text {
  const amount = formatThousandths(left);
  if (isShared && left === 0) {
    return {
      ru: `«${name}»: всё, что осталось, уже в этом заказе`,
      en: `The last of "${name}" is in this order already`,
    };
  }
  if (isShared) {
    return {
      ru: `«${name}»: сверх уже заказанного осталось ${amount}`,
      en: `Only ${amount} more of "${name}" left`,
    };
  }
  if (left === 0) return { ru: `«${name}» сейчас нет в наличии`, en: `"${name}" is sold out` };
  return { ru: `«${name}»: осталось только ${amount}`, en: `Only ${amount} of "${name}" left` };
}

export function priceChanged(
  path: Path,
  product: SnapshotProduct,
  price: Kopecks,
  currency: string,
): UserError {
  const { article, name } = product;
  const now = formatKopecks(price);
  return {
    code: UserErrorCode.PRICE_CHANGED,
    field: [...path, "expectedUnitPrice"],
    message: { ru: `Цена «${name}» теперь ${now}`, en: `The price of "${name}" is ${now} now` },
    item: { article, currentPrice: price, currency },
  };
}

export function quantityOutOfRange(path: Path): UserError {
  const message: Text = {
    ru: "Количество вне допустимых пределов",
    en: "The quantity is out of range",
  };
  return { code: UserErrorCode.INVALID, field: [...path, "quantity"], message };
}

export function noSuchHalf(path: Path, first: string): UserError {
  const message: Text = {
    ru: `«${first}» не делится на половинки с таким товаром`,
    en: `"${first}" cannot be one half with this product on the other`,
  };
  return { code: UserErrorCode.INVALID, field: [...path, "secondHalf", "article"], message };
}

export function noSuchPart(path: Path, combo: string): UserError {
  const message: Text = { ru: `В «${combo}» нет такой части`, en: `"${combo}" has no such part` };
  return { code: UserErrorCode.NOT_FOUND, field: [...path, "groupId"], message };
}

export function partChosenTwice(path: Path, part: string): UserError {
  const message: Text = { ru: `«${part}»: уже выбрано`, en: `"${part}" is chosen already` };
  return { code: UserErrorCode.INVALID, field: [...path, "groupId"], message };
}

export function partRequired(path: Path, part: string): UserError {
  const message: Text = { ru: `Выберите «${part}»`, en: `Choose "${part}"` };
  return { code: UserErrorCode.REQUIRED, field: path, message };
}

export function notAChoice(path: Path, dish: string, part: string): UserError {
  const message: Text = {
    ru: `«${dish}» нельзя взять как «${part}»`,
    en: `"${dish}" cannot be "${part}"`,
  };
  return { code: UserErrorCode.ITEM_NOT_FOUND, field: [...path, "article"], message };
}

export function optionNotFound(path: Path, article: string, product: string): UserError {
  const message: Text = {
    ru: `У «${product}» нет опции с артикулом ${article}`,
    en: `"${product}" has no option with article ${article}`,
  };
  return { code: UserErrorCode.ITEM_NOT_FOUND, field: [...path, "article"], message };
}

export function optionsRequired(path: Path, name: string, min: number): UserError {
  const message: Text = {
    ru: `«${name}»: выберите не меньше ${min}`,
    en: `"${name}": choose at least ${min}`,
  };
  return { code: UserErrorCode.MODIFIER_REQUIRED, field: [...path, "options"], message };
}

export function tooManyOptions(path: Path, name: string, max: number): UserError {
  const message: Text = {
    ru: `«${name}»: можно выбрать не больше ${max}`,
    en: `"${name}": choose at most ${max}`,
  };
  return { code: UserErrorCode.MODIFIER_LIMIT, field: [...path, "options"], message };
}
