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
  /** The POS's own id of the street, if the site knows it; the names above are kept for people. */
  readonly posStreetId?: string | null;
}

export interface TicketOption {
  readonly posProductId: string;
  /** null: a simple modifier that is ordered without a group. */
  readonly posGroupId: string | null;
  readonly name: string;
  readonly article: string | null;
  /** Per unit of the line. */
  readonly quantity: Thousandths;
  readonly price: Kopecks;
}

/** One half of a half-and-half dish. */
export interface TicketHalf {
  readonly posProductId: string;
  readonly article: string;
  readonly name: string;
  /** Price of a whole portion of this half's dish. */
  readonly price: Kopecks;
  /** Per whole portion; half of each goes on this half. */
  readonly options: readonly TicketOption[];
}

/** The product ordered as one part of a combo. */
export interface TicketPart {
  readonly posGroupId: string;
  readonly posProductId: string;
  readonly posSizeId: string | null;
  readonly compound: boolean;
  readonly article: string;
  readonly groupName: string;
  readonly name: string;
  readonly sizeName: string | null;
  /** Price of the product on its own; inside a combo, the combo's own price applies. */
  readonly price: Kopecks;
  /** Per combo; its price does not include them. */
  readonly options: readonly TicketOption[];
}

export interface TicketLine {
  readonly posProductId: string;
  readonly posSizeId: string | null;
  /** Half-and-half products may have to be ordered in a different shape. */
  readonly compound: boolean;
  /**
   * Two halves of one dish; null for every other line. The staff see them in `name` and `options`.
   */
  readonly halves: readonly [TicketHalf, TicketHalf] | null;
  /** The parts of a combo; null for every other line. The staff see them in `options`. */
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
  /** Already paid online: the till must not charge the guest again. */
  readonly processedExternally: boolean;
}

/** An amount taken off the whole order, under a POS discount whose sum can be assigned. */
export interface TicketDiscount {
  readonly posDiscountId: string;
  readonly sum: Kopecks;
}

/** Delivery fee of the order. */
export interface TicketFee {
  /**
   * The POS's service product that represents the fee; null: the order in the till does not include
   * it, and the staff are notified.
   */
  readonly posProductId: string | null;
  readonly price: Kopecks;
}

/** Everything a restaurant needs to make an order, whichever POS it uses. */
export interface OrderTicket {
  /** The order's id in the POS, chosen by us; the same on every repeat. */
  readonly posOrderId: string;
  /** The order number that the guest and the operator see. */
  readonly number: string;
  readonly fulfilment: Fulfilment;
  /** ISO 4217; applies to every amount. */
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
  /** Number of guests; null or omitted: the guest did not say. */
  readonly guestCount?: number | null;
  readonly lines: readonly TicketLine[];
  /** Whether the branch delivers to the address could not be determined. */
  readonly placeUnchecked?: boolean;
  readonly deliveryFee: TicketFee | null;
  readonly discount: TicketDiscount | null;
  /** What the POS's own loyalty programme takes off, as it reported before the order was placed. */
  readonly posPromotions: readonly PosPromotion[];
  /** A promo code that the POS itself knows. */
  readonly promoCode: string | null;
  /**
   * Result.Rest's own promo codes, for the staff to read: their effect is already in the discount
   * and the lines.
   */
  readonly usedCodes: readonly string[];
  /**
   * Empty when the branch maps the method to «не выбрано»: the till then asks, and the comment
   * states the total.
   */
  readonly payments: readonly TicketPayment[];
  /** The guest has already paid, whether or not `payments` can convey that to the till. */
  readonly paidOnline: boolean;
  /** The guest pays this much in cash, so the courier brings change. */
  readonly changeFrom: Kopecks | null;
  /**
   * What the order costs in the till: the lines, plus the fee if it has a product there, less the
   * discount.
   */
  readonly total: Kopecks;
  /** The order's place among all orders waiting for the same POS; null: at the end. */
  readonly placeAt?: Date | null;
  /** How long the POS may take to accept or refuse the order. */
  readonly acceptTimeoutSeconds: number;
}
