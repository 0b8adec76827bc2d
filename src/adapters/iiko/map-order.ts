import { formatKopecks, type Kopecks, type Thousandths } from "../../domain/money";
import {
  Fulfilment,
  type OrderTicket,
  type TicketLine,
  type TicketOption,
  type TicketPayment,
} from "../../domain/order-ticket";
import { PaymentMethod } from "../../domain/payment-method";
import { type PosBranch } from "../../ports/pos";
import {
  type IikoCreateDelivery,
  type IikoModifier,
  type IikoOrderItem,
  type IikoPayment,
  type IikoPaymentKind,
} from "./iiko-order";
import { fit } from "./iiko-text";
import { toIikoDeliveryPoint } from "./map-address";
import { toTerminalTime } from "./terminal-time";

/** iiko drops an order after 8 s by default, which a slow restaurant line does not make. */
const TRANSPORT_TIMEOUT_SECONDS = 40;
/** Marks our orders in iiko's reports and filters. */
const SOURCE_KEY = "Result.Rest";
/** Limits of iiko's contract, in characters; the order's comment has none there, but plugins cut it at 500. */
const EXTERNAL_NUMBER = 50;
const NAME = 60;
const LINE_COMMENT = 255;
const ORDER_COMMENT = 500;

/** The dictionary's names of the kinds; orders call the loyalty card otherwise. */
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
 * The body of `deliveries/create` for a ticket.
 *
 * @param paymentKinds iiko's kind by payment type id; the payment method decides where one is missing
 * @param now a wanted time that has passed meanwhile is left out: iiko would refuse it, and the guest still waits
 */
export function toIikoOrder(
  ticket: OrderTicket,
  branch: PosBranch,
  paymentKinds: ReadonlyMap<string, string>,
  now = new Date(),
): IikoCreateDelivery {
  const { terminalGroupId } = branch;
  const isDelivery = ticket.fulfilment === Fulfilment.DELIVERY;
  return {
    organizationId: branch.organizationId,
    terminalGroupId: terminalGroupId ?? undefined,
    createOrderSettings: {
      transportToFrontTimeout: TRANSPORT_TIMEOUT_SECONDS,
      // iiko cannot check a stop list before it knows the till.
      checkStopList: terminalGroupId === null ? undefined : true,
    },
    order: {
      id: ticket.posOrderId,
      externalNumber: fit(ticket.number, EXTERNAL_NUMBER) ?? ticket.posOrderId,
      phone: ticket.customer.phone,
      orderServiceType: isDelivery ? "DeliveryByCourier" : "DeliveryByClient",
      // A pickup with an address is refused.
      deliveryPoint: isDelivery && ticket.address ? toIikoDeliveryPoint(ticket.address) : undefined,
      completeBefore:
        ticket.wantedAt && ticket.wantedAt > now ? toTerminalTime(ticket.wantedAt, branch.timeZone) : undefined,
      comment: toComment(ticket),
      // A regular customer is saved in the restaurant's guest base, which needs the guest's consent.
      customer: {
        type: ticket.customer.joinsLoyalty ? "regular" : "one-time",
        name: fit(ticket.customer.name, NAME) ?? "Гость",
      },
      guests: { count: 1, splitBetweenPersons: false },
      items: ticket.lines.map(toItem),
      payments:
        ticket.payments.length === 0
          ? undefined
          : ticket.payments.map((payment) => toPayment(payment, ticket, paymentKinds)),
      sourceKey: SOURCE_KEY,
    },
  };
}

function toComment(ticket: OrderTicket): string | undefined {
  const notes = [
    ...(ticket.fulfilment === Fulfilment.DINE_IN ? ["В зале"] : []),
    ...(ticket.payments.length === 0
      ? [`${ticket.paidOnline ? "Оплачено онлайн" : "К оплате"}: ${formatKopecks(ticket.total)} ₽`]
      : []),
  ].join(". ");
  const room = ORDER_COMMENT - (notes ? notes.length + 2 : 0);
  return [fit(ticket.comment, room), notes].filter(Boolean).join(". ") || undefined;
}

function toItem(line: TicketLine): IikoOrderItem {
  const modifiers = toModifiers(line.options);
  const component = {
    productId: line.posProductId,
    price: toRoubles(line.unitPrice),
    modifiers: modifiers.length === 0 ? undefined : modifiers,
  };
  const shared = {
    amount: toAmount(line.quantity),
    productSizeId: line.posSizeId ?? undefined,
    comment: fit(line.comment, LINE_COMMENT),
  };
  return line.compound
    ? { type: "Compound", primaryComponent: component, ...shared }
    : { type: "Product", ...component, ...shared };
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

function toPayment(
  { method, posPaymentTypeId, sum, processedExternally }: TicketPayment,
  ticket: OrderTicket,
  kinds: ReadonlyMap<string, string>,
): IikoPayment {
  const kind = KINDS[kinds.get(posPaymentTypeId)?.toLowerCase() ?? ""] ?? USUAL_KINDS[method];
  return {
    paymentTypeKind: kind,
    paymentTypeId: posPaymentTypeId,
    sum: toRoubles(sum),
    isProcessedExternally: processedExternally,
    // Points are found by the guest's phone; without it the till does not know whose they are.
    paymentAdditionalData:
      kind === "LoyaltyCard"
        ? { type: "LoyaltyCard", credential: ticket.customer.phone, searchScope: "Phone" }
        : undefined,
  };
}

/** Hundredths divided once give the number nearest to the decimal, which JSON writes without a tail. */
function toRoubles(amount: Kopecks): number {
  return amount / 100;
}

function toAmount(quantity: Thousandths): number {
  return quantity / 1000;
}
