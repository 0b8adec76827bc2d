import { type WantedPart } from "../../domain/checkout/combo-selection";
import { type WantedOption } from "../../domain/checkout/option-places";
import { type WantedLine } from "../../domain/checkout/pricing";
import { type UserError } from "../../domain/errors/user-error";
import { parseThousandths } from "../../domain/money/money";
import { keyOf, placeOf, proseOf } from "../../domain/texts/typed-text";
import { type Address } from "../../domain/ticket/order-ticket";
import { streetGivenTwice } from "../../services/checkout/check-street";
import { type NewOrder } from "../../services/checkout/new-order";
import { type WantedOrder } from "../../services/checkout/wanted-order";
import { Amounts } from "../schema/amounts";
import { type AddressInput, type CreateOrderInput, type CustomerInput } from "./create-order";
import {
  type ComboPartInput,
  type OrderLineInput,
  type OrderOptionInput,
} from "./order-line-input";
import { pointsErrors, pointsGiven } from "./points-given";
import { type QuoteInput } from "./quote";

interface Read<Order> {
  readonly order: Order;
  /** An error for every value that is not a valid amount of money. */
  readonly unreadable: UserError[];
}

/** How text typed by a person is read, depending on what it is. */
interface Reading {
  /** Text for people to read. */
  readonly prose: (text: string) => string;
  /** Short text, as on a door. */
  readonly place: (text: string) => string;
  /** Text by which something is found. */
  readonly key: (text: string) => string;
}

const CLEANED: Reading = { prose: proseOf, place: placeOf, key: keyOf };

const trimmed = (text: string) => text.trim();
/** How orders used to be read; orders from that time are recognised by it. */
const AS_WRITTEN: Reading = { prose: trimmed, place: trimmed, key: trimmed };

/** Converts a basket to be priced for the use case. */
export function toWantedOrder(input: QuoteInput): Read<WantedOrder> {
  const amounts = new Amounts();
  const order = wantedOrder(input, amounts, CLEANED);
  return { order, unreadable: [...amounts.userErrors, ...givenTwice(input)] };
}

/** Converts an order for the use case. */
export function toNewOrder(input: CreateOrderInput): Read<NewOrder> {
  const amounts = new Amounts();
  const order = newOrder(input, amounts, CLEANED);
  return {
    order: { ...order, asWritten: newOrder(input, new Amounts(), AS_WRITTEN) },
    unreadable: [...amounts.userErrors, ...givenTwice(input)],
  };
}

function givenTwice(input: QuoteInput): UserError[] {
  const { address } = input;
  const street = address?.streetIdInPos && address.posStreetId ? [streetGivenTwice()] : [];
  return [...street, ...pointsErrors(input)];
}

function newOrder(input: CreateOrderInput, amounts: Amounts, reading: Reading): NewOrder {
  const { method, paidOnline, externalPaymentId, changeFrom } = input.payment;
  return {
    ...wantedOrder(input, amounts, reading),
    idempotencyKey: input.idempotencyKey,
    customer: toCustomer(input.customer, reading),
    payment: {
      method,
      paidOnline,
      externalPaymentId: orNull(externalPaymentId, trimmed),
      changeFrom: amounts.read(changeFrom, ["payment", "changeFrom"]),
    },
    quoteId: input.quoteId ?? null,
    expectedTotal: amounts.read(input.expectedTotal, ["expectedTotal"]),
    onPriceMismatch: input.onPriceMismatch,
    comment: orNull(input.comment, reading.prose),
    guestCount: input.guestCount ?? null,
  };
}

function wantedOrder(input: QuoteInput, amounts: Amounts, reading: Reading): WantedOrder {
  const points = pointsGiven(input);
  return {
    branchId: input.branchId,
    fulfilment: input.fulfilment,
    lines: input.lines.map((line, index) => toWantedLine(line, index, amounts, reading)),
    customer: input.customer ? toCustomer(input.customer, reading) : null,
    address: input.address ? toAddress(input.address, reading) : null,
    wantedAt: input.wantedAt ?? null,
    discounts: (input.discounts ?? []).map(({ name, amount }, index) => ({
      name: reading.prose(name),
      amount: amounts.read(amount, ["discounts", String(index), "amount"]) ?? 0,
    })),
    promoCodes: input.promoCodes ?? [],
    bonusToSpend: amounts.read(points.text, points.path),
    onPriceMismatch: "REJECT",
  };
}

/** The phone is left as typed: only the branch's country determines what it is. */
function toCustomer(customer: CustomerInput, { prose }: Reading): NewOrder["customer"] {
  return { ...customer, name: prose(customer.name), phone: customer.phone.trim() };
}

function toWantedLine(
  line: OrderLineInput,
  index: number,
  amounts: Amounts,
  reading: Reading,
): WantedLine {
  return {
    article: reading.key(line.article),
    sizeId: line.sizeId ?? null,
    quantity: parseThousandths(line.quantity) ?? 0,
    options: toWantedOptions(line.options, reading),
    secondHalf: line.secondHalf
      ? {
          article: reading.key(line.secondHalf.article),
          options: toWantedOptions(line.secondHalf.options, reading),
        }
      : null,
    parts: (line.combo ?? []).map((part) => toWantedPart(part, reading)),
    comment: orNull(line.comment, reading.prose),
    expectedUnitPrice: amounts.read(line.expectedUnitPrice, [
      "lines",
      String(index),
      "expectedUnitPrice",
    ]),
  };
}

function toWantedPart(
  { groupId, article, sizeId, options }: ComboPartInput,
  reading: Reading,
): WantedPart {
  return {
    groupId,
    article: reading.key(article),
    sizeId: sizeId ?? null,
    options: toWantedOptions(options, reading),
  };
}

function toWantedOptions(
  options: readonly OrderOptionInput[] | null | undefined,
  { key }: Reading,
): WantedOption[] {
  return (options ?? []).map(({ article, groupId, quantity }) => ({
    article: key(article),
    groupId: groupId ?? null,
    quantity: parseThousandths(quantity) ?? 0,
  }));
}

function toAddress(input: AddressInput, { prose, place }: Reading): Address {
  return {
    city: orNull(input.city, prose),
    street: prose(input.street),
    posStreetId: input.streetIdInPos ?? input.posStreetId ?? null,
    house: place(input.house),
    building: orNull(input.building, place),
    flat: orNull(input.flat, place),
    entrance: orNull(input.entrance, place),
    floor: orNull(input.floor, place),
    doorphone: orNull(input.doorphone, place),
    comment: orNull(input.comment, prose),
    latitude: input.latitude ? Number(input.latitude) : null,
    longitude: input.longitude ? Number(input.longitude) : null,
  };
}

function orNull(text: string | null | undefined, read: (text: string) => string): string | null {
  return (text && read(text)) || null;
}
