import { type Kopecks, type Thousandths } from "../money/money";
import { type PaymentMethod } from "./payment-method";
import { type PosPromotion } from "./pos-promotion";

export enum Fulfilment {
  DELIVERY = "DELIVERY",
  PICKUP = "PICKUP",
  DINE_IN = "DINE_IN",
}

export interface Address {
  readonly city: string | null;
  readonly street: string;
  readonly house: string;
  readonly building: string | null;
  readonly flat: string | null;
  readonly entrance: string | null;
  readonly floor: string | null;
  readonly doorphone: string | null;
  readonly comment: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The POS's own id of the street, where the site knows it; the names above stay for people. */
  readonly posStreetId?: string | null;
}

export interface TicketOption {
  readonly posProductId: string;
  /** null: a simple modifier, ordered without a group. */
  readonly posGroupId: string | null;
  readonly name: string;
  readonly article: string | null;
  /** Per one unit of the line. */
  readonly quantity: Thousandths;
  readonly price: Kopecks;
}

/** One half of a half-and-half dish. */
export interface TicketHalf {
  readonly posProductId: string;
  readonly article: string;
  readonly name: string;
  /** Of a whole portion of this half's dish. */
  readonly price: Kopecks;
  /** Per one whole portion; half of each goes on this half. */
  readonly options: readonly TicketOption[];
}

/** What is ordered as one part of a combo. */
export interface TicketPart {
  readonly posGroupId: string;
  readonly posProductId: string;
  readonly posSizeId: string | null;
  readonly compound: boolean;
  readonly article: string;
  readonly groupName: string;
  readonly name: string;
  readonly sizeName: string | null;
  /** By itself; in a combo the combo's own price counts. */
  readonly price: Kopecks;
  /** Per one combo, whose price does not include them. */
  readonly options: readonly TicketOption[];
}

export interface TicketLine {
  readonly posProductId: string;
  readonly posSizeId: string | null;
  /** Half-and-half products may be ordered in another shape. */
  readonly compound: boolean;
  /**
   * Two halves of one dish; null for every other line. People read them in `name` and `options`.
   */
  readonly halves: readonly [TicketHalf, TicketHalf] | null;
  /** What a combo is made of; null for every other line. People read them in `options`. */
  readonly parts: readonly TicketPart[] | null;
  readonly article: string;
  readonly name: string;
  readonly sizeName: string | null;
  readonly quantity: Thousandths;
  readonly unitPrice: Kopecks;
  /** quantity × (unit price + options), rounded once. */
  readonly total: Kopecks;
  readonly comment: string | null;
  readonly options: readonly TicketOption[];
}

export interface TicketPayment {
  readonly method: PaymentMethod;
  readonly posPaymentTypeId: string;
  readonly sum: Kopecks;
  /** Already paid online: the till must not take the money again. */
  readonly processedExternally: boolean;
}

/** A sum taken off the whole order, under the POS's discount that lets the sum be assigned. */
export interface TicketDiscount {
  readonly posDiscountId: string;
  readonly sum: Kopecks;
}

/** What bringing the order costs. */
export interface TicketFee {
  /**
   * The service product of the POS that stands for it; null: the till's order is without it, and
   * people are told.
   */
  readonly posProductId: string | null;
  readonly price: Kopecks;
}

/** All a restaurant needs to make an order, whichever POS it uses. */
export interface OrderTicket {
  /** The POS's own order id, chosen by us; the same on every repeat. */
  readonly posOrderId: string;
  /** The number guest and operator know. */
  readonly number: string;
  readonly fulfilment: Fulfilment;
  /** ISO 4217, of every sum. */
  readonly currencyCode: string;
  readonly customer: {
    readonly name: string;
    readonly phone: string;
    readonly joinsLoyalty: boolean;
  };
  readonly address: Address | null;
  /** null: as soon as possible. */
  readonly wantedAt: Date | null;
  readonly comment: string | null;
  /** For how many persons; null or left out: the guest did not say. */
  readonly guestCount?: number | null;
  readonly lines: readonly TicketLine[];
  /** Nobody could tell whether the branch delivers to the address. */
  readonly placeUnchecked?: boolean;
  readonly deliveryFee: TicketFee | null;
  readonly discount: TicketDiscount | null;
  /** What the POS's own loyalty programme takes off, as it told before the order. */
  readonly posPromotions: readonly PosPromotion[];
  /** A promo code the POS itself knows. */
  readonly promoCode: string | null;
  /**
   * Promo codes of Result.Rest's own, for people: what they gave stands in the discount and the
   * lines.
   */
  readonly usedCodes: readonly string[];
  /**
   * Empty when the branch maps the method to «не выбрано»: the till then asks, and the comment
   * carries the total.
   */
  readonly payments: readonly TicketPayment[];
  /** The guest has paid already, whether or not `payments` can say so to the till. */
  readonly paidOnline: boolean;
  /** The guest pays in cash with this much: the courier brings the change. */
  readonly changeFrom: Kopecks | null;
  /**
   * What the order costs in the till: lines, and a fee that has a product there, less the discount.
   */
  readonly total: Kopecks;
  /** Its place among all orders that wait for the same POS; null: the end. */
  readonly placeAt?: Date | null;
  /** How long the POS may take to decide on the order. */
  readonly acceptTimeoutSeconds: number;
}
