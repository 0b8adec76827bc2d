import { type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import { type PlanGuard, PlanGuardCode } from "../../../domain/catalogue/plan";
import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { type Text } from "../../../domain/texts/locale";
import { type Catalogue, unitPrice } from "../menu/price-range";
import { type PlannedChange } from "./planned-change";
import { type PriceMove, priceMoves, relativeChange } from "./price-moves";

/** How much a price may change, in percent, unless the caller says otherwise. */
export const MAX_CHANGE_PERCENT = 50;
/**
 * The share of the sold products in a plan that it may take off sale, and the number that it may
 * always take off sale.
 */
const REMOVABLE_SHARE = 0.2;
const REMOVABLE = 2;

/**
 * Finds changes that look like a mistake in the POS rather than an intention: each needs explicit
 * confirmation.
 */
export function planGuards(
  changes: readonly PlannedChange[],
  catalogue: Catalogue,
  maxChangePercent: number,
): PlanGuard[] {
  const [jumps, free, removed]: [string[], string[], string[]] = [[], [], []];
  let sold = 0;
  for (const { article, target } of changes) {
    const before = catalogue.get(article);
    const wasSold = before !== undefined && isSold(before);
    if (wasSold) sold += 1;
    if (!target) continue;
    const moves = priceMoves(before, target);
    if (moves.some((move) => isJump(move, maxChangePercent))) jumps.push(article);
    if (moves.some((move) => becomesFree(move, target, catalogue))) free.push(article);
    if (wasSold && !isSold(target)) removed.push(article);
  }
  const isMass = removed.length > REMOVABLE && removed.length > sold * REMOVABLE_SHARE;
  return [
    ...guard(PlanGuardCode.PRICE_CHANGE_TOO_LARGE, jumps, jumpText(jumps.length, maxChangePercent)),
    ...guard(PlanGuardCode.ZERO_PRICE, free, freeText(free.length)),
    ...guard(PlanGuardCode.MASS_REMOVAL, isMass ? removed : [], removedText(removed.length, sold)),
  ];
}

/** A user error for each guard that was not accepted. */
export function guardErrors(
  guards: readonly PlanGuard[],
  accepted: readonly PlanGuardCode[],
  field: readonly string[],
): UserError[] {
  const open = guards.filter(({ code }) => !accepted.includes(code));
  return open.map(({ code, message }) => ({ code: UserErrorCode[code], field, message }));
}

function isSold(product: SnapshotProduct): boolean {
  return product.sizes.some((size) => size.price !== null);
}

/** A drop to zero has a separate guard. */
function isJump(move: PriceMove, maxChangePercent: number): boolean {
  return move.to !== 0 && (relativeChange(move) ?? 0) * 100 > maxChangePercent;
}

/**
 * Free options are nothing unusual, and the price of a dish may be in a required option; but
 * something that had a price has lost it.
 */
function becomesFree(
  { size, added, from, to }: PriceMove,
  product: SnapshotProduct,
  catalogue: Catalogue,
): boolean {
  return to === 0 && (from !== null || (!added && unitPrice(product, size, catalogue) === 0));
}

function guard(code: PlanGuardCode, articles: readonly string[], message: Text): PlanGuard[] {
  return articles.length === 0 ? [] : [{ code, affected: articles.length, articles, message }];
}

function jumpText(count: number, percent: number): Text {
  return {
    ru: `Цены меняются больше чем на ${percent} %; товаров: ${count}. Проверьте цены и ценовую категорию в кассе`,
    en: `Prices change by more than ${percent} %; products: ${count}. Check the prices and the price category in the POS`,
  };
}

function freeText(count: number): Text {
  return {
    ru: `Цена становится нулевой; товаров: ${count}. Гости получат их бесплатно`,
    en: `A price becomes zero; products: ${count}. Guests would get them for nothing`,
  };
}

function removedText(count: number, sold: number): Text {
  return {
    ru: `С продажи снимаются ${count} из ${sold} товаров. Проверьте внешнее меню и ценовую категорию в кассе`,
    en: `${count} of ${sold} products would not be sold any more. Check the external menu and the price category in the POS`,
  };
}
