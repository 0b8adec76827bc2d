import { type HalfPrices } from "../../domain/ticket/half-prices";

/** What a branch has chosen for its orders in the POS; null: the POS's default. */
export interface PosOrderTerms {
  readonly deliveryOrderTypeId: string | null;
  readonly pickupOrderTypeId: string | null;
  readonly marketingSourceId: string | null;
  readonly halfPrices: HalfPrices;
}

/** The format in which an organization accepts addresses. */
export interface PosAddressFormat {
  /** The POS's own word. */
  readonly name: string;
  /** How the gateway writes addresses in that case; null: in no format that would be accepted. */
  readonly sentAs: "ONE_LINE" | "STREET_AND_HOUSE" | null;
}

/** What an organization requires of orders; null where it does not say. */
export interface PosOrderRules {
  /** Guests who are not kept in its database. */
  readonly takesAnonymousGuests: boolean | null;
  readonly takesLineComments: boolean | null;
  readonly demandsMarketingSource: boolean | null;
  readonly addressFormat: PosAddressFormat | null;
  readonly ways: "BOTH" | "COURIER" | "PICKUP" | null;
  /** Someone has to confirm an order before the kitchen sees it. */
  readonly waitsForConfirmation: boolean | null;
  /** No courier leaves with an unpaid order. */
  readonly paidBeforeSending: boolean | null;
  /** ISO 4217. */
  readonly currencyCode: string | null;
}
