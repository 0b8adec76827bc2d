import { newId, posOrderIdFor } from "../../domain/ids";
import { InjectionState } from "../../domain/orders/injection-state";
import { OrderStatus } from "../../domain/orders/order-status";
import { type ChosenTime } from "./choose-time";
import { type OrderKey } from "./earlier-orders";
import { type GuestStanding } from "./guest-standing";
import { type NewOrder } from "./new-order";
import { type PricedCheckout } from "./price-checkout";

/** An order with no objections against it. */
export type CheckedOrder = PricedCheckout & {
  readonly phone: string;
  readonly guest: GuestStanding;
};

function paymentColumns({ payment }: NewOrder) {
  const { method: paymentMethod, paidOnline, externalPaymentId, changeFrom } = payment;
  return { paymentMethod, paidOnline, externalPaymentId, changeFrom };
}

function wishColumns(
  input: NewOrder,
  { address, zone, isUnchecked }: PricedCheckout["place"],
  { wantedAt, promisedAt, promisedFrom, promisedTo, delayedTo }: ChosenTime,
) {
  return {
    fulfilment: input.fulfilment,
    address,
    deliveryZone: zone?.name ?? null,
    deliveryProductId: zone?.feeProductId ?? null,
    placeUnchecked: isUnchecked,
    wantedAt,
    promisedAt,
    firstPromisedAt: promisedAt,
    promisedFrom,
    promisedTo,
    delayedTo,
    comment: input.comment,
    guestCount: input.guestCount ?? null,
  };
}

/** The columns stored for a new order when it starts. */
export function orderColumns(
  input: NewOrder,
  { branch, phone, priced, guest, place }: CheckedOrder,
  time: ChosenTime,
  { inputHash, keyOwner }: Pick<OrderKey, "inputHash" | "keyOwner">,
  now: Date,
) {
  const id = newId();
  return {
    id,
    branchId: branch.id,
    idempotencyKey: input.idempotencyKey,
    inputHash,
    keyOwner,
    customerName: input.customer.name.trim(),
    customerPhone: phone,
    source: guest.source,
    unproven: !guest.known && guest.solved === null,
    joinsLoyalty: input.customer.joinsLoyalty,
    ...wishColumns(input, place, time),
    ...paymentColumns(input),
    currencyCode: branch.currencyCode,
    ...priced.money,
    promotions: [...priced.promotions],
    ...beginningAt(id, now),
    createdAt: now,
  };
}

/** On its way to the POS. */
function beginningAt(id: string, now: Date) {
  return {
    status: OrderStatus.NEW,
    rawPosStatus: null,
    statusChangedAt: now,
    posTimestamp: 0,
    injectionState: InjectionState.QUEUED,
    generation: 1,
    posOrderId: posOrderIdFor(id, 1),
    posNumber: null,
    failures: 0,
    nextAttemptAt: now,
    pendingSince: null,
    lastFault: null,
    duplicatesPrevented: 0,
    handedOverAt: null,
    courier: null,
    estimatedAt: null,
  };
}
