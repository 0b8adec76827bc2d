import { type Kopecks, type Thousandths } from "./money";
import { type PaymentMethod } from "./payment-method";

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

export interface TicketLine {
  readonly posProductId: string;
  readonly posSizeId: string | null;
  /** iiko's half-and-half products are ordered in another shape. */
  readonly compound: boolean;
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

/** All a restaurant needs to make an order, whichever POS it uses. */
export interface OrderTicket {
  /** The POS's own order id, chosen by us; the same on every repeat. */
  readonly posOrderId: string;
  /** The number guest and operator know. */
  readonly number: string;
  readonly fulfilment: Fulfilment;
  readonly customer: { readonly name: string; readonly phone: string; readonly joinsLoyalty: boolean };
  readonly address: Address | null;
  /** null: as soon as possible. */
  readonly wantedAt: Date | null;
  readonly comment: string | null;
  readonly lines: readonly TicketLine[];
  /** Empty when the branch maps the method to «не выбрано»: the till then asks, and the comment carries the total. */
  readonly payments: readonly TicketPayment[];
  /** The guest has paid already, whether or not `payments` can say so to the till. */
  readonly paidOnline: boolean;
  readonly total: Kopecks;
}
