import {
  type MenuSnapshot,
  type SnapshotProduct,
  type SnapshotSize,
} from "../catalogue/menu-snapshot";
import { currencyStep } from "../money/currency";
import { type Kopecks, multiply, type Thousandths } from "../money/money";
import { selectParts, lineOfParts, type WantedPart } from "./combo-selection";
import { selectHalves, halvesPrice, lineOfHalves, type WantedHalf } from "./half-selection";
import { selectOptions, optionsPrice } from "./option-selection";
import { type WantedOption } from "./option-places";
import { type TicketLine, type TicketPart } from "../ticket/order-ticket";
import * as fault from "./pricing-faults";
import { StockTally } from "./stock-tally";
import { NOTHING_STOPPED, type StopList } from "../catalogue/stop-list";
import { type UserFault } from "../faults/user-fault";

export interface WantedLine {
  readonly article: string;
  /** null: the default size. */
  readonly sizeId: string | null;
  readonly quantity: Thousandths;
  readonly options: readonly WantedOption[];
  /** The dish on the other half; null: the whole dish is one. */
  readonly secondHalf?: WantedHalf | null;
  /** Of a combo. */
  readonly parts?: readonly WantedPart[];
  readonly comment: string | null;
  /** What the guest was shown for one unit without options. */
  readonly expectedUnitPrice: Kopecks | null;
}

/** What to do when a price is not the one the guest was shown. */
export type PriceMismatchPolicy = "REJECT" | "ACCEPT_LOWER" | "ACCEPT";

/** @param expected what the guest was shown; null when the client did not say */
export function isAcceptable(
  expected: Kopecks | null,
  actual: Kopecks,
  policy: PriceMismatchPolicy,
): boolean {
  if (expected === null || expected === actual || policy === "ACCEPT") return true;
  return policy === "ACCEPT_LOWER" && actual < expected;
}

export interface PricedBasket {
  /**
   * Of everything that can be priced, though there may be too little of it, or its price was
   * another.
   */
  readonly lines: readonly TicketLine[];
  readonly subtotal: Kopecks;
  /** Everything wrong with the basket, with paths below `input`. */
  readonly faults: readonly UserFault[];
}

/**
 * Prices a basket from the catalogue; what a client believes about prices is compared, never taken.
 */
export function priceBasket(
  menu: MenuSnapshot,
  wanted: readonly WantedLine[],
  policy: PriceMismatchPolicy = "REJECT",
  stopList: StopList = NOTHING_STOPPED,
): PricedBasket {
  const stock = new StockTally(stopList, menu.currencyCode);
  const priced = wanted.map((line, index) =>
    priceLine(menu, line, ["input", "lines", String(index)], policy, stock),
  );
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

  const { unitPrice, dishes, portions, ...contents } = contentsOf(
    menu,
    product,
    size,
    wanted,
    path,
  );
  const stockFaults = dishes.flatMap(({ told, ...dish }) =>
    stock.take(dish, dish.posSizeId, portions, ...told),
  );
  const misorders = [...contents.faults, ...quantityFaults(product, wanted, path)];
  const faults = [...misorders, ...stockFaults];
  if (!isAcceptable(wanted.expectedUnitPrice, unitPrice, policy)) {
    faults.push(fault.priceChanged(path, product, unitPrice, menu.currencyCode));
  }
  if (misorders.length > 0) return { faults };
  return { line: { ...lineOf(product, size, wanted), unitPrice, ...contents.line }, faults };
}

/** What the kitchen makes, and where it is told when too little of it is left. */
type Dish = Pick<TicketPart, "posProductId" | "article" | "name" | "posSizeId" | "options"> & {
  readonly told: readonly [path: readonly string[], field: "quantity" | "article"];
};

interface Contents {
  readonly unitPrice: Kopecks;
  readonly line: Pick<TicketLine, "total" | "options"> & Partial<TicketLine>;
  readonly dishes: readonly Dish[];
  /** Of each dish. */
  readonly portions: Thousandths;
  readonly faults: readonly UserFault[];
}

