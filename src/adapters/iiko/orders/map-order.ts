import { posPositionIdFor } from "../../../domain/ids";
import {
  Fulfilment,
  type OrderTicket,
  type TicketDiscount,
  type TicketPayment,
} from "../../../domain/ticket/order-ticket";
import { PaymentMethod } from "../../../domain/ticket/payment-method";
import { type PosPromotion } from "../../../domain/ticket/pos-promotion";
import { type PosBranch } from "../../../ports/pos/pos-branch";
import { fitGuestText } from "../values/guest-text";
import { toRoubles } from "../values/iiko-money";
import { fit } from "../values/iiko-text";
import { toTerminalTime } from "../values/terminal-time";
import {
  type IikoCreateDelivery,
  type IikoDiscount,
  type IikoPayment,
  type IikoPaymentKind,
} from "./iiko-order";
import { linesOfItems, withPositions } from "./item-positions";
import { toIikoDeliveryPoint } from "./map-address";
import { toAmount, toCombos, toItems } from "./map-items";
import { toOrderComment } from "./order-comment";
import { type IikoOrderSettings } from "./order-settings";

/**
 * iiko's own default: an order that has not reached the POS by then is dropped. A slow restaurant
 * connection takes longer.
 */
const SHORTEST_TRANSPORT_SECONDS = 8;
/**
 * Share of the time that the branch gives the POS: iiko must have reported its verdict before the
 * gateway stops waiting for it.
 */
const TRANSPORT_SHARE = 2 / 3;
/** Marks our orders in iiko's reports and filters. */
const SOURCE_KEY = "Result.Rest";
/** Limits of iiko's contract, in characters. */
const EXTERNAL_NUMBER = 50;
const NAME = 60;

/** Names of the kinds in the dictionary; orders use another name for the loyalty card. */
const KINDS: Readonly<Record<string, IikoPaymentKind>> = {
  cash: "Cash",
  card: "Card",
  external: "External",
  iikocard: "LoyaltyCard",
  loyaltycard: "LoyaltyCard",
};

const USUAL_KINDS: Readonly<Record<PaymentMethod, IikoPaymentKind>> = {
  [PaymentMethod.CASH]: "Cash",
  [PaymentMethod.CARD_ON_DELIVERY]: "Card",
  [PaymentMethod.ONLINE]: "External",
  [PaymentMethod.BONUS]: "LoyaltyCard",
};

/**
 * Returns the body of `deliveries/create` for a ticket.
 *
 * @param settings how the organization wants its orders; for a payment type not listed there, the
 *   payment method decides
 * @param now a wanted time that has passed meanwhile is left out: iiko would refuse it, and the
 *   guest is still waiting
 */
export function toIikoOrder(
  ticket: OrderTicket,
  branch: PosBranch,
  settings: IikoOrderSettings,
  now = new Date(),
): IikoCreateDelivery {
  const { terminalGroupId } = branch;
  const payments = ticket.payments.map((payment) => toPayment(payment, ticket, settings));
  const { orderTerms } = branch;
  const items = toItems(ticket, settings.lineComments, orderTerms?.halfPrices);
  const toldAsPaid = payments.some(({ isProcessedExternally }) => isProcessedExternally);
  return {
    organizationId: branch.organizationId,
    terminalGroupId: terminalGroupId ?? undefined,
    createOrderSettings: {
      transportToFrontTimeout: transportSeconds(ticket),
      // iiko cannot check a stop list before the terminal group is known.
      checkStopList: terminalGroupId === null ? undefined : true,
    },
    order: {
      id: ticket.posOrderId,
      externalNumber: fit(ticket.number, EXTERNAL_NUMBER) ?? ticket.posOrderId,
      phone: ticket.customer.phone,
      ...wayOf(ticket, branch),
      marketingSourceId: orderTerms?.marketingSourceId ?? undefined,
      deliveryPoint: toDeliveryPoint(ticket, settings),
      completeBefore: completeBefore(ticket, branch, now),
      comment: toOrderComment(ticket, settings.lineComments, toldAsPaid),
      customer: toCustomer(ticket.customer),
      // We do not ask who eats what: the dishes belong to everybody.
      guests: { count: ticket.guestCount ?? 1, splitBetweenPersons: false },
      items: ticket.posPromotions.length > 0 ? withPositions(items, ticket.posOrderId) : items,
      combos: toCombos(ticket),
      discountsInfo: toDiscounts(ticket),
      loyaltyInfo: ticket.promoCode === null ? undefined : { coupon: ticket.promoCode },
      payments: payments.length === 0 ? undefined : payments,
      sourceKey: SOURCE_KEY,
    },
  };
}

