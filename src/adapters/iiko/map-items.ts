import { type Kopecks, type Thousandths } from "../../domain/money";
import {
  type OrderTicket,
  type TicketCombo,
  type TicketFee,
  type TicketHalf,
  type TicketLine,
  type TicketOption,
} from "../../domain/order-ticket";
import { type IikoCombo, type IikoModifier, type IikoOrderItem } from "./iiko-order";
import { shorten } from "./iiko-text";

const LINE_COMMENT = 255;

/** What is ordered, in iiko's shapes. @param withComments the till may refuse comments on lines */
export function toItems({ lines, combos, deliveryFee }: OrderTicket, withComments: boolean): IikoOrderItem[] {
  const items = lines.map((line) => toItem(line, combos, withComments));
  return deliveryFee ? [...items, toFee(deliveryFee)] : items;
}

export function toCombos(combos: readonly TicketCombo[]): IikoCombo[] | undefined {
  if (combos.length === 0) return undefined;
  return combos.map(({ id, name, quantity, price, posComboId, posSizeId }) => ({
    ...{ id, name, amount: quantity, price: toRoubles(price), sourceId: posComboId },
    sizeId: posSizeId ?? undefined,
  }));
}

function toItem(line: TicketLine, combos: readonly TicketCombo[], withComments: boolean): IikoOrderItem {
  const shared = {
    amount: toAmount(line.quantity),
    productSizeId: line.posSizeId ?? undefined,
    comboInformation: toComboInformation(line, combos),
    comment: withComments ? shorten(line.comment, LINE_COMMENT) : undefined,
  };
  const whole = toComponent({ ...line, price: line.unitPrice });
  if (!line.compound) return { type: "Product", ...whole, ...shared };
  if (!line.halves) return { type: "Compound", primaryComponent: whole, ...shared };
  const [first, second] = line.halves;
  return {
    ...{ type: "Compound", primaryComponent: toComponent(first), secondaryComponent: toComponent(second) },
    ...shared,
  };
}

function toComponent({ posProductId, price, options }: Pick<TicketHalf, "posProductId" | "price" | "options">) {
  const modifiers = toModifiers(options);
  return {
    productId: posProductId,
    price: toRoubles(price),
    modifiers: modifiers.length === 0 ? undefined : modifiers,
  };
}

function toComboInformation({ combo }: TicketLine, combos: readonly TicketCombo[]): IikoOrderItem["comboInformation"] {
  const whole = combos.find(({ id }) => id === combo?.comboId);
  if (!combo || !whole) return undefined;
  return {
    comboId: combo.comboId,
    comboSourceId: whole.posComboId,
    comboGroupId: combo.posGroupId,
    comboGroupName: combo.groupName ?? undefined,
  };
}

function toFee({ posProductId, price }: TicketFee): IikoOrderItem {
  return { type: "Product", productId: posProductId, price: toRoubles(price), amount: 1 };
}

/** iiko refuses a modifier that stands twice in a line; the amounts are added up, and the price is spread over them. */
function toModifiers(options: readonly TicketOption[]): IikoModifier[] {
  const copiesByKey = new Map<string, [TicketOption, ...TicketOption[]]>();
  for (const option of options) {
    const key = `${option.posGroupId ?? ""}/${option.posProductId}`;
    copiesByKey.set(key, [...(copiesByKey.get(key) ?? []), option] as [TicketOption, ...TicketOption[]]);
  }
  return [...copiesByKey.values()].map((copies) => {
    const quantity = copies.reduce((sum, copy) => sum + copy.quantity, 0);
    const cost = copies.reduce((sum, copy) => sum + copy.quantity * copy.price, 0);
    const [{ posProductId, posGroupId, price }] = copies;
    return {
      productId: posProductId,
      amount: toAmount(quantity),
      price: toRoubles(quantity === 0 ? price : Math.round(cost / quantity)),
      productGroupId: posGroupId ?? undefined,
    };
  });
}

/** Hundredths divided once give the number nearest to the decimal, which JSON writes without a tail. */
export function toRoubles(amount: Kopecks): number {
  return amount / 100;
}

function toAmount(quantity: Thousandths): number {
  return quantity / 1000;
}