/** A line is one dish, two halves of one, or a combo of several. */
function contentsOf(
  menu: MenuSnapshot,
  product: SnapshotProduct,
  size: SnapshotSize,
  { quantity, secondHalf, options: wantedOptions, parts: wantedParts = [] }: WantedLine,
  path: readonly string[],
): Contents {
  const { posSizeId } = size;
  const step = currencyStep(menu.currencyCode);
  const chosen = selectOptions(product, size, wantedOptions, path, step);
  const half = secondHalf
    ? selectHalves(menu, { product, size, options: chosen.options }, secondHalf, path)
    : { halves: null, faults: [] };
  const combo = selectParts(menu, { product, size }, wantedParts, path);
  const faults = [...chosen.faults, ...half.faults, ...combo.faults];
  const whole: Dish = { ...product, posSizeId, options: chosen.options, told: [path, "quantity"] };
  if (half.halves) return { ...contentsOfHalves(half.halves, whole, quantity, path, step), faults };
  const price = size.price ?? 0;
  if (product.comboGroups.length > 0) {
    const dishes = combo.parts.map((part): Dish => ({
      ...part,
      told: placeOf(part, wantedParts, path),
    }));
    const unitPrice = price + combo.price;
    const line = lineOfParts(combo.parts, unitPrice, quantity, step);
    return { unitPrice, line, dishes: [whole, ...dishes], portions: quantity, faults };
  }
  const line = {
    options: chosen.options,
    total: multiply(price + optionsPrice(chosen.options, step), quantity, step),
  };
  return { unitPrice: price, line, dishes: [whole], portions: quantity, faults };
}

function contentsOfHalves(
  halves: Parameters<typeof lineOfHalves>[0],
  whole: Dish,
  quantity: Thousandths,
  path: readonly string[],
  step: Kopecks,
): Omit<Contents, "faults"> {
  const ofSecond: Dish["told"] = [[...path, "secondHalf"], "article"];
  const dishes = halves.map((each, index): Dish => ({
    ...whole,
    ...each,
    told: index === 0 ? whole.told : ofSecond,
  }));
  const line = lineOfHalves(halves, quantity, step);
  return { unitPrice: halvesPrice(halves, step), line, dishes, portions: quantity / 2 };
}

/** A part that nobody chose is told at the line. */
function placeOf(
  { posGroupId }: TicketPart,
  wanted: readonly WantedPart[],
  path: readonly string[],
): Dish["told"] {
  const index = wanted.findIndex(({ groupId }) => groupId === posGroupId);
  return index < 0 ? [path, "quantity"] : [[...path, "combo", String(index)], "article"];
}

function quantityFaults(
  product: SnapshotProduct,
  { quantity, secondHalf }: WantedLine,
  path: readonly string[],
) {
  const inRange = quantity > 0 && quantity <= 999_999;
  // Half a portion of two halves, or of a combo, cannot be made.
  const isWhole = secondHalf || product.comboGroups.length > 0;
  return inRange && (!isWhole || quantity % 1000 === 0) ? [] : [fault.quantityOutOfRange(path)];
}

function lineOf(product: SnapshotProduct, size: SnapshotSize, { quantity, comment }: WantedLine) {
  const { posProductId, compound, article, name } = product;
  const { posSizeId, name: sizeName } = size;
  return {
    posProductId,
    posSizeId,
    compound,
    halves: null,
    parts: null,
    article,
    name,
    sizeName,
    quantity,
    comment,
  };
}

function chooseSize(product: SnapshotProduct, sizeId: string | null): SnapshotSize | undefined {
  if (sizeId !== null) return product.sizes.find((size) => size.id === sizeId);
  if (product.sizes.length === 1) return product.sizes[0];
  return product.sizes.find((size) => size.isDefault);
}
