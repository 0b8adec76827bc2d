import {
  type MenuSnapshot,
  type SnapshotProduct,
  type SnapshotSize,
} from "../catalogue/menu-snapshot";
import { type UserError } from "../errors/user-error";
import { currencyStep } from "../money/currency";
import { type Kopecks, multiply, type Thousandths } from "../money/money";
import { HalfPrices } from "../ticket/half-prices";
import { type TicketHalf, type TicketLine, type TicketOption } from "../ticket/order-ticket";
import { type WantedOption } from "./option-places";
import { optionsPrice, selectOptions } from "./option-selection";
import * as userError from "./pricing-errors";

/** What the guest wants on the second half of a dish. */
export interface WantedHalf {
  readonly article: string;
  readonly options: readonly WantedOption[];
}

interface ChosenDish {
  readonly product: SnapshotProduct;
  readonly size: SnapshotSize;
  readonly options: readonly TicketOption[];
}

type Halves = readonly [TicketHalf, TicketHalf];

/**
 * Puts two dishes on the halves of one. Both must be half-and-half dishes in the POS and be sold in
 * the same size; each half costs half of its dish, options included, and is rounded separately
 * (docs/iiko.md#half-and-half).
 */
export function selectHalves(
  menu: MenuSnapshot,
  first: ChosenDish,
  wanted: WantedHalf,
  path: readonly string[],
): { readonly halves: Halves | null; readonly userErrors: readonly UserError[] } {
  const halfPath = [...path, "secondHalf"];
  const product = menu.productByArticle.get(wanted.article);
  if (!product)
    return {
      halves: null,
      userErrors: [userError.itemNotFound(halfPath, wanted.article, menu.currencyCode)],
    };
  const size = product.sizes.find(({ posSizeId }) => posSizeId === first.size.posSizeId);
  if (!first.product.compound || !product.compound || !size) {
    return { halves: null, userErrors: [userError.noSuchHalf(path, first.product.name)] };
  }
  if (size.price === null) {
    return {
      halves: null,
      userErrors: [userError.notSoldHere(halfPath, product, menu.currencyCode)],
    };
  }
  const { options, userErrors } = selectOptions(
    product,
    size,
    wanted.options,
    halfPath,
    currencyStep(menu.currencyCode),
  );
  return { halves: [toHalf(first), toHalf({ product, size, options })], userErrors };
}

const HALF: Thousandths = 500;

/**
 * Returns the price of one dish made of two halves, without options. @param step the currency's
 * smallest amount
 */
export function halvesPrice(halves: Halves, step: Kopecks): Kopecks {
  return halves.reduce((sum, half) => sum + multiply(half.price, HALF, step), 0);
}

/**
 * Returns the halves as sent to the POS, so that it arrives at the guest's sum however it treats
 * fractions: each half costs its rounded half, or twice that where the POS halves the prices it
 * receives.
 */
export function halvesInTill(halves: Halves, prices: HalfPrices, step: Kopecks): Halves {
  const copies = prices === HalfPrices.WHOLE ? 2 : 1;
  const inTill = (price: Kopecks) => multiply(price, HALF, step) * copies;
  const [first, second] = halves.map((half) => ({
    ...half,
    price: inTill(half.price),
    options: half.options.map((option) => ({ ...option, price: inTill(option.price) })),
  }));
  return first && second ? [first, second] : halves;
}

/** Returns the readable text of the line, and its price: the sum of the prices shown there. */
export function lineOfHalves(
  halves: Halves,
  quantity: Thousandths,
  step: Kopecks,
): Pick<TicketLine, "halves" | "name" | "options" | "total"> {
  const [first, second] = halves;
  const options = halves.flatMap((half) =>
    half.options.map((option) => halfOfOption(half, option, step)),
  );
  return {
    halves,
    name: nameOfHalves(first, second),
    options,
    total: multiply(halvesPrice(halves, step) + optionsPrice(options, step), quantity, step),
  };
}

function nameOfHalves(first: TicketHalf, second: TicketHalf): string {
  return `½ ${first.name} + ½ ${second.name}`;
}

/**
 * Returns a line's name as guests read it: stored names of half-and-half lines sold earlier include
 * the second half's article.
 */
export function nameWithoutArticle({ halves, name }: Pick<TicketLine, "halves" | "name">): string {
  return halves ? nameOfHalves(...halves) : name;
}

function halfOfOption(half: TicketHalf, option: TicketOption, step: Kopecks): TicketOption {
  return {
    ...option,
    name: `½ ${half.name}: ${option.name}`,
    price: multiply(option.price, HALF, step),
  };
}

function toHalf({ product, size, options }: ChosenDish): TicketHalf {
  const { posProductId, article, name } = product;
  return { posProductId, article, name, price: size.price ?? 0, options };
}
