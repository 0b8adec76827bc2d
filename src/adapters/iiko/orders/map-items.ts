import { halvesInTill } from "../../../domain/checkout/half-selection";
import { posComboIdFor } from "../../../domain/ids";
import { currencyStep } from "../../../domain/money/currency";
import { type Kopecks, type Thousandths } from "../../../domain/money/money";
import { HalfPrices } from "../../../domain/ticket/half-prices";
import {
  type OrderTicket,
  type TicketFee,
  type TicketHalf,
  type TicketLine,
  type TicketOption,
  type TicketPart,
} from "../../../domain/ticket/order-ticket";
import { guestText } from "../values/guest-text";
import { toRoubles } from "../values/iiko-money";
import { shorten } from "../values/iiko-text";
import { type IikoCombo, type IikoModifier, type IikoOrderItem } from "./iiko-order";

const LINE_COMMENT = 255;

/**
 * Returns the ordered items in iiko's shapes.
 *
 * @param withComments false where the POS refuses comments on lines
 * @param halfPrices how the POS interprets the prices of two halves
 */
export function toItems(
  ticket: OrderTicket,
  withComments: boolean,
  halfPrices: HalfPrices = HalfPrices.HALVED,
): IikoOrderItem[] {
  const { posOrderId, lines, deliveryFee } = ticket;
  const step = currencyStep(ticket.currencyCode);
  const items = lines.flatMap((line, position) => {
    const comment = withComments ? shorten(guestText(line.comment), LINE_COMMENT) : undefined;
    if (line.parts)
      return toParts(line, line.parts, posComboIdFor(posOrderId, position), comment, step);
    const halves = line.halves && halvesInTill(line.halves, halfPrices, step);
    return [toItem({ ...line, halves, price: line.unitPrice }, line.quantity, comment, step)];
  });
  return [...items, ...(deliveryFee ? toFee(deliveryFee) : [])];
}

export function toCombos({ posOrderId, lines }: OrderTicket): IikoCombo[] | undefined {
  const combos = lines.flatMap(
    ({ parts, name, quantity, unitPrice, posProductId, posSizeId }, position) => {
      if (!parts) return [];
      const sums = { amount: toAmount(quantity), price: toRoubles(unitPrice) };
      const id = posComboIdFor(posOrderId, position);
      return [{ id, name, ...sums, sourceId: posProductId, sizeId: posSizeId ?? undefined }];
    },
  );
  return combos.length === 0 ? undefined : combos;
}

/**
 * Returns the parts of one combo. Combos have no comments of their own: the first part carries the
 * line's.
 */
function toParts(
  line: TicketLine,
  parts: readonly TicketPart[],
  comboId: string,
  comment: string | undefined,
  step: Kopecks,
): IikoOrderItem[] {
  return parts.map((part, index) => {
    const { posGroupId, groupName } = part;
    const comboInformation = {
      comboId,
      comboSourceId: line.posProductId,
      comboGroupId: posGroupId,
      comboGroupName: groupName === "" ? undefined : groupName,
    };
    return {
      ...toItem(part, line.quantity, index === 0 ? comment : undefined, step),
      comboInformation,
    };
  });
}

type Dish = Pick<TicketPart, "posProductId" | "posSizeId" | "compound" | "price" | "options"> &
  Partial<Pick<TicketLine, "halves">>;

function toItem(
  dish: Dish,
  quantity: Thousandths,
  comment: string | undefined,
  step: Kopecks,
): IikoOrderItem {
  const { compound, halves, posSizeId } = dish;
  const shared = { amount: toAmount(quantity), productSizeId: posSizeId ?? undefined, comment };
  const whole = toComponent(dish, step);
  if (!compound) return { type: "Product", ...whole, ...shared };
  if (!halves) return { type: "Compound", primaryComponent: whole, ...shared };
  const [first, second] = halves;
  return {
    type: "Compound",
    primaryComponent: toComponent(first, step),
    secondaryComponent: toComponent(second, step),
    ...shared,
  };
}

function toComponent(dish: Pick<TicketHalf, "posProductId" | "price" | "options">, step: Kopecks) {
  const { posProductId, price, options } = dish;
  const modifiers = toModifiers(options, step);
  return {
    productId: posProductId,
    price: toRoubles(price),
    modifiers: modifiers.length === 0 ? undefined : modifiers,
  };
}

/** iiko adds no fee on its own that can be relied on (docs/iiko.md#delivery-fee). */
function toFee({ posProductId, price }: TicketFee): IikoOrderItem[] {
  return posProductId === null
    ? []
    : [{ type: "Product", productId: posProductId, price: toRoubles(price), amount: 1 }];
}

/**
 * iiko refuses a modifier that occurs twice in a line, so the amounts are added up and the price is
 * spread over them.
 */
function toModifiers(options: readonly TicketOption[], step: Kopecks): IikoModifier[] {
  const copiesByKey = new Map<string, [TicketOption, ...TicketOption[]]>();
  for (const option of options) {
    const key = `${option.posGroupId ?? ""}/${option.posProductId}`;
    copiesByKey.set(key, [...(copiesByKey.get(key) ?? []), option] as [
      TicketOption,
      ...TicketOption[],
    ]);
  }
  return [...copiesByKey.values()].map((copies) => {
    const quantity = copies.reduce((sum, copy) => sum + copy.quantity, 0);
    const cost = copies.reduce((sum, copy) => sum + copy.quantity * copy.price, 0);
    const [{ posProductId, posGroupId, price }] = copies;
    return {
      productId: posProductId,
      amount: toAmount(quantity),
      price: toRoubles(quantity === 0 ? price : Math.round(cost / quantity / step) * step),
      productGroupId: posGroupId ?? undefined,
    };
  });
}

export function toAmount(quantity: Thousandths): number {
  return quantity / 1000;
}
