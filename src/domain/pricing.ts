import { type MenuSnapshot, type SnapshotProduct, type SnapshotSize } from "./menu-snapshot";
import { type Kopecks, multiply, type Thousandths } from "./money";
import { chooseHalves, halvesPrice, lineOfHalves, type WantedHalf } from "./half-choice";
import { chooseOptions, optionsPrice, type WantedOption } from "./option-choice";
import { type TicketLine } from "./order-ticket";
import * as fault from "./pricing-faults";
import { StockTally } from "./stock-tally";
import { NOTHING_STOPPED, type StopList } from "./stop-list";
import { type UserFault } from "./user-fault";

export interface WantedLine {
  readonly article: string;
  /** null: the default size. */
  readonly sizeId: string | null;
  readonly quantity: Thousandths;
  readonly options: readonly WantedOption[];
  /** The dish on the other half; null: the whole dish is one. */
  readonly secondHalf?: WantedHalf | null;
  readonly comment: string | null;
  /** What the guest was shown for one unit without options. */
  readonly expectedUnitPrice: Kopecks | null;
}

/** What to do when a price is not the one the guest was shown. */
export type PriceMismatchPolicy = "REJECT" | "ACCEPT_LOWER" | "ACCEPT";

/** @param expected what the guest was shown; null when the client did not say */
export function isAcceptable(expected: Kopecks | null, actual: Kopecks, policy: PriceMismatchPolicy): boolean {
  if (expected === null || expected === actual || policy === "ACCEPT") return true;
  return policy === "ACCEPT_LOWER" && actual < expected;
}

export interface PricedBasket {
  /** Only complete when there are no faults. */
  readonly lines: readonly TicketLine[];
  readonly subtotal: Kopecks;
  /** Everything wrong with the basket, with paths below `input`. */
  readonly faults: readonly UserFault[];
}

/** Prices a basket from the catalogue; what a client believes about prices is compared, never taken. */
export function priceBasket(
  menu: MenuSnapshot,
  wanted: readonly WantedLine[],
  policy: PriceMismatchPolicy = "REJECT",
  stopList: StopList = NOTHING_STOPPED,
): PricedBasket {
  const stock = new StockTally(stopList, menu.currencyCode);
  const priced = wanted.map((line, index) => priceLine(menu, line, ["input", "lines", String(index)], policy, stock));
  const lines = priced.flatMap((result) => (result.line ? [result.line] : []));
  return {
    lines,
    subtotal: lines.reduce((sum, line) => sum + line.total, 0),
    faults: priced.flatMap((result) => result.faults),
  };
}

interface PricedLine {
  readonly line?: TicketLine;
  readonly faults: readonly UserFault[];
}

function priceLine(
  menu: MenuSnapshot,
  wanted: WantedLine,
  path: readonly string[],
  policy: PriceMismatchPolicy,
  stock: StockTally,
): PricedLine {
  const product = menu.productByArticle.get(wanted.article);
  if (!product) return { faults: [fault.itemNotFound(path, wanted.article, menu.currencyCode)] };
  const size = chooseSize(product, wanted.sizeId);
  if (!size) return { faults: [fault.sizeNeeded(path, product.name, wanted.sizeId)] };
  if (size.price === null) return { faults: [fault.notSoldHere(path, product, menu.currencyCode)] };

  const chosen = chooseOptions(product, size, wanted.options, path);
  const halves = wanted.secondHalf
    ? chooseHalves(menu, { product, size, options: chosen.options }, wanted.secondHalf, path)
    : { halves: null, faults: [] };
  const unitPrice = halves.halves ? halvesPrice(halves.halves, 500) : size.price;
  const dishes = halves.halves ?? [{ ...product, options: chosen.options }];
  const portions = wanted.quantity / dishes.length;
  const stockFaults = dishes.flatMap((dish, half) =>
    half === 0
      ? stock.take(dish, size.posSizeId, portions, path, "quantity")
      : stock.take(dish, size.posSizeId, portions, [...path, "secondHalf"], "article"),
  );
  const faults = [...chosen.faults, ...halves.faults, ...stockFaults, ...quantityFaults(wanted, path)];
  if (!isAcceptable(wanted.expectedUnitPrice, unitPrice, policy)) {
    faults.push(fault.priceChanged(path, product, unitPrice, menu.currencyCode));
  }
  if (faults.length > 0) return { faults };
  const line = { ...lineOf(product, size, wanted), unitPrice };
  if (halves.halves) return { line: { ...line, ...lineOfHalves(halves.halves, wanted.quantity) }, faults: [] };
  const total = multiply(size.price + optionsPrice(chosen.options), wanted.quantity);
  return { line: { ...line, total, options: chosen.options }, faults: [] };
}

function quantityFaults({ quantity, secondHalf }: WantedLine, path: readonly string[]): UserFault[] {
  const inRange = quantity > 0 && quantity <= 999_999;
  // Half a portion of two halves cannot be made.
  return inRange && (!secondHalf || quantity % 1000 === 0) ? [] : [fault.quantityOutOfRange(path)];
}

function lineOf(product: SnapshotProduct, size: SnapshotSize, { quantity, comment }: WantedLine) {
  const { posProductId, compound, article, name } = product;
  const { posSizeId, name: sizeName } = size;
  return { posProductId, posSizeId, compound, halves: null, article, name, sizeName, quantity, comment };
}

function chooseSize(product: SnapshotProduct, sizeId: string | null): SnapshotSize | undefined {
  if (sizeId !== null) return product.sizes.find((size) => size.id === sizeId);
  if (product.sizes.length === 1) return product.sizes[0];
  return product.sizes.find((size) => size.isDefault);
}
