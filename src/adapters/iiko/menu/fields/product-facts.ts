import { Severity } from "../../../../domain/catalogue/menu-issue";
import { UserErrorCode } from "../../../../domain/errors/user-error-code";
import { formatKopecks } from "../../../../domain/money/money";
import {
  type Fields,
  firstTold,
  isFields,
  readFlag,
  readId,
  readList,
  readPrice,
  readWord,
} from "../reading/menu-reading";
import { plainText } from "../reading/menu-text";
import { isWeighed, readUnit, unitWord } from "../reading/weighed";
import { type FactRule } from "./field-table";

const LONGEST_WORDS = 100;

/**
 * iiko calls a dish with a modifier scheme a compound dish; one that has a scheme but is not
 * compound contradicts itself.
 */
export const schemeOfPlainDish: FactRule = ({
  orderItemType,
  modifierSchemaId,
  modifierSchemaName,
}) => {
  const id = readId(modifierSchemaId);
  // One official example gives the scheme as an object instead of its name.
  const named = isFields(modifierSchemaName)
    ? modifierSchemaName
    : { name: modifierSchemaName, id: null };
  const name = plainText(named.name, LONGEST_WORDS) ?? id ?? readId(named.id);
  if (name === null || readWord(orderItemType) === "COMPOUND") return null;
  return { code: UserErrorCode.MODIFIER_SCHEME, severity: Severity.WARNING, detail: name };
};

/** Portions, and other things that are sold whole. */
const WHOLE =
  /^(порц|шт|ед|блюд|набор|компл|упак|уп$|пач|бут|бан|стакан|чаш|круж|бокал|усл|дана|dona|portion|porsi|pcs?$|pieces?$|units?$|set$|items?$)/;

/**
 * Anything sold by weight or volume has a price per kilogram, which guests mistake for that of a
 * portion.
 */
export const soldByMeasure: FactRule = (product) => {
  const told = readUnit(product);
  const unit = unitWord(told);
  const weighed = isWeighed(product);
  if (!weighed && (unit === "" || WHOLE.test(unit))) return null;
  const severity = weighed ? Severity.WARNING : Severity.INFO;
  return { code: UserErrorCode.SOLD_BY_MEASURE, severity, detail: told ?? "—" };
};

/** The cashier sets the price. */
export const openPrice: FactRule = ({ canSetOpenPrice }) =>
  readFlag(canSetOpenPrice) ? { code: UserErrorCode.OPEN_PRICE, severity: Severity.INFO } : null;

/** Each pack has a code that the cashier must scan. */
export const markedGoods: FactRule = ({ isMarked }) =>
  readFlag(isMarked) ? { code: UserErrorCode.MARKED_GOODS, severity: Severity.INFO } : null;

/**
 * The POS counts such an option once per line, whatever the line's quantity; the gateway charges it
 * with each unit.
 */
export const independentAmount: FactRule = ({ independentQuantity, name, sku }) => {
  if (!readFlag(independentQuantity)) return null;
  const detail = plainText(name, LONGEST_WORDS) ?? readId(sku) ?? "—";
  return {
    code: UserErrorCode.OPTION_AMOUNT_INDEPENDENT,
    severity: Severity.WARNING,
    detail: `«${detail}»`,
  };
};

const NOT_SOLD = "—";

/** Future price changes in the nomenclature. Prices are only read once they apply. */
export const priceToCome: FactRule = (product) => {
  const changes = readList(product.sizePrices).flatMap(({ price }) =>
    isFields(price) ? changeOf(price) : [],
  );
  const detail = [...new Set(changes)].join("; ");
  return detail === ""
    ? null
    : { code: UserErrorCode.PRICE_CHANGE_AHEAD, severity: Severity.INFO, detail };
};

function changeOf(price: Fields): string[] {
  const day = plainText(price.nextDatePrice, LONGEST_WORDS);
  if (day === null) return [];
  const now = sum(price.currentPrice, price.isIncludedInMenu);
  const next = sum(firstTold(price.nextPrice, price.currentPrice), price.nextIncludedInMenu);
  return now === next ? [] : [`${now} → ${next} (${day})`];
}

function sum(price: unknown, isIncluded: unknown): string {
  const kopecks = readFlag(isIncluded) ? readPrice(price) : null;
  return kopecks === null ? NOT_SOLD : formatKopecks(kopecks);
}
