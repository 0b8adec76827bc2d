import { parseThousandths } from "../domain/money";
import { type Address } from "../domain/order-ticket";
import { type WantedPart } from "../domain/combo-choice";
import { type WantedOption } from "../domain/option-places";
import { type WantedLine } from "../domain/pricing";
import { type UserFault } from "../domain/user-fault";
import { Amounts } from "./amounts";
import { type NewOrder } from "../services/orders/accept/new-order";
import { type WantedOrder } from "../services/orders/accept/wanted-order";
import { type AddressInput, type CreateOrderInput, type CustomerInput } from "./types/create-order";
import { type ComboPartInput, type OrderLineInput, type OrderOptionInput } from "./types/order-line-input";
import { type QuoteInput } from "./types/quote";

interface Read<Order> {
  readonly order: Order;
  /** Every amount that is no amount of money. */
  readonly unreadable: UserFault[];
}

/** The use case's view of a basket whose price is asked. */
export function toWantedOrder(input: QuoteInput): Read<WantedOrder> {
  const amounts = new Amounts();
  return { order: wantedOrder(input, amounts), unreadable: amounts.faults };
}

/** The use case's view of an order. */
export function toNewOrder(input: CreateOrderInput): Read<NewOrder> {
  const amounts = new Amounts();
  const { method, paidOnline, externalPaymentId, changeFrom } = input.payment;
  const order: NewOrder = {
    ...wantedOrder(input, amounts),
    idempotencyKey: input.idempotencyKey,
    customer: toCustomer(input.customer),
    payment: {
      ...{ method, paidOnline, externalPaymentId: blankToNull(externalPaymentId) },
      changeFrom: amounts.read(changeFrom, ["payment", "changeFrom"]),
    },
    quoteId: input.quoteId ?? null,
    expectedTotal: amounts.read(input.expectedTotal, ["expectedTotal"]),
    onPriceMismatch: input.onPriceMismatch,
    comment: blankToNull(input.comment),
    guestCount: input.guestCount ?? null,
  };
  return { order, unreadable: amounts.faults };
}

function wantedOrder(input: QuoteInput, amounts: Amounts): WantedOrder {
  return {
    branchId: input.branchId,
    fulfilment: input.fulfilment,
    lines: input.lines.map((line, index) => toWantedLine(line, index, amounts)),
    customer: input.customer ? toCustomer(input.customer) : null,
    address: input.address ? toAddress(input.address) : null,
    wantedAt: input.wantedAt ?? null,
    discounts: (input.discounts ?? []).map(({ name, amount }, index) => ({
      name: name.trim(),
      amount: amounts.read(amount, ["discounts", String(index), "amount"]) ?? 0,
    })),
    promoCodes: input.promoCodes ?? [],
    bonusToSpend: amounts.read(input.bonusToSpend, ["bonusToSpend"]),
    onPriceMismatch: "REJECT",
  };
}

function toCustomer(customer: CustomerInput): NewOrder["customer"] {
  return { ...customer, name: customer.name.trim(), phone: customer.phone.trim() };
}

function toWantedLine(line: OrderLineInput, index: number, amounts: Amounts): WantedLine {
  return {
    article: line.article.trim(),
    sizeId: line.sizeId ?? null,
    quantity: parseThousandths(line.quantity) ?? 0,
    options: toWantedOptions(line.options),
    secondHalf: line.secondHalf
      ? { article: line.secondHalf.article.trim(), options: toWantedOptions(line.secondHalf.options) }
      : null,
    parts: (line.combo ?? []).map(toWantedPart),
    comment: blankToNull(line.comment),
    expectedUnitPrice: amounts.read(line.expectedUnitPrice, ["lines", String(index), "expectedUnitPrice"]),
  };
}

function toWantedPart({ groupId, article, sizeId, options }: ComboPartInput): WantedPart {
  return { groupId, article: article.trim(), sizeId: sizeId ?? null, options: toWantedOptions(options) };
}

function toWantedOptions(options: readonly OrderOptionInput[] | null | undefined): WantedOption[] {
  return (options ?? []).map(({ article, groupId, quantity }) => ({
    article: article.trim(),
    groupId: groupId ?? null,
    quantity: parseThousandths(quantity) ?? 0,
  }));
}

function toAddress(input: AddressInput): Address {
  return {
    city: blankToNull(input.city),
    street: input.street.trim(),
    posStreetId: input.posStreetId ?? null,
    house: input.house.trim(),
    building: blankToNull(input.building),
    flat: blankToNull(input.flat),
    entrance: blankToNull(input.entrance),
    floor: blankToNull(input.floor),
    doorphone: blankToNull(input.doorphone),
    comment: blankToNull(input.comment),
    latitude: input.latitude ? Number(input.latitude) : null,
    longitude: input.longitude ? Number(input.longitude) : null,
  };
}

function blankToNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed ? trimmed : null;
}