function toDeliveryPoint(
  { fulfilment, address }: OrderTicket,
  { addressInOneLine }: IikoOrderSettings,
) {
  // iiko refuses a pickup with an address.
  if (fulfilment !== Fulfilment.DELIVERY || !address) return undefined;
  return toIikoDeliveryPoint(address, addressInOneLine);
}

function completeBefore(
  { wantedAt }: OrderTicket,
  { timeZone }: PosBranch,
  now: Date,
): string | undefined {
  return wantedAt && wantedAt > now ? toTerminalTime(wantedAt, timeZone) : undefined;
}

/** iiko wants either its order type or the service, never both. */
function wayOf({ fulfilment }: OrderTicket, { orderTerms }: PosBranch) {
  const isDelivery = fulfilment === Fulfilment.DELIVERY;
  const orderTypeId = isDelivery ? orderTerms?.deliveryOrderTypeId : orderTerms?.pickupOrderTypeId;
  if (orderTypeId) return { orderTypeId };
  return { orderServiceType: isDelivery ? "DeliveryByCourier" : "DeliveryByClient" } as const;
}

/**
 * A regular customer is saved in the restaurant's guest base, which requires the guest's consent.
 */
function toCustomer({
  name,
  joinsLoyalty,
}: OrderTicket["customer"]): IikoCreateDelivery["order"]["customer"] {
  return { type: joinsLoyalty ? "regular" : "one-time", name: fitGuestText(name, NAME) ?? "Гость" };
}

function transportSeconds({ acceptTimeoutSeconds }: OrderTicket): number {
  return Math.max(SHORTEST_TRANSPORT_SECONDS, Math.round(acceptTimeoutSeconds * TRANSPORT_SHARE));
}

function toDiscounts(ticket: OrderTicket): IikoCreateDelivery["order"]["discountsInfo"] {
  const { discount, posPromotions } = ticket;
  const ours = discount ? [toUniversalDiscount(discount)] : [];
  if (posPromotions.length === 0) return discount ? { discounts: ours } : undefined;
  const lineOfItem = linesOfItems(ticket);
  const theirs = posPromotions.map((promotion) => toLoyaltyDiscount(promotion, ticket, lineOfItem));
  // Otherwise the POS would grant them again, and the sum due would differ.
  return { discounts: [...ours, ...theirs], fixedLoyaltyDiscounts: true };
}

function toUniversalDiscount({ posDiscountId, sum }: TicketDiscount): IikoDiscount {
  return { type: "RMS", discountTypeId: posDiscountId, sum: toRoubles(sum) };
}

/** Discounts on a combo are taken off its first part. */
function toLoyaltyDiscount(
  { posProgramId, name, lines }: PosPromotion,
  ticket: OrderTicket,
  lineOfItem: readonly number[],
): IikoDiscount {
  const discountItems = lines.map(({ position, amount }) => ({
    positionId: posPositionIdFor(ticket.posOrderId, lineOfItem.indexOf(position)),
    sum: toRoubles(amount),
    amount: toAmount(ticket.lines[position]?.quantity ?? 0),
  }));
  return { type: "iikoCard", programId: posProgramId, programName: name, discountItems };
}

function toPayment(
  { method, posPaymentTypeId, sum, processedExternally }: TicketPayment,
  ticket: OrderTicket,
  { paymentTypes }: IikoOrderSettings,
): IikoPayment {
  const type = paymentTypes.get(posPaymentTypeId);
  const kind = KINDS[type?.kind?.toLowerCase() ?? ""] ?? USUAL_KINDS[method];
  return {
    paymentTypeKind: kind,
    paymentTypeId: posPaymentTypeId,
    sum: toRoubles(sum),
    // What cannot be expressed this way goes into the order's comment.
    isProcessedExternally: processedExternally && kind !== "Cash" && type?.mayBeExternal !== false,
    // Points are found by the guest's phone; without it the POS does not know whose they are.
    paymentAdditionalData:
      kind === "LoyaltyCard"
        ? { type: "LoyaltyCard", credential: ticket.customer.phone, searchScope: "Phone" }
        : undefined,
  };
}
