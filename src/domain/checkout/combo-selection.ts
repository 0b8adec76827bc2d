import {
  type MenuSnapshot,
  type SnapshotComboGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../catalogue/menu-snapshot";
import { type SoldChoice, soldChoices } from "../catalogue/sold-choices";
import { type UserError } from "../errors/user-error";
import { currencyStep } from "../money/currency";
import { type Kopecks, multiply, type Thousandths } from "../money/money";
import { type TicketLine, type TicketOption, type TicketPart } from "../ticket/order-ticket";
import { type WantedOption } from "./option-places";
import { optionsPrice, selectOptions } from "./option-selection";
import * as userError from "./pricing-errors";

/** What the guest wants as one part of a combo. */
export interface WantedPart {
  readonly groupId: string;
  readonly article: string;
  /** null: the only size, or the default one. */
  readonly sizeId: string | null;
  readonly options: readonly WantedOption[];
}

interface ChosenParts {
  readonly parts: readonly TicketPart[];
  /** Surcharge on the price of the combo's size. */
  readonly price: Kopecks;
  readonly userErrors: readonly UserError[];
}

/**
 * Fills every part of a combo with one product: the guest's choice, or the only one available
 * (docs/iiko.md#combos).
 */
export function selectParts(
  { productByArticle, currencyCode }: MenuSnapshot,
  combo: { readonly product: SnapshotProduct; readonly size: SnapshotSize },
  wanted: readonly WantedPart[],
  path: readonly string[],
): ChosenParts {
  const { comboGroups, name } = combo.product;
  const step = currencyStep(currencyCode);
  const userErrors = strayParts(comboGroups, wanted, name, path);
  const parts: TicketPart[] = [];
  let price = 0;
  for (const group of comboGroups) {
    const sold = soldChoices(productByArticle, group, combo.size);
    const index = wanted.findIndex(({ groupId }) => groupId === group.id);
    const want = wanted[index];
    const partPath = [...path, "combo", ...(want ? [String(index)] : [])];
    const chosen = want
      ? chooseOne(
          sold,
          want,
          () => whyNot(productByArticle, group, want.article, partPath, currencyCode),
          partPath,
        )
      : theOnly(sold, group, partPath);
    if ("code" in chosen) {
      userErrors.push(chosen);
      continue;
    }
    const options = selectOptions(chosen.product, chosen.size, want?.options ?? [], partPath, step);
    userErrors.push(...options.userErrors);
    parts.push(toPart(group, chosen, options.options));
    price += chosen.price;
  }
  return { parts, price, userErrors };
}

/** Returns the readable text of the line, and its price. */
export function lineOfParts(
  parts: readonly TicketPart[],
  unitPrice: Kopecks,
  quantity: Thousandths,
  step: Kopecks,
): Pick<TicketLine, "parts" | "options" | "total"> {
  const extras = parts.reduce((sum, { options }) => sum + optionsPrice(options, step), 0);
  return {
    parts,
    options: parts.flatMap(readablePart),
    total: multiply(unitPrice + extras, quantity, step),
  };
}

function readablePart({ options, groupName, name, sizeName, ...part }: TicketPart): TicketOption[] {
  const { posProductId, posGroupId, article } = part;
  const dish = sizeName === null ? name : `${name} (${sizeName})`;
  const itself = {
    posProductId,
    posGroupId,
    article,
    name: `${groupName}: ${dish}`,
    quantity: 1000,
    price: 0,
  };
  return [itself, ...options.map((option) => ({ ...option, name: `${name}: ${option.name}` }))];
}

function strayParts(
  groups: readonly SnapshotComboGroup[],
  wanted: readonly WantedPart[],
  combo: string,
  path: readonly string[],
): UserError[] {
  return wanted.flatMap(({ groupId }, index) => {
    const partPath = [...path, "combo", String(index)];
    const group = groups.find(({ id }) => id === groupId);
    if (!group) return [userError.noSuchPart(partPath, combo)];
    const isFirst = wanted.findIndex((part) => part.groupId === groupId) === index;
    return isFirst ? [] : [userError.partChosenTwice(partPath, group.name)];
  });
}

function theOnly(sold: readonly SoldChoice[], group: SnapshotComboGroup, path: readonly string[]) {
  const [only, ...others] = sold;
  return only && others.length === 0 ? only : userError.partRequired(path, group.name);
}

function chooseOne(
  sold: readonly SoldChoice[],
  { article, sizeId }: WantedPart,
  whyNot: () => UserError,
  path: readonly string[],
): SoldChoice | UserError {
  const candidates = sold.filter(({ product }) => product.article === article);
  const [first] = candidates;
  if (!first) return whyNot();
  const chosen =
    sizeId !== null || candidates.length > 1
      ? candidates.find(({ size }) => (sizeId === null ? size.isDefault : size.id === sizeId))
      : first;
  return chosen ?? userError.sizeNeeded(path, first.product.name, sizeId);
}

function whyNot(
  products: ReadonlyMap<string, SnapshotProduct>,
  group: SnapshotComboGroup,
  article: string,
  path: readonly string[],
  currency: string,
): UserError {
  const product = products.get(article);
  if (!product) return userError.itemNotFound(path, article, currency);
  const isListed = group.choices.some((choice) => choice.article === article);
  return isListed
    ? userError.notSoldHere(path, product, currency)
    : userError.notAChoice(path, product.name, group.name);
}

function toPart(
  group: SnapshotComboGroup,
  { product, size }: SoldChoice,
  options: readonly TicketOption[],
): TicketPart {
  const { posProductId, compound, article, name } = product;
  const { posSizeId, name: sizeName } = size;
  const place = { posGroupId: group.id, groupName: group.name };
  return {
    ...place,
    posProductId,
    posSizeId,
    compound,
    article,
    name,
    sizeName,
    price: size.price ?? 0,
    options,
  };
}
