import { type HalfPrices } from "../../domain/ticket/half-prices";

/** What a branch has chosen about its orders in the POS; null: the POS's own. */
export interface PosOrderTerms {
  readonly deliveryOrderTypeId: string | null;
  readonly pickupOrderTypeId: string | null;
  readonly marketingSourceId: string | null;
  readonly halfPrices: HalfPrices;
}

/** In which form an organization takes addresses. */
export interface PosAddressFormat {
  /** The POS's own word. */
  readonly name: string;
  /** How the gateway writes them then; null: in no form that would be taken. */
  readonly sentAs: "ONE_LINE" | "STREET_AND_HOUSE" | null;
}

/** What an organization demands of orders; null is what it does not tell. */
export interface PosOrderRules {
  /** Guests who are not kept in its base. */
  readonly takesAnonymousGuests: boolean | null;
  readonly takesLineComments: boolean | null;
  readonly demandsMarketingSource: boolean | null;
  readonly addressFormat: PosAddressFormat | null;
  readonly ways: "BOTH" | "COURIER" | "PICKUP" | null;
  /** Somebody has to confirm an order before the kitchen sees it. */
  readonly waitsForConfirmation: boolean | null;
  /** No courier leaves with an order that is not paid. */
  readonly paidBeforeSending: boolean | null;
  /** ISO 4217. */
  readonly currencyCode: string | null;
}
