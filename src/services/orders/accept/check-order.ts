import { type Kopecks } from "../../../domain/money";
import { Fulfilment } from "../../../domain/order-ticket";
import { PaymentMethod } from "../../../domain/payment-method";
import { normalisePhone } from "../../../domain/phone";
import { isAcceptable, priceBasket, type PricedBasket, type WantedLine } from "../../../domain/pricing";
import { NOTHING_STOPPED } from "../../../domain/stop-list";
import { type UserFault } from "../../../domain/user-fault";
import { type Viewer } from "../../../domain/viewer";
import { type Branch } from "../../../entities/branch";
import { type BranchSettings, PosKind } from "../../../entities/branch-settings";
import { type ShownMenu } from "../../catalogue/menu/shown-menu";
import { type NewOrder } from "./new-order";
import { faultsOfAddress } from "./check-address";
import * as fault from "./order-faults";
import { priceOrder, type PricedOrder } from "./price-order";
import { commentFaults, optionalTextFaults, requiredTextFaults } from "../text-faults";

const MAX_LINES = 100;
const MAX_OPTIONS = 100;
const MAX_PARTS = 50;
/** iiko takes orders for at most 60 days ahead (docs/iiko.md#limits). */
const MAX_AHEAD_MS = 60 * 24 * 3600 * 1000;

export interface CheckedOrder {
  readonly basket: PricedBasket;
  readonly priced: PricedOrder;
  /** E.164. */
  readonly phone: string;
}

interface Surroundings {
  readonly viewer: Viewer;
  readonly branch: Branch;
  readonly settings: BranchSettings | null;
  readonly menu: ShownMenu;
  readonly now: Date;
}

/** Everything wrong with an order, at once; or its priced basket when there is nothing. */
export function checkOrder(
  order: NewOrder,
  { viewer, branch, settings, menu, now }: Surroundings,
): CheckedOrder | { readonly faults: readonly UserFault[] } {
  // What is too old to be sure of refuses nothing: the till decides.
  const stopList = menu.stockStale ? NOTHING_STOPPED : menu.stopList;
  const basket = priceBasket(menu.catalogue, order.lines, order.onPriceMismatch, stopList);
  const phone = normalisePhone(order.customer.phone);
  const { bonusToSpend = null, discounts = [] } = order;
  const wanted = {
    viewer,
    phone: phone ?? null,
    subtotal: basket.subtotal,
    discounts,
    bonusToSpend: bonusToSpend ?? 0,
  };
  const priced = priceOrder(wanted, branch, settings);
  const faults = [
    ...branchFaults(order, branch, settings, now),
    ...textFaults(order),
    ...(phone ? [] : [fault.phoneInvalid()]),
    ...timeFaults(order, now),
    ...addressFaults(order),
    ...paymentFaults(order, settings),
    ...(order.lines.length < 1 || order.lines.length > MAX_LINES ? [fault.linesOutOfRange(MAX_LINES)] : []),
    ...order.lines.flatMap(optionCountFaults),
    ...basket.faults,
  ];
  if (faults.length > 0 || !phone) return { faults };
  const { total } = priced.money;
  const mismatch = [...totalFaults(order, total, branch), ...changeFaults(order, total), ...priced.faults];
  return mismatch.length > 0 ? { faults: mismatch } : { basket, priced, phone };
}

function branchFaults(order: NewOrder, branch: Branch, settings: BranchSettings | null, now: Date): UserFault[] {
  if (order.fulfilment === Fulfilment.DINE_IN) return [fault.dineInNotSupported()];
  // Taking an order that nobody will send would break the product's promise.
  if (!settings || settings.pos === PosKind.NONE) return [fault.branchNotConnected()];
  return branch.accepts(order.fulfilment, now) ? [] : [fault.branchNotAccepting()];
}

function textFaults(order: NewOrder): UserFault[] {
  return [
    ...requiredTextFaults("idempotencyKey", order.idempotencyKey, 200),
    ...requiredTextFaults("customer.name", order.customer.name, 60),
    ...commentFaults("comment", order.comment, 500),
    ...optionalTextFaults("payment.externalPaymentId", order.payment.externalPaymentId, 200),
    ...order.lines.flatMap((line, index) => commentFaults(`lines.${index}.comment`, line.comment, 255)),
    ...(order.discounts ?? []).flatMap(({ name }, index) => requiredTextFaults(`discounts.${index}.name`, name, 100)),
  ];
}

function optionCountFaults({ options, secondHalf, parts = [] }: WantedLine, index: number): UserFault[] {
  const lists = [
    { field: "options", options },
    ...(secondHalf ? [{ field: "secondHalf.options", options: secondHalf.options }] : []),
    ...parts.map((part, place) => ({ field: `combo.${place}.options`, options: part.options })),
  ];
  const tooLong = lists.filter((list) => list.options.length > MAX_OPTIONS);
  const faults = tooLong.map(({ field }) => fault.tooManyOptions(`lines.${index}.${field}`, MAX_OPTIONS));
  return parts.length > MAX_PARTS ? [...faults, fault.tooManyParts(`lines.${index}.combo`, MAX_PARTS)] : faults;
}

function timeFaults(order: NewOrder, now: Date): UserFault[] {
  if (order.wantedAt === null) return [];
  const aheadMs = order.wantedAt.getTime() - now.getTime();
  return aheadMs > 0 && aheadMs <= MAX_AHEAD_MS ? [] : [fault.timeUnavailable()];
}

function addressFaults(order: NewOrder): UserFault[] {
  const { address } = order;
  if (order.fulfilment !== Fulfilment.DELIVERY) return address ? [fault.addressUnwanted()] : [];
  return address ? faultsOfAddress(address) : [fault.required("address")];
}

function paymentFaults(order: NewOrder, settings: BranchSettings | null): UserFault[] {
  const { method, paidOnline, changeFrom } = order.payment;
  if (method === PaymentMethod.BONUS) return [fault.paymentMethodUnavailable()];
  if (changeFrom !== null && method !== PaymentMethod.CASH) return [fault.changeForCashOnly()];
  if (!paidOnline) return [];
  if (method !== PaymentMethod.ONLINE) return [fault.notPayableOnline()];
  // Without a decision of the branch the till would take the guest's money a second time.
  return settings?.paymentTypes.some((mapping) => mapping.method === method) ? [] : [fault.paymentNotMapped()];
}

function changeFaults({ payment: { changeFrom } }: NewOrder, total: Kopecks): UserFault[] {
  return changeFrom !== null && changeFrom < total ? [fault.changeTooSmall(total)] : [];
}

function totalFaults(order: NewOrder, total: Kopecks, branch: Branch): UserFault[] {
  if (isAcceptable(order.expectedTotal, total, order.onPriceMismatch)) return [];
  return [fault.totalChanged(total, branch.currencyCode)];
}
