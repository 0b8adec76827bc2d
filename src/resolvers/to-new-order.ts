import { parseKopecks, parseThousandths } from "../domain/money";
import { type Address } from "../domain/order-ticket";
import { type WantedLine } from "../domain/pricing";
import { UserErrorCode } from "../domain/user-error-code";
import { type UserFault } from "../domain/user-fault";
import { Refused } from "../errors";
import { type NewOrder } from "../services/orders/new-order";
import { type AddressInput, type CreateOrderInput, type OrderLineInput } from "./types/create-order";

/**
 * The use case's view of the API's input.
 *
 * @throws {Refused} amounts that are no amounts of money, all at once
 */
export function toNewOrder(input: CreateOrderInput): NewOrder {
  const amounts = new Amounts();
  const order: NewOrder = {
    idempotencyKey: input.idempotencyKey,
    branchId: input.branchId,
    fulfilment: input.fulfilment,
    lines: input.lines.map((line, index) => toWantedLine(line, index, amounts)),
    customer: { ...input.customer },
    address: input.address ? toAddress(input.address) : null,
    wantedAt: input.wantedAt ?? null,
    payment: {
      method: input.payment.method,
      paidOnline: input.payment.paidOnline,
      externalPaymentId: input.payment.externalPaymentId ?? null,
      changeFrom: amounts.read(input.payment.changeFrom, ["payment", "changeFrom"]),
    },
    expectedTotal: amounts.read(input.expectedTotal, ["expectedTotal"]),
    onPriceMismatch: input.onPriceMismatch,
    comment: blankToNull(input.comment),
  };
  amounts.finish();
  return order;
}

/** Reads amounts and remembers which were none. */
class Amounts {
  private readonly faults: UserFault[] = [];

  read(text: string | null | undefined, path: readonly string[]): number | null {
    if (text === null || text === undefined) return null;
    const amount = parseKopecks(text);
    if (amount !== undefined && amount >= 0) return amount;
    const message = {
      ru: "Нужна сумма не меньше нуля с двумя знаками",
      en: "An amount of at least 0 with two decimals",
    };
    this.faults.push({ code: UserErrorCode.INVALID, field: ["input", ...path], message });
    return null;
  }

  finish(): void {
    if (this.faults.length > 0) throw new Refused(this.faults);
  }
}

function toWantedLine(line: OrderLineInput, index: number, amounts: Amounts): WantedLine {
  return {
    article: line.article,
    sizeId: line.sizeId ?? null,
    quantity: parseThousandths(line.quantity) ?? 0,
    options: (line.options ?? []).map(({ article, quantity }) => ({
      article,
      quantity: parseThousandths(quantity) ?? 0,
    })),
    comment: blankToNull(line.comment),
    expectedUnitPrice: amounts.read(line.expectedUnitPrice, ["lines", String(index), "expectedUnitPrice"]),
  };
}

function toAddress(input: AddressInput): Address {
  return {
    city: blankToNull(input.city),
    street: input.street.trim(),
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
