import { type MenuSnapshot, type SnapshotProduct, type SnapshotSize } from "./menu-snapshot";
import { type Kopecks, multiply, type Thousandths } from "./money";
import { chooseOptions, type WantedOption } from "./option-choice";
import { type TicketLine } from "./order-ticket";
import * as fault from "./pricing-faults";
import { type UserFault } from "./user-fault";

export interface WantedLine {
  readonly article: string;
  /** null: the default size. */
  readonly sizeId: string | null;
  readonly quantity: Thousandths;
  readonly options: readonly WantedOption[];
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
): PricedBasket {
  const priced = wanted.map((line, index) => priceLine(menu, line, ["input", "lines", String(index)], policy));
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
): PricedLine {
  const product = menu.productByArticle.get(wanted.article);
  if (!product) return { faults: [fault.itemNotFound(path, wanted.article, menu.currencyCode)] };
  const size = chooseSize(product, wanted.sizeId);
  if (!size) return { faults: [fault.sizeNeeded(path, product.name, wanted.sizeId)] };
  if (size.price === null) return { faults: [fault.notSoldHere(path, product, menu.currencyCode)] };

  const chosen = chooseOptions(product, size, wanted.options, path);
  const faults = [...chosen.faults];
  if (wanted.quantity <= 0 || wanted.quantity > 999_999) faults.push(fault.quantityOutOfRange(path));
  if (!isAcceptable(wanted.expectedUnitPrice, size.price, policy)) {
    faults.push(fault.priceChanged(path, product, size.price, menu.currencyCode));
  }
  if (faults.length > 0) return { faults };
  const optionsPrice = chosen.options.reduce((sum, option) => sum + multiply(option.price, option.quantity), 0);
  return {
    line: {
      posProductId: product.posProductId,
      posSizeId: size.posSizeId,
      compound: product.compound,
      article: product.article,
      name: product.name,
      sizeName: size.name,
      quantity: wanted.quantity,
      unitPrice: size.price,
      total: multiply(size.price + optionsPrice, wanted.quantity),
      comment: wanted.comment,
      options: chosen.options,
    },
    faults: [],
  };
}

function chooseSize(product: SnapshotProduct, sizeId: string | null): SnapshotSize | undefined {
  if (sizeId !== null) return product.sizes.find((size) => size.id === sizeId);
  if (product.sizes.length === 1) return product.sizes[0];
  return product.sizes.find((size) => size.isDefault);
}
