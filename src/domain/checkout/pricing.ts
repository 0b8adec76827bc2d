import {
  type MenuSnapshot,
  type SnapshotProduct,
  type SnapshotSize,
} from "../catalogue/menu-snapshot";
import { NOTHING_STOPPED, type StopList } from "../catalogue/stop-list";
import { type UserError } from "../errors/user-error";
import { currencyStep } from "../money/currency";
import { type Kopecks, multiply, type Thousandths } from "../money/money";
import { type TicketLine, type TicketPart } from "../ticket/order-ticket";
import { lineOfParts, selectParts, type WantedPart } from "./combo-selection";
import { halvesPrice, lineOfHalves, selectHalves, type WantedHalf } from "./half-selection";
import { type WantedOption } from "./option-places";
import { optionsPrice, selectOptions } from "./option-selection";
import * as userError from "./pricing-errors";
import { StockTally } from "./stock-tally";

export interface WantedLine {
  readonly article: string;
  /** null: the default size. */
  readonly sizeId: string | null;
  readonly quantity: Thousandths;
  readonly options: readonly WantedOption[];
  /** The dish on the other half; null: a single dish, not halves. */
  readonly secondHalf?: WantedHalf | null;
  /** Parts of a combo. */
  readonly parts?: readonly WantedPart[];
  readonly comment: string | null;
  /** Price shown to the guest for one unit without options. */
  readonly expectedUnitPrice: Kopecks | null;
}

/** What to do when a price differs from the one the guest was shown. */
export type PriceMismatchPolicy = "REJECT" | "ACCEPT_LOWER" | "ACCEPT";

/** @param expected the price shown to the guest; null when the client did not say */
export function isAcceptable(
  expected: Kopecks | null,
  actual: Kopecks,
  policy: PriceMismatchPolicy,
): boolean {
  if (expected === null || expected === actual || policy === "ACCEPT") return true;
  return policy === "ACCEPT_LOWER" && actual < expected;
}

export interface PricedBasket {
  /** Everything that can be priced, even if there is too little of it or its price has changed. */
  readonly lines: readonly TicketLine[];
  readonly subtotal: Kopecks;
  /** Everything that is wrong with the basket, with paths below `input`. */
  readonly userErrors: readonly UserError[];
}

/** Prices a basket from the catalogue; prices stated by the client are compared, never used. */
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
    userErrors: priced.flatMap((result) => result.userErrors),
  };
}

interface PricedLine {
  readonly line?: TicketLine;
  readonly userErrors: readonly UserError[];
}

function priceLine(
  menu: MenuSnapshot,
  wanted: WantedLine,
  path: readonly string[],
  policy: PriceMismatchPolicy,
  stock: StockTally,
): PricedLine {
  const product = menu.productByArticle.get(wanted.article);
  if (!product)
    return { userErrors: [userError.itemNotFound(path, wanted.article, menu.currencyCode)] };
  const size = chooseSize(product, wanted.sizeId);
  if (!size) return { userErrors: [userError.sizeNeeded(path, product.name, wanted.sizeId)] };
  if (size.price === null)
    return { userErrors: [userError.notSoldHere(path, product, menu.currencyCode)] };

  const { unitPrice, dishes, portions, ...contents } = contentsOf(
    menu,
    product,
    size,
    wanted,
    path,
  );
  const stockErrors = dishes.flatMap(({ told, ...dish }) =>
    stock.take(dish, dish.posSizeId, portions, ...told),
  );
  const misorders = [...contents.userErrors, ...quantityErrors(product, wanted, path)];
  const userErrors = [...misorders, ...stockErrors];
  if (!isAcceptable(wanted.expectedUnitPrice, unitPrice, policy)) {
    userErrors.push(userError.priceChanged(path, product, unitPrice, menu.currencyCode));
  }
  if (misorders.length > 0) return { userErrors };
  return { line: { ...lineOf(product, size, wanted), unitPrice, ...contents.line }, userErrors };
}

/** What the kitchen makes, and where to report that too little of it is left. */
type Dish = Pick<TicketPart, "posProductId" | "article" | "name" | "posSizeId" | "options"> & {
  readonly told: readonly [path: readonly string[], field: "quantity" | "article"];
};

interface Contents {
  readonly unitPrice: Kopecks;
  readonly line: Pick<TicketLine, "total" | "options"> & Partial<TicketLine>;
  readonly dishes: readonly Dish[];
  /** Number of portions of each dish. */
  readonly portions: Thousandths;
  readonly userErrors: readonly UserError[];
}

/** A line is a single dish, one dish made of two halves, or a combo of several. */
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
    : { halves: null, userErrors: [] };
  const combo = selectParts(menu, { product, size }, wantedParts, path);
  const userErrors = [...chosen.userErrors, ...half.userErrors, ...combo.userErrors];
  const whole: Dish = { ...product, posSizeId, options: chosen.options, told: [path, "quantity"] };
  if (half.halves)
    return { ...contentsOfHalves(half.halves, whole, quantity, path, step), userErrors };
  const price = size.price ?? 0;
  if (product.comboGroups.length > 0) {
    const dishes = combo.parts.map((part): Dish => ({
      ...part,
      told: placeOf(part, wantedParts, path),
    }));
    const unitPrice = price + combo.price;
    const line = lineOfParts(combo.parts, unitPrice, quantity, step);
    return { unitPrice, line, dishes: [whole, ...dishes], portions: quantity, userErrors };
  }
  const line = {
    options: chosen.options,
    total: multiply(price + optionsPrice(chosen.options, step), quantity, step),
  };
  return { unitPrice: price, line, dishes: [whole], portions: quantity, userErrors };
}

function contentsOfHalves(
  halves: Parameters<typeof lineOfHalves>[0],
  whole: Dish,
  quantity: Thousandths,
  path: readonly string[],
  step: Kopecks,
): Omit<Contents, "userErrors"> {
  const ofSecond: Dish["told"] = [[...path, "secondHalf"], "article"];
  const dishes = halves.map((each, index): Dish => ({
    ...whole,
    ...each,
    told: index === 0 ? whole.told : ofSecond,
  }));
  const line = lineOfHalves(halves, quantity, step);
  return { unitPrice: halvesPrice(halves, step), line, dishes, portions: quantity / 2 };
}

/** A part that was not chosen explicitly is reported at the line. */
function placeOf(
  { posGroupId }: TicketPart,
  wanted: readonly WantedPart[],
  path: readonly string[],
): Dish["told"] {
  const index = wanted.findIndex(({ groupId }) => groupId === posGroupId);
  return index < 0 ? [path, "quantity"] : [[...path, "combo", String(index)], "article"];
}

function quantityErrors(
  product: SnapshotProduct,
  { quantity, secondHalf }: WantedLine,
  path: readonly string[],
) {
  const inRange = quantity > 0 && quantity <= 999_999;
  // Half a portion of a half-and-half dish, or of a combo, cannot be made.
  const isWhole = secondHalf || product.comboGroups.length > 0;
  return inRange && (!isWhole || quantity % 1000 === 0) ? [] : [userError.quantityOutOfRange(path)];
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
