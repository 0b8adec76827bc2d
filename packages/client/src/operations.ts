// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "./operation.ts";

/** Where the courier delivers the order. Stored with the order exactly as the guest gave it. */
export interface AddressInput {
  /** Building or block of the house («корпус», «строение»), if it has one. At most 10 characters. */
  readonly building?: string | null | undefined;
  /** Town. May be omitted where the restaurant serves only one town. At most 60 characters. */
  readonly city?: string | null | undefined;
  /** Note for the courier, for example how to find the door. At most 300 characters. */
  readonly comment?: string | null | undefined;
  /** Door code, or the number to ring. At most 10 characters. */
  readonly doorphone?: string | null | undefined;
  /** Entrance of the house («подъезд»). At most 10 characters. */
  readonly entrance?: string | null | undefined;
  /** Flat or office. At most 100 characters. */
  readonly flat?: string | null | undefined;
  /** Floor, as counted in the building. At most 10 characters. */
  readonly floor?: string | null | undefined;
  /** House number with its letter or fraction, if any, for example "12/2". At most 100 characters. */
  readonly house: string;
  /** Degrees north, −90 to 90, as "55.7558". Sent to the POS only together with the longitude. */
  readonly latitude?: string | null | undefined;
  /** Degrees east, −180 to 180, as "37.6176". Sent to the POS only together with the latitude. */
  readonly longitude?: string | null | undefined;
  /** The POS's id of the street, if the site knows it. */
  readonly posStreetId?: string | null | undefined;
  /** Name of the street, spelt as in the restaurant's POS if you know how it is spelt there. At most 60 characters. */
  readonly street: string;
  /** The POS's id of the street, if the site knows it. At most 100 characters. */
  readonly streetIdInPos?: string | null | undefined;
}

/** A solved challenge from createOrderChallenge. */
export interface ChallengeAnswerInput {
  /** The answer that solves the challenge. At most 200 characters. */
  readonly answer: string;
  /** The token that came with the challenge, unchanged. At most 200 characters. */
  readonly token: string;
}

/** Why a branch takes no orders now. */
export type ClosedBecause =
  | "HOURS"
  | "NOT_CONNECTED"
  | "PAUSE"
  | "TILL_SILENT";

/** The choice for one part of a combo. */
export interface ComboPartInput {
  /** Article of the dish: Product.article of one of the group's choices. At most 100 characters. */
  readonly article: string;
  /** The part that is chosen: ComboGroup.id. At most 100 characters. */
  readonly groupId: string;
  /** Options that the guest has selected for this part. At most 100 items. */
  readonly options?: readonly OrderOptionInput[] | null | undefined;
  /** The size. If omitted, the only size of the group or the default size. At most 100 characters. */
  readonly sizeId?: string | null | undefined;
}

/** One order of a guest. Amounts are in the branch's currency. */
export interface CreateOrderInput {
  /** Delivery address. Required for DELIVERY, refused for PICKUP. */
  readonly address?: AddressInput | null | undefined;
  /** Number of points to spend. */
  readonly bonusToSpend?: string | null | undefined;
  /** The branch that will prepare the order: Branch.id. At most 100 characters. */
  readonly branchId: string;
  /** A solved challenge, which lets a guest who is not signed in order despite TOO_MANY_OPEN_ORDERS or CHALLENGE_REQUIRED. Valid for one order; a repeat with the same idempotency key needs none. */
  readonly challenge?: ChallengeAnswerInput | null | undefined;
  /** Note for the kitchen and the courier. At most 500 characters. */
  readonly comment?: string | null | undefined;
  /** The guest who orders. The restaurant calls this number, and the POS identifies the guest by it. */
  readonly customer: CustomerInput;
  /** Discounts calculated by Result.Rest; only with an API key. The till gets them as one discount of at most the subtotal. At most 100 items. */
  readonly discounts?: readonly OrderDiscountInput[] | null | undefined;
  /** The total that the guest was shown (totals.total). If it differs, the order is refused with PRICE_CHANGED. */
  readonly expectedTotal?: string | null | undefined;
  /** How the guest receives the order. DINE_IN is refused. */
  readonly fulfilment: Fulfilment;
  /** Number of people to provide cutlery for, 1 to 99. */
  readonly guestCount?: number | null | undefined;
  /** Makes the call safe to repeat. The same key with the same input always returns the same order of the branch; the same key with other input is refused with IDEMPOTENCY_KEY_REUSED. Keys belong to the caller within a branch: an equal key of another caller is a different key. A caller is the restaurant (all its API keys), a guest, or anonymous. At most 200 characters. */
  readonly idempotencyKey: string;
  /** The dishes to order: at least one line. At most 100 items. */
  readonly lines: readonly OrderLineInput[];
  /** What happens if a price differs from expectedTotal, expectedUnitPrice or the quote. */
  readonly onPriceMismatch?: PriceMismatchPolicy | undefined;
  /** How the rest of the total, after points, is paid. */
  readonly payment: PaymentInput;
  /** Number of points to spend. Only the guest who is signed in with customer.phone, or an API key, may spend them. */
  readonly pointsToSpend?: string | null | undefined;
  /** Promo codes as the guest typed them: those of Result.Rest, or one coupon of the POS's loyalty programme. At most 5 items of at most 100 characters each. */
  readonly promoCodes?: readonly string[] | null | undefined;
  /** Id of a quote for the same basket, whose price is then guaranteed. If that is not possible, PRICE_CHANGED gives the new total. At most 100 characters. */
  readonly quoteId?: string | null | undefined;
  /** When the guest wants the order. If omitted, as soon as possible. */
  readonly wantedAt?: string | null | undefined;
}

/** A currency as an ISO 4217 code. */
export type CurrencyCode =
  | "AMD"
  | "BYN"
  | "EUR"
  | "GEL"
  | "KZT"
  | "RUB"
  | "USD"
  | "UZS";

/** The guest of an order. */
export interface CustomerInput {
  /** Whether the guest agrees to be registered in the restaurant's loyalty programme. */
  readonly joinsLoyalty?: boolean | undefined;
  /** How the restaurant addresses the guest. At most 60 characters. */
  readonly name: string;
  /** Phone number in any usual spelling; stored as +79001234567. At most 100 characters. */
  readonly phone: string;
}

/** A delivery that a guest thinks of. */
export interface DeliveryOptionsInput {
  /** Where the order would be delivered. */
  readonly address: DeliveryPlaceInput;
  /** The branches in question: Branch.id. At most 50 items of at most 100 characters each. */
  readonly branchIds: readonly string[];
  /** Sum of the dishes before discounts. If omitted, no minimum is checked, and the fee is that of a small order. */
  readonly sum?: string | null | undefined;
  /** When the guest would want the order. If omitted, as soon as possible. */
  readonly wantedAt?: string | null | undefined;
}

/** Where an order would be delivered: coordinates, the street's id and the house, or an address in words, which the POS is asked about. The more is given, the surer the answer. */
export interface DeliveryPlaceInput {
  /** Building or block of the house («корпус», «строение»), if it has one. At most 10 characters. */
  readonly building?: string | null | undefined;
  /** Town. May be omitted where the restaurant serves only one town. At most 60 characters. */
  readonly city?: string | null | undefined;
  /** House number with its letter or fraction, if any, for example "12/2". At most 100 characters. */
  readonly house?: string | null | undefined;
  /** Degrees north, −90 to 90, as "55.7558"; only together with the longitude. */
  readonly latitude?: string | null | undefined;
  /** Degrees east, −180 to 180, as "37.6176"; only together with the latitude. */
  readonly longitude?: string | null | undefined;
  /** Name of the street, spelt as in the restaurant's POS if you know how it is spelt there. Without coordinates the POS is asked where the house is. At most 60 characters. */
  readonly street?: string | null | undefined;
  /** The POS's id of the street, if the site knows it. At most 100 characters. */
  readonly streetIdInPos?: string | null | undefined;
}

/** How the guest receives an order. */
export type Fulfilment =
  | "DELIVERY"
  | "DINE_IN"
  | "PICKUP";

/** Whether the till has the order. Independent of OrderStatus. */
export type InjectionState =
  | "AWAITING_POS"
  | "CANCELLED_BEFORE_SEND"
  | "DEAD_LETTERED"
  | "ENTERED_BY_HAND"
  | "FALLBACK_SENT"
  | "IN_POS"
  | "NOT_REQUIRED"
  | "OUTCOME_UNKNOWN"
  | "QUEUED"
  | "RETRY_SCHEDULED"
  | "SENDING";

/** A discount that Result.Rest has calculated itself. */
export interface OrderDiscountInput {
  /** Amount of the discount, in the branch's currency. */
  readonly amount: string;
  /** Name of the discount, as guests and operators see it. At most 100 characters. */
  readonly name: string;
}

/** One dish of a basket. */
export interface OrderLineInput {
  /** The dish: Product.article. At most 100 characters. */
  readonly article: string;
  /** The parts of a combo: one for each of its groups. A group with only one choice may be omitted. At most 50 items. */
  readonly combo?: readonly ComboPartInput[] | null | undefined;
  /** The guest's note on this dish, for the kitchen. At most 255 characters. */
  readonly comment?: string | null | undefined;
  /** The unit price that the guest was shown. If it differs, the order is refused with PRICE_CHANGED. */
  readonly expectedUnitPrice?: string | null | undefined;
  /** Options that the guest has selected. An omitted group gets its defaults, or its only option if one is required. At most 100 items. */
  readonly options?: readonly OrderOptionInput[] | null | undefined;
  /** Number of portions, greater than 0, with at most three decimals. Two-half dishes and combos are sold in whole portions only. */
  readonly quantity?: string | undefined;
  /** The second half of a two-half dish; `article` and `options` describe the first half. Both dishes must be `halfAndHalf`. */
  readonly secondHalf?: SecondHalfInput | null | undefined;
  /** The size. If omitted, the default size. At most 100 characters. */
  readonly sizeId?: string | null | undefined;
}

/** An option selected for a dish. */
export interface OrderOptionInput {
  /** Article of the option, or its id if it has no article. At most 100 characters. */
  readonly article: string;
  /** Id of the group that is meant, if several groups contain the option: OptionGroup.id. If omitted, the option first fills groups below their minimum, then groups with room left. At most 100 characters. */
  readonly groupId?: string | null | undefined;
  /** Number of units per unit of the line. */
  readonly quantity?: string | undefined;
}

/** Stage of an order for its guest, derived from `status` and `injection.state`. Values may be added: show `headline`. */
export type OrderStage =
  | "ACCEPTED"
  | "ACCEPTED_BY_HAND"
  | "CANCELLED"
  | "CLOSED"
  | "CONFIRMING"
  | "COOKING"
  | "DELIVERED"
  | "ON_THE_WAY"
  | "PLACED"
  | "READY"
  | "RECEIVED"
  | "UNREACHED"
  | "WAITS_FOR_KITCHEN"
  | "WITH_PEOPLE";

/** Kitchen and delivery status. Whether the till has the order is independent of it: see Injection.state. */
export type OrderStatus =
  | "ACCEPTED"
  | "CANCELLED"
  | "CLOSED"
  | "COOKING"
  | "DELIVERED"
  | "NEW"
  | "ON_THE_WAY"
  | "QUEUED_FOR_COOKING"
  | "READY"
  | "UNCONFIRMED"
  | "WAITING_FOR_COURIER";

/** How an order is paid. */
export interface PaymentInput {
  /** For CASH: the amount that the guest will pay with in banknotes; the courier brings the change. */
  readonly changeFrom?: string | null | undefined;
  /** Id of the payment with the payment provider. Only with an API key of the branch; others get FORBIDDEN. A payment pays for one order of the branch, and for no other even if that is cancelled: CONFLICT. At most 200 characters. */
  readonly externalPaymentId?: string | null | undefined;
  /** Payment method. BONUS is refused: points are spent by pointsToSpend. */
  readonly method: PaymentMethod;
  /** For ONLINE: whether it has already been paid. Only with an API key of the branch; others get FORBIDDEN. */
  readonly paidOnline?: boolean | undefined;
}

/** Payment method, in Result.Rest's terms. */
export type PaymentMethod =
  | "BONUS"
  | "CARD_ON_DELIVERY"
  | "CASH"
  | "ONLINE";

/** What createOrder does if a price differs from the one that the guest was shown. */
export type PriceMismatchPolicy =
  | "ACCEPT"
  | "ACCEPT_LOWER"
  | "REJECT";

/** Like CreateOrderInput, but only the branch and the basket are required. */
export interface QuoteInput {
  /** Delivery address. May be omitted if only the price is needed. */
  readonly address?: AddressInput | null | undefined;
  /** Points to spend. */
  readonly bonusToSpend?: string | null | undefined;
  /** The branch that would prepare the order: Branch.id. At most 100 characters. */
  readonly branchId: string;
  /** The guest. If omitted, the guest who is signed in, if any. */
  readonly customer?: CustomerInput | null | undefined;
  /** Discounts calculated by Result.Rest; only with an API key. At most 100 items. */
  readonly discounts?: readonly OrderDiscountInput[] | null | undefined;
  /** How the guest would receive the order; it determines the delivery fee. */
  readonly fulfilment: Fulfilment;
  /** The lines of the basket. At most 100 items. */
  readonly lines: readonly OrderLineInput[];
  /** Points to spend; see pointsApplied and pointsMax. */
  readonly pointsToSpend?: string | null | undefined;
  /** Promo codes as the guest typed them: see CreateOrderInput.promoCodes. At most 5 items of at most 100 characters each. */
  readonly promoCodes?: readonly string[] | null | undefined;
  /** When the guest would want the order. If omitted, as soon as possible. */
  readonly wantedAt?: string | null | undefined;
}

/** The dish on the second half, in the size of the line. */
export interface SecondHalfInput {
  /** The dish: Product.article. At most 100 characters. */
  readonly article: string;
  /** Options that the guest has selected for this half. At most 100 items. */
  readonly options?: readonly OrderOptionInput[] | null | undefined;
}

/** The system that something comes from. */
export type Source =
  | "GATEWAY"
  | "IIKO"
  | "POS"
  | "RESULT_REST";

/** Why something cannot be ordered now. */
export type UnavailableReason =
  | "DELETED"
  | "HIDDEN"
  | "NOT_IN_MENU"
  | "NOT_PRICED"
  | "OPTIONS_MISSING"
  | "OUTSIDE_HOURS"
  | "STOP_LIST";

/** What is wrong: in `userErrors`, in issues of the catalogue, and as the reason for a change in a plan. Values may be added. */
export type UserErrorCode =
  | "ADDRESS_NOT_LOCATED"
  | "ADDRESS_NOT_SERVED"
  | "ALREADY_IN_POS"
  | "ARTICLE_CHANGED"
  | "ARTICLE_MISSING"
  | "ARTICLE_NOT_IN_EXTERNAL_MENU"
  | "ARTICLE_NOT_NUMERIC"
  | "ARTICLE_OF_SIZE"
  | "BELOW_MINIMUM"
  | "BRANCH_CLOSED"
  | "BRANCH_NOT_ACCEPTING"
  | "CHALLENGE_INVALID"
  | "CHALLENGE_REQUIRED"
  | "CONFLICT"
  | "DISCOUNT_NOT_MAPPED"
  | "DUPLICATE_ARTICLE"
  | "FORBIDDEN"
  | "IDEMPOTENCY_KEY_REUSED"
  | "INVALID"
  | "ITEM_NOT_FOUND"
  | "ITEM_NOT_SOLD_HERE"
  | "ITEM_OUTSIDE_HOURS"
  | "ITEM_UNAVAILABLE"
  | "LOYALTY_DISABLED"
  | "LOYALTY_INSUFFICIENT"
  | "LOYALTY_LIMIT_EXCEEDED"
  | "MARKED_GOODS"
  | "MASS_REMOVAL"
  | "MENU_HELD_BACK"
  | "MODIFIER_LIMIT"
  | "MODIFIER_REQUIRED"
  | "MODIFIER_SCHEME"
  | "NOT_FOUND"
  | "NOT_RETRYABLE"
  | "OPEN_PRICE"
  | "OPTIONS_DIFFER_BY_SIZE"
  | "OPTIONS_MISSING"
  | "OPTION_AMOUNT_INDEPENDENT"
  | "ORDERS_UNDER_WAY"
  | "OUTCOME_UNKNOWN"
  | "PAYMENT_METHOD_NOT_TAKEN"
  | "PAYMENT_TYPE_NOT_MAPPED"
  | "PHONE_INVALID"
  | "PRICE_CHANGED"
  | "PRICE_CHANGE_AHEAD"
  | "PRICE_CHANGE_TOO_LARGE"
  | "PRICE_IN_REQUIRED_OPTION"
  | "PRODUCT_LISTED_TWICE"
  | "PRODUCT_VANISHED"
  | "PROMO_EXPIRED"
  | "PROMO_NOT_APPLICABLE"
  | "PROMO_NOT_COMBINABLE"
  | "PROMO_NOT_FOUND"
  | "PROMO_USAGE_EXCEEDED"
  | "REQUIRED"
  | "SCHEDULE_NOT_APPLIED"
  | "SIGN_IN_REQUIRED"
  | "SOLD_BY_MEASURE"
  | "STALE_VERSION"
  | "STREET_UNKNOWN"
  | "TIME_SLOT_UNAVAILABLE"
  | "TOO_MANY_OPEN_ORDERS"
  | "UPSTREAM_REJECTED"
  | "UPSTREAM_UNAVAILABLE"
  | "ZERO_PRICE";

export type Money = {
  /** The amount as a decimal string with two decimal places: "449.90". */
  readonly amount: string;
  /** The currency of the branch. */
  readonly currencyCode: CurrencyCode;
};

export type TimeSlot = {
  /** When it begins; pass it as `wantedAt` of the order. */
  readonly startsAt: string;
  /** When the next one begins. */
  readonly endsAt: string;
  /** Whether it takes one more order; if not, it is full. */
  readonly available: boolean;
};

export type OpenState = {
  /** Whether as-soon-as-possible orders are taken now. */
  readonly open: boolean;
  /** When it closes; null if it is closed, or does not close within two weeks. */
  readonly until: string | null;
  /** When it opens; null if it is open, or if the time is not known: a pause without an end, or no hours within a year. */
  readonly opensAt: string | null;
  /** Why not; null if it is open. */
  readonly closedBecause: ClosedBecause | null;
};

export type DeliveryOption = {
  /** The branch in question. */
  readonly branch: {
    /** The id that arguments named branchId take. */
    readonly id: string;
    /** Name of the branch, as guests and operators see it. */
    readonly name: string;
  };
  /** Whether the branch would deliver the order. */
  readonly served: boolean;
  /** Why it would not; null if it would. The same that createOrder would answer. */
  readonly reason: UserError | null;
  /** Name of the zone that decides; null if the branch has no zones, or the place is in none. */
  readonly zone: string | null;
  /** Delivery fee for this sum; 0 for free delivery. */
  readonly fee: Money;
  /** Delivery is free from this sum of dishes, before discounts; null means never. */
  readonly freeFrom: Money | null;
  /** Least sum of dishes, before discounts; null if there is no minimum. */
  readonly minimumSum: Money | null;
  /** How many minutes an order placed now would take; null if neither the zone nor the branch says. */
  readonly minutes: number | null;
  /** Lower bound, in minutes, of the interval to show to guests; null where `minutes` is. */
  readonly minutesFrom: number | null;
  /** Upper bound, in minutes, of the interval to show to guests; null where `minutes` is. */
  readonly minutesTo: number | null;
  /** When an order placed now could arrive at the earliest; null if that is not known: neither the zone nor the branch has minutes, or the branch does not say when it opens. */
  readonly earliestAt: string | null;
};

export type Branch = {
  /** The id that arguments named branchId take. */
  readonly id: string;
  /** Name of the branch, as guests and operators see it. */
  readonly name: string;
  /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
  readonly timeZone: string;
  /** Whether such orders are accepted now. A pause with an end time ends by itself. */
  readonly acceptingDelivery: boolean;
  /** Whether such orders are accepted now. A pause with an end time ends by itself. */
  readonly acceptingPickup: boolean;
  /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
  readonly deliveryPausedUntil: string | null;
  /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
  readonly pickupPausedUntil: string | null;
};

export type BranchFacts = {
  /** Where guests find it, in one line; null if nobody said. */
  readonly address: string | null;
  /** For questions of guests, for example +74852123456; null if nobody said. */
  readonly phone: string | null;
  /** Degrees north; null if nobody said where it is on the map. */
  readonly latitude: string | null;
  /** Degrees east; null if nobody said where it is on the map. */
  readonly longitude: string | null;
  /** The ways in which an order can be paid; createOrder refuses the others. */
  readonly paymentMethods: readonly PaymentMethod[];
  /** Delivery fee where no zone has its own. */
  readonly deliveryFee: Money;
  /** Delivery is free from this sum of dishes, before discounts, where no zone says otherwise; null means never. */
  readonly freeDeliveryFrom: Money | null;
};

export type UserError = {
  readonly __typename: "BelowMinimumUserError";
  /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong, in one sentence that can be shown to the user. */
  readonly message: string;
  /** The least sum of dishes, before discounts. */
  readonly minimumSum: Money;
  /** How much is missing: the minimum minus the dishes. */
  readonly missing: Money;
} | {
  readonly __typename: "BranchClosedUserError";
  /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong, in one sentence that can be shown to the user. */
  readonly message: string;
  /** When it opens next after the wanted time; null if not within a year. */
  readonly opensAt: string | null;
} | {
  readonly __typename: "GenericUserError";
  /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong, in one sentence that can be shown to the user. */
  readonly message: string;
} | {
  readonly __typename: "ItemUserError";
  /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong, in one sentence that can be shown to the user. */
  readonly message: string;
  /** The article concerned; empty if the whole order is concerned, null if there is none. */
  readonly article: string | null;
  /** With PRICE_CHANGED: the current price of one unit or of the whole order, depending on `field`. null if the error is not about a price, or if the price has to be requested again. */
  readonly currentPrice: Money | null;
} | {
  readonly __typename: "OrderClaimedUserError";
  /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong, in one sentence that can be shown to the user. */
  readonly message: string;
} | {
  readonly __typename: "TimeSlotUserError";
  /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong, in one sentence that can be shown to the user. */
  readonly message: string;
  /** When the next time slot begins that still takes orders; null if there is none within a week. */
  readonly nextSlotAt: string | null;
} | {
  readonly __typename: "UpstreamUserError";
  /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong, in one sentence that can be shown to the user. */
  readonly message: string;
  /** What can be done about it, in the language of `message`. */
  readonly fix: string | null;
  /** Whether the same call may succeed later without changes. */
  readonly retryable: boolean;
};

export type Product = {
  /** Opaque and globally unique: store it, compare it, pass it back. */
  readonly id: string;
  /** The digits by which both systems identify the product («артикул»). Leading zeros matter. */
  readonly article: string;
  /** Name shown to guests. */
  readonly name: string;
  /** The text shown under the name of the dish; null if there is none. */
  readonly description: string | null;
  /** Pictures in the order of the POS; may be empty. */
  readonly images: readonly {
    /** URL of the picture as given by the POS; the gateway keeps no copy. */
    readonly url: string;
  }[];
  /** Whether it may be one half of a two-half dish: see OrderLineInput.secondHalf. */
  readonly halfAndHalf: boolean;
  /** Whether the product can be ordered: it can if at least one size is available. A size needs enough available options in every required group. */
  readonly availability: {
    /** Whether it can be ordered now. */
    readonly available: boolean;
    /** Portions left; null if the POS states no limit. */
    readonly remaining: string | null;
    /** Why it is not available; null if it is. */
    readonly reason: UnavailableReason | null;
  };
  /** Price of one unit in the cheapest and the most expensive size, with the cheapest way to satisfy required option groups. null if no size is sold here. */
  readonly priceRange: {
    /** Price in the cheapest size, which a menu shows as "from". */
    readonly min: Money;
    /** Price in the most expensive size. */
    readonly max: Money;
  } | null;
  /** Sizes of the product, at least one. A product without sizes has one size without a name. */
  readonly sizes: readonly {
    /** The id that baskets use as `sizeId`. In a PosMenuItem it is the id in the POS. */
    readonly id: string;
    /** Name of the size; null if the product has no sizes. */
    readonly name: string | null;
    /** Whether this size is ordered if a basket names none. */
    readonly isDefault: boolean;
    /** Price of one unit; 0 means free, null means not sold here. */
    readonly price: Money | null;
    /** Whether this size can be ordered now. */
    readonly availability: {
      /** Whether it can be ordered now. */
      readonly available: boolean;
    };
  }[];
  /** Option groups from which a guest may or has to choose, in menu order. */
  readonly optionGroups: readonly {
    /** Id of the group within its product's menu. */
    readonly id: string;
    /** What guests choose here, for example "Sauce". */
    readonly name: string;
    /** Minimum number of units that must be selected from the group; 0 means that the group is optional. */
    readonly min: number;
    /** Maximum number of units that may be selected from the group. */
    readonly max: number;
    /** Number of free units of the group: the first ones, in the order in which the options are listed in the order. */
    readonly freeAmount: number;
    /** The options of the group, in menu order. */
    readonly options: readonly {
      /** Id of the option within the menu of its product. Baskets use it if the option has no article. */
      readonly id: string;
      /** Article of the option in the POS; null if it has none and is ordered by its id. */
      readonly article: string | null;
      /** Name shown to guests. */
      readonly name: string;
      /** Minimum number of units that must be selected; 0 means that it is optional. */
      readonly min: number;
      /** Maximum number of units that may be selected. */
      readonly max: number;
      /** Number of units selected by default. */
      readonly byDefault: number;
      /** Number of free units of this option, counted before the free units of its group. */
      readonly freeAmount: number;
      /** Price of one unit with the product's default size, or with the first size that the option is sold with. It may differ for other sizes: show the entry of `prices` for the size that the guest has selected. */
      readonly price: Money;
      /** Price of one unit with each of the product's sizes. This is what is charged. */
      readonly prices: readonly {
        /** One of the product's sizes. */
        readonly sizeId: string;
        /** The price; 0 means free. null if the option cannot be selected with this size. */
        readonly price: Money | null;
      }[];
      /** Whether the option can be ordered now. */
      readonly availability: {
        /** Whether it can be ordered now. */
        readonly available: boolean;
      };
    }[];
  }[];
  /** The groups of a combo; empty for all other products. */
  readonly comboGroups: readonly {
    /** The id that ComboPartInput.groupId takes. */
    readonly id: string;
    /** What guests choose here, for example "Drink". */
    readonly name: string;
    /** The choices that the catalogue offers. If there are none, the combo cannot be ordered. */
    readonly choices: readonly {
      /** The product, as listed in the menu. */
      readonly product: {
        /** Opaque and globally unique: store it, compare it, pass it back. */
        readonly id: string;
        /** The digits by which both systems identify the product («артикул»). Leading zeros matter. */
        readonly article: string;
        /** Name shown to guests. */
        readonly name: string;
      };
      /** The size of the product. */
      readonly sizeId: string;
      /** The size of the combo for which it can be chosen. */
      readonly comboSizeId: string;
      /** Surcharge on the price of the combo's size. Paid options are added to it. */
      readonly price: Money;
      /** Options of the product that the combo does not allow. */
      readonly forbiddenOptionIds: readonly string[];
    }[];
  }[];
};

export type ProductPage = {
  /** The entries of the page without their cursors. */
  readonly nodes: readonly Product[];
  /** Position of the page in the list, and how to get the next page. */
  readonly pageInfo: {
    /** Whether there are entries after this page. */
    readonly hasNextPage: boolean;
    /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
    readonly endCursor: string | null;
  };
};

export type Quote = {
  /** Id of the quote. Anyone who knows it may order by the quote: store it with the basket. */
  readonly id: string;
  /** Until when the price is guaranteed, unless the menu changes. */
  readonly expiresAt: string;
  /** The lines of the basket, in the same order. */
  readonly lines: readonly QuoteLine[];
  /** Dishes given away by promo codes, in addition to the lines. */
  readonly gifts: readonly QuoteLine[];
  /** Sum of all lines with their options, before discounts and without the delivery fee. */
  readonly subtotal: Money;
  /** Sum of all discounts. */
  readonly discount: Money;
  /** Delivery fee charged to the guest; 0 for a pick-up and for free delivery. */
  readonly deliveryFee: Money;
  /** Amount paid by points: as much of pointsToSpend as is available. */
  readonly pointsApplied: Money;
  /** Maximum amount that points may pay; 0 for everyone except the guest who is signed in with the phone number, and API keys. */
  readonly pointsMax: Money;
  /** Amount to pay in money: subtotal − discount + deliveryFee − pointsApplied. */
  readonly total: Money;
  /** Promotions, discounts and coupons that reduce the price, not including points. */
  readonly appliedPromotions: readonly {
    /** The promo code; null if none was needed. */
    readonly code: string | null;
    /** The name that guests see, as it was when the order was priced. */
    readonly name: string;
    /** Only the till can calculate this discount: `amount` and all totals exclude it, and the guest may pay less at the till. */
    readonly pending: boolean;
    /** The amount deducted; 0 for a gift, which is a line of its own, and for a coupon of the POS. */
    readonly amount: Money;
  }[];
  /** Problems for which createOrder would refuse this order now. */
  readonly warnings: readonly {
    /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
    readonly code: UserErrorCode;
    /** Path into the arguments, for example input.lines.0.sizeId. */
    readonly field: readonly string[] | null;
    /** What is wrong, in one sentence that can be shown to the user. */
    readonly message: string;
  }[];
};

export type QuoteLine = {
  /** The dish's article. */
  readonly article: string;
  /** The dish's name in the menu. */
  readonly name: string;
  /** Number of portions, as a decimal string. */
  readonly quantity: string;
  /** Price of one unit without options. */
  readonly unitPrice: Money;
  /** Price of the line: with options, multiplied by the quantity. */
  readonly total: Money;
};

export type Order = {
  /** Id of the order; it never changes. Staff and guests know the order by its `number`. */
  readonly id: string;
  /** The number by which guest and restaurant know the order; no other order of the company has it. It grants no access. */
  readonly number: string;
  /** Number of events so far; it increases with every change. */
  readonly version: number;
  /** The branch that prepares the order, with its current settings. */
  readonly branch: {
    /** Name of the branch, as guests and operators see it. */
    readonly name: string;
    /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
    readonly timeZone: string;
  };
  /** How the guest receives the order. */
  readonly fulfilment: Fulfilment;
  /** The guest who ordered; null if the data was erased. */
  readonly customer: {
    /** Name as the guest gave it with this order. */
    readonly name: string;
    /** Phone number in E.164 form, for example +79001234567. */
    readonly phone: string;
  } | null;
  /** Delivery address; null for a pick-up, or if it was erased. */
  readonly address: {
    /** The complete address without the comment, in one line. */
    readonly line: string;
    /** The guest's note for the courier; null if there is none. */
    readonly comment: string | null;
  } | null;
  /** The guest's note for the kitchen and the courier; null if there is none. */
  readonly comment: string | null;
  /** Kitchen and delivery status of the order. `injection` tells whether the till has it. */
  readonly status: OrderStatus;
  /** Progress of the order in one line for the guest, with dates and times in the restaurant's time zone. */
  readonly summary: string;
  /** Progress of the order in words for the guest: headline, expected time and steps. */
  readonly progress: {
    /** The stage, for programs; `headline` puts it in words. */
    readonly stage: OrderStage;
    /** What is happening now, as a headline. */
    readonly headline: string;
    /** When the guest can expect the order: the time promised by the restaurant, otherwise the time that the guest asked for. null if neither is known, or if the order is finished. */
    readonly expectedAt: string | null;
    /** The steps for this fulfilment type. Empty for a cancelled order; for an order entered by hand, only the steps that will be known. */
    readonly steps: readonly {
      /** Name of the step, in the reader's language. */
      readonly name: string;
      /** The statuses that belong to the step. */
      readonly statuses: readonly OrderStatus[];
      /** When the step began; null if it has not begun or the time was not recorded. */
      readonly at: string | null;
      /** Whether the order has reached this step. */
      readonly done: boolean;
      /** Whether the order is at this step now. */
      readonly current: boolean;
    }[];
  };
  /** When the order reached this status: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
  readonly statusChangedAt: string;
  /** When the gateway accepted the order. */
  readonly createdAt: string;
  /** When the guest wants the order; null means as soon as possible. */
  readonly wantedAt: string | null;
  /** The time promised to the guest: by the POS, and until it has the order by the branch's own usual time. */
  readonly promisedAt: string | null;
  /** When the POS expects the order to be ready or delivered. */
  readonly estimatedAt: string | null;
  /** URL of a page that shows where the courier is. */
  readonly trackingUrl: string | null;
  /** The courier who delivers the order, as last reported by the POS; null if none is known. */
  readonly courier: {
    /** Name in the POS; null if the POS gives none. */
    readonly name: string | null;
    /** Phone as stored in the POS; null if the POS gives none. */
    readonly phone: string | null;
  } | null;
  /** Whether the till has the order, and how it got there. */
  readonly injection: {
    /** Injection state of the order. */
    readonly state: InjectionState;
  };
  /** The ordered dishes including gifts, as they were sold: later changes of the menu do not affect them. */
  readonly lines: readonly {
    /** Article of the dish when it was ordered. */
    readonly article: string;
    /** The dish's name when it was ordered. */
    readonly name: string;
    /** Name of the size when it was ordered; null if the dish has no sizes. */
    readonly sizeName: string | null;
    /** Number of portions, as a decimal string: "1", or "0.5" if the dish is sold in fractions. */
    readonly quantity: string;
    /** The guest's note on this dish; null if there is none. */
    readonly comment: string | null;
    /** Price of one unit without options. */
    readonly unitPrice: Money;
    /** Price of the line: with options, multiplied by the quantity. */
    readonly total: Money;
    /** Options of the line, including those of halves and parts, each named with the half or part that it belongs to. */
    readonly options: readonly {
      /** Article of the option when it was ordered; null if it has none. */
      readonly article: string | null;
      /** The option's name when it was ordered. */
      readonly name: string;
      /** Number of units per unit of the line. */
      readonly quantity: string;
    }[];
  }[];
  /** Price of the order, in the branch's currency, as calculated when it was accepted. */
  readonly totals: {
    /** Sum of all lines with their options, before discounts and without the delivery fee. */
    readonly subtotal: Money;
    /** Amount to pay in money: subtotal − discount + deliveryFee − pointsSpent. */
    readonly total: Money;
  };
  /** Promotions, discounts and coupons that reduced the price, not including points. */
  readonly promotions: readonly {
    /** The promo code; null if none was needed. */
    readonly code: string | null;
    /** The name that guests see, as it was when the order was priced. */
    readonly name: string;
    /** Only the till can calculate this discount: `amount` and all totals exclude it, and the guest may pay less at the till. */
    readonly pending: boolean;
    /** The amount deducted; 0 for a gift, which is a line of its own, and for a coupon of the POS. */
    readonly amount: Money;
  }[];
  /** How much the guest still has to pay, and how. */
  readonly payment: {
    /** Payment method for the part that is not paid by points. */
    readonly method: PaymentMethod;
    /** Whether it has been paid already. */
    readonly paidOnline: boolean;
    /** Amount to pay on receipt, in money; 0 if it has been paid already. */
    readonly toTake: Money;
    /** Change that the courier brings: changeFrom − toTake. */
    readonly change: Money | null;
  };
};

export type TrackedEvent = {
  readonly __typename: "InjectionEvent";
  /** Id of the event. To continue from here, use `cursor`, not this id. */
  readonly id: string;
  /** Pass it as `after` to continue from here. */
  readonly cursor: string;
  /** The cursor of the event that this subscription or page delivered before this one; for the first event, the `after` that you passed. If the last event you saw is a different one, something in between, such as a router, has lost events: subscribe again after the last one you saw. null if nothing was delivered before it, or if the history starts afresh. */
  readonly previousCursor: string | null;
  /** When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
  readonly at: string;
  /** The system that it comes from. */
  readonly source: Source;
  /** The event in one sentence that can be shown to guests and operators. */
  readonly summary: string;
  /** The new injection state. */
  readonly state: InjectionState;
  /** The attempt that led to this state: InjectionAttempt.number; null if none did. */
  readonly attempt: number | null;
} | {
  readonly __typename: "NoteEvent";
  /** Id of the event. To continue from here, use `cursor`, not this id. */
  readonly id: string;
  /** Pass it as `after` to continue from here. */
  readonly cursor: string;
  /** The cursor of the event that this subscription or page delivered before this one; for the first event, the `after` that you passed. If the last event you saw is a different one, something in between, such as a router, has lost events: subscribe again after the last one you saw. null if nothing was delivered before it, or if the history starts afresh. */
  readonly previousCursor: string | null;
  /** When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
  readonly at: string;
  /** The system that it comes from. */
  readonly source: Source;
  /** The event in one sentence that can be shown to guests and operators. */
  readonly summary: string;
} | {
  readonly __typename: "OrderClaimEvent";
  /** Id of the event. To continue from here, use `cursor`, not this id. */
  readonly id: string;
  /** Pass it as `after` to continue from here. */
  readonly cursor: string;
  /** The cursor of the event that this subscription or page delivered before this one; for the first event, the `after` that you passed. If the last event you saw is a different one, something in between, such as a router, has lost events: subscribe again after the last one you saw. null if nothing was delivered before it, or if the history starts afresh. */
  readonly previousCursor: string | null;
  /** When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
  readonly at: string;
  /** The system that it comes from. */
  readonly source: Source;
  /** The event in one sentence that can be shown to guests and operators. */
  readonly summary: string;
} | {
  readonly __typename: "OrderStatusEvent";
  /** Id of the event. To continue from here, use `cursor`, not this id. */
  readonly id: string;
  /** Pass it as `after` to continue from here. */
  readonly cursor: string;
  /** The cursor of the event that this subscription or page delivered before this one; for the first event, the `after` that you passed. If the last event you saw is a different one, something in between, such as a router, has lost events: subscribe again after the last one you saw. null if nothing was delivered before it, or if the history starts afresh. */
  readonly previousCursor: string | null;
  /** When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
  readonly at: string;
  /** The system that it comes from. */
  readonly source: Source;
  /** The event in one sentence that can be shown to guests and operators. */
  readonly summary: string;
  /** The previous status; null if the order was just accepted. */
  readonly from: OrderStatus | null;
  /** The new status; for a late report, the reported status. */
  readonly to: OrderStatus;
  /** Set if the report was older than the known status and therefore changed nothing: by how many seconds. */
  readonly lateBySeconds: number | null;
};

export interface BranchesVariables {
}

export interface BranchesAnswer {
  /** All branches of a company. A key sees those of its company, a key that is limited to branches only those. */
  readonly branches: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly Branch[];
  };
}

export const Branches: Operation<BranchesAnswer, BranchesVariables> = {
  document: `query Branches {
  branches(first: 100) {
    nodes {
      ...Branch
    }
  }
}

fragment Branch on Branch {
  id
  name
  timeZone
  acceptingDelivery
  acceptingPickup
  deliveryPausedUntil
  pickupPausedUntil
}`,
};

export interface MenuVariables {
  readonly branchId: string;
}

export interface MenuAnswer {
  /** The current menu of a branch; null if there is no such branch or your key may not work on it. */
  readonly menu: {
    /** Changes with every change of the catalogue or of availability. */
    readonly revision: string;
    /** When the POS last confirmed it; without a POS, when it was read from the catalogue. */
    readonly asOf: string;
    /** Whether the POS has not reported its stop list for three minutes, or its menu could not be read. */
    readonly stale: boolean;
    /** All sections of the menu, in menu order. */
    readonly sections: readonly {
      /** Opaque and globally unique: store it, compare it, pass it back. */
      readonly id: string;
      /** Name shown to guests. */
      readonly name: string;
      /** The name in a form for URLs, unique in the branch. */
      readonly slug: string;
      /** Position in the menu, from 0. */
      readonly position: number;
      /** Products of the section, in menu order. */
      readonly products: ProductPage;
    }[];
  } | null;
}

export const Menu: Operation<MenuAnswer, MenuVariables> = {
  document: `query Menu($branchId: ID!) {
  menu(branchId: $branchId) {
    revision
    asOf
    stale
    sections {
      id
      name
      slug
      position
      products(first: 100) {
        ...ProductPage
      }
    }
  }
}

fragment ProductPage on ProductConnection {
  nodes {
    ...Product
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}

fragment Product on Product {
  id
  article
  name
  description
  images {
    url
  }
  halfAndHalf
  availability {
    available
    remaining
    reason
  }
  priceRange {
    min {
      ...Money
    }
    max {
      ...Money
    }
  }
  sizes {
    id
    name
    isDefault
    price {
      ...Money
    }
    availability {
      available
    }
  }
  optionGroups {
    id
    name
    min
    max
    freeAmount
    options {
      id
      article
      name
      min
      max
      byDefault
      freeAmount
      price {
        ...Money
      }
      prices {
        sizeId
        price {
          ...Money
        }
      }
      availability {
        available
      }
    }
  }
  comboGroups {
    id
    name
    choices {
      product {
        id
        article
        name
      }
      sizeId
      comboSizeId
      price {
        ...Money
      }
      forbiddenOptionIds
    }
  }
}

fragment Money on Money {
  amount
  currencyCode
}`,
};

export interface ProductsVariables {
  readonly branchId: string;
  readonly first?: number | undefined;
  readonly after?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly articles?: readonly string[] | null | undefined;
}

export interface ProductsAnswer {
  /** Products of a branch's menu, in menu order. */
  readonly products: ProductPage;
}

export const Products: Operation<ProductsAnswer, ProductsVariables> = {
  document: `query Products($branchId: ID!, $first: Int! = 50, $after: String, $search: String, $articles: [String!]) {
  products(
    branchId: $branchId
    first: $first
    after: $after
    search: $search
    articles: $articles
  ) {
    ...ProductPage
  }
}

fragment ProductPage on ProductConnection {
  nodes {
    ...Product
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}

fragment Product on Product {
  id
  article
  name
  description
  images {
    url
  }
  halfAndHalf
  availability {
    available
    remaining
    reason
  }
  priceRange {
    min {
      ...Money
    }
    max {
      ...Money
    }
  }
  sizes {
    id
    name
    isDefault
    price {
      ...Money
    }
    availability {
      available
    }
  }
  optionGroups {
    id
    name
    min
    max
    freeAmount
    options {
      id
      article
      name
      min
      max
      byDefault
      freeAmount
      price {
        ...Money
      }
      prices {
        sizeId
        price {
          ...Money
        }
      }
      availability {
        available
      }
    }
  }
  comboGroups {
    id
    name
    choices {
      product {
        id
        article
        name
      }
      sizeId
      comboSizeId
      price {
        ...Money
      }
      forbiddenOptionIds
    }
  }
}

fragment Money on Money {
  amount
  currencyCode
}`,
};

export interface TimeSlotsVariables {
  readonly branchId: string;
  readonly day: string;
  readonly fulfilment: Fulfilment;
}

export interface TimeSlotsAnswer {
  /** The time slots of a day for which an order can be placed now, in order: within the opening hours and the pre-order limits. An hour that the clock skips has none, an hour that it repeats has them twice. */
  readonly timeSlots: readonly TimeSlot[];
}

export const TimeSlots: Operation<TimeSlotsAnswer, TimeSlotsVariables> = {
  document: `query TimeSlots($branchId: ID!, $day: String!, $fulfilment: Fulfilment!) {
  timeSlots(branchId: $branchId, day: $day, fulfilment: $fulfilment) {
    ...TimeSlot
  }
}

fragment TimeSlot on TimeSlot {
  startsAt
  endsAt
  available
}`,
};

export interface BranchOpenStateVariables {
  readonly branchId: string;
  readonly fulfilment: Fulfilment;
}

export interface BranchOpenStateAnswer {
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
    readonly openState: OpenState;
  } | null;
}

export const BranchOpenState: Operation<BranchOpenStateAnswer, BranchOpenStateVariables> = {
  document: `query BranchOpenState($branchId: ID!, $fulfilment: Fulfilment!) {
  branch(id: $branchId) {
    openState(fulfilment: $fulfilment) {
      ...OpenState
    }
  }
}

fragment OpenState on OpenState {
  open
  until
  opensAt
  closedBecause
}`,
};

export interface BranchFactsOfVariables {
  readonly branchId: string;
}

export interface BranchFactsOfAnswer {
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** Where guests find the branch, how they reach it and how they can pay. */
    readonly facts: BranchFacts;
  } | null;
}

export const BranchFactsOf: Operation<BranchFactsOfAnswer, BranchFactsOfVariables> = {
  document: `query BranchFactsOf($branchId: ID!) {
  branch(id: $branchId) {
    facts {
      ...BranchFacts
    }
  }
}

fragment BranchFacts on BranchFacts {
  address
  phone
  latitude
  longitude
  paymentMethods
  deliveryFee {
    ...Money
  }
  freeDeliveryFrom {
    ...Money
  }
}

fragment Money on Money {
  amount
  currencyCode
}`,
};

export interface DeliveryOptionsVariables {
  readonly input: DeliveryOptionsInput;
}

export interface DeliveryOptionsAnswer {
  /** Which of several branches would deliver to an address, for which fee and minimum, and when. createOrder and quoteOrder judge by the same rule. A POS is called only where an address in words is, for two seconds at most, and what it says is kept for a month. */
  readonly deliveryOptions: {
    /** One for each branch that exists and you may see, in the order of branchIds. */
    readonly options: readonly DeliveryOption[];
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly UserError[];
  };
}

export const DeliveryOptions: Operation<DeliveryOptionsAnswer, DeliveryOptionsVariables> = {
  document: `query DeliveryOptions($input: DeliveryOptionsInput!) {
  deliveryOptions(input: $input) {
    options {
      ...DeliveryOption
    }
    userErrors {
      ...UserError
    }
  }
}

fragment DeliveryOption on DeliveryOption {
  branch {
    id
    name
  }
  served
  reason {
    ...UserError
  }
  zone
  fee {
    ...Money
  }
  freeFrom {
    ...Money
  }
  minimumSum {
    ...Money
  }
  minutes
  minutesFrom
  minutesTo
  earliestAt
}

fragment UserError on UserError {
  __typename
  code
  field
  message
  ... on ItemUserError {
    article
    currentPrice {
      ...Money
    }
  }
  ... on BranchClosedUserError {
    opensAt
  }
  ... on BelowMinimumUserError {
    minimumSum {
      ...Money
    }
    missing {
      ...Money
    }
  }
  ... on TimeSlotUserError {
    nextSlotAt
  }
  ... on UpstreamUserError {
    fix
    retryable
  }
}

fragment Money on Money {
  amount
  currencyCode
}`,
};

export interface QuoteOrderVariables {
  readonly input: QuoteInput;
}

export interface QuoteOrderAnswer {
  /** Calculates what an order would cost and which problems it would have. Nothing is ordered. */
  readonly quoteOrder: {
    /** The priced basket; null if `userErrors` explains why it has no price. */
    readonly quote: Quote | null;
    /** The reasons why the basket has no price; empty on success. */
    readonly userErrors: readonly UserError[];
  };
}

export const QuoteOrder: Operation<QuoteOrderAnswer, QuoteOrderVariables> = {
  document: `mutation QuoteOrder($input: QuoteInput!) {
  quoteOrder(input: $input) {
    quote {
      ...Quote
    }
    userErrors {
      ...UserError
    }
  }
}

fragment Quote on Quote {
  id
  expiresAt
  lines {
    ...QuoteLine
  }
  gifts {
    ...QuoteLine
  }
  subtotal {
    ...Money
  }
  discount {
    ...Money
  }
  deliveryFee {
    ...Money
  }
  pointsApplied {
    ...Money
  }
  pointsMax {
    ...Money
  }
  total {
    ...Money
  }
  appliedPromotions {
    code
    name
    pending
    amount {
      ...Money
    }
  }
  warnings {
    code
    field
    message
  }
}

fragment QuoteLine on QuoteLine {
  article
  name
  quantity
  unitPrice {
    ...Money
  }
  total {
    ...Money
  }
}

fragment Money on Money {
  amount
  currencyCode
}

fragment UserError on UserError {
  __typename
  code
  field
  message
  ... on ItemUserError {
    article
    currentPrice {
      ...Money
    }
  }
  ... on BranchClosedUserError {
    opensAt
  }
  ... on BelowMinimumUserError {
    minimumSum {
      ...Money
    }
    missing {
      ...Money
    }
  }
  ... on TimeSlotUserError {
    nextSlotAt
  }
  ... on UpstreamUserError {
    fix
    retryable
  }
}`,
};

export interface CreateOrderVariables {
  readonly input: CreateOrderInput;
}

export interface CreateOrderAnswer {
  /** Accepts an order immediately and then submits it to the restaurant's till. Follow it with trackOrder. */
  readonly createOrder: {
    /** The order that was accepted, now or by an earlier call with the same key; null if `userErrors` explains why there is none. */
    readonly order: Order | null;
    /** Bearer secret for tracking by the guest. Returned only to the caller who created the order, and again on a repeat. */
    readonly trackingToken: string | null;
    /** Whether the order was created by an earlier call with the same key; if so, this call created nothing. */
    readonly replayed: boolean;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly UserError[];
  };
}

export const CreateOrder: Operation<CreateOrderAnswer, CreateOrderVariables> = {
  document: `mutation CreateOrder($input: CreateOrderInput!) {
  createOrder(input: $input) {
    order {
      ...Order
    }
    trackingToken
    replayed
    userErrors {
      ...UserError
    }
  }
}

fragment Order on Order {
  id
  number
  version
  branch {
    name
    timeZone
  }
  fulfilment
  customer {
    name
    phone
  }
  address {
    line
    comment
  }
  comment
  status
  summary
  progress {
    stage
    headline
    expectedAt
    steps {
      name
      statuses
      at
      done
      current
    }
  }
  statusChangedAt
  createdAt
  wantedAt
  promisedAt
  estimatedAt
  trackingUrl
  courier {
    name
    phone
  }
  injection {
    state
  }
  lines {
    article
    name
    sizeName
    quantity
    comment
    unitPrice {
      ...Money
    }
    total {
      ...Money
    }
    options {
      article
      name
      quantity
    }
  }
  totals {
    subtotal {
      ...Money
    }
    total {
      ...Money
    }
  }
  promotions {
    code
    name
    pending
    amount {
      ...Money
    }
  }
  payment {
    method
    paidOnline
    toTake {
      ...Money
    }
    change {
      ...Money
    }
  }
}

fragment Money on Money {
  amount
  currencyCode
}

fragment UserError on UserError {
  __typename
  code
  field
  message
  ... on ItemUserError {
    article
    currentPrice {
      ...Money
    }
  }
  ... on BranchClosedUserError {
    opensAt
  }
  ... on BelowMinimumUserError {
    minimumSum {
      ...Money
    }
    missing {
      ...Money
    }
  }
  ... on TimeSlotUserError {
    nextSlotAt
  }
  ... on UpstreamUserError {
    fix
    retryable
  }
}`,
};

export interface TrackedOrderVariables {
  readonly token: string;
}

export interface TrackedOrderAnswer {
  /** The order that belongs to a tracking token. */
  readonly trackedOrder: Order | null;
}

export const TrackedOrder: Operation<TrackedOrderAnswer, TrackedOrderVariables> = {
  document: `query TrackedOrder($token: String!) {
  trackedOrder(token: $token) {
    ...Order
  }
}

fragment Order on Order {
  id
  number
  version
  branch {
    name
    timeZone
  }
  fulfilment
  customer {
    name
    phone
  }
  address {
    line
    comment
  }
  comment
  status
  summary
  progress {
    stage
    headline
    expectedAt
    steps {
      name
      statuses
      at
      done
      current
    }
  }
  statusChangedAt
  createdAt
  wantedAt
  promisedAt
  estimatedAt
  trackingUrl
  courier {
    name
    phone
  }
  injection {
    state
  }
  lines {
    article
    name
    sizeName
    quantity
    comment
    unitPrice {
      ...Money
    }
    total {
      ...Money
    }
    options {
      article
      name
      quantity
    }
  }
  totals {
    subtotal {
      ...Money
    }
    total {
      ...Money
    }
  }
  promotions {
    code
    name
    pending
    amount {
      ...Money
    }
  }
  payment {
    method
    paidOnline
    toTake {
      ...Money
    }
    change {
      ...Money
    }
  }
}

fragment Money on Money {
  amount
  currencyCode
}`,
};

export interface TimelineVariables {
  readonly token: string;
  readonly after?: string | null | undefined;
}

export interface TimelineAnswer {
  /** The order that belongs to a tracking token. */
  readonly trackedOrder: {
    /** Kitchen and delivery status of the order. `injection` tells whether the till has it. */
    readonly status: OrderStatus;
    /** All events of the order in sequence. Poll it with `after`. If the cursor does not belong to this history, the list starts from the beginning and `hasPreviousPage` is false. */
    readonly timeline: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly TrackedEvent[];
      /** Position of the page in the list, and how to get the next page. */
      readonly pageInfo: {
        /** Whether there are entries after this page. */
        readonly hasNextPage: boolean;
      };
    };
  } | null;
}

export const Timeline: Operation<TimelineAnswer, TimelineVariables> = {
  document: `query Timeline($token: String!, $after: EventCursor) {
  trackedOrder(token: $token) {
    status
    timeline(after: $after, first: 100) {
      nodes {
        ...TrackedEvent
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}

fragment TrackedEvent on OrderEvent {
  __typename
  id
  cursor
  previousCursor
  at
  source
  summary
  ... on OrderStatusEvent {
    from
    to
    lateBySeconds
  }
  ... on InjectionEvent {
    state
    attempt
  }
}`,
};

export interface TrackOrderVariables {
  readonly token: string;
  readonly after?: string | null | undefined;
}

export interface TrackOrderAnswer {
  /** All events of an order: replays what came after the cursor, then continues live. Without a cursor, the first event is the current status. */
  readonly trackOrder: TrackedEvent;
}

export const TrackOrder: Operation<TrackOrderAnswer, TrackOrderVariables> = {
  document: `subscription TrackOrder($token: String!, $after: EventCursor) {
  trackOrder(token: $token, after: $after) {
    ...TrackedEvent
  }
}

fragment TrackedEvent on OrderEvent {
  __typename
  id
  cursor
  previousCursor
  at
  source
  summary
  ... on OrderStatusEvent {
    from
    to
    lateBySeconds
  }
  ... on InjectionEvent {
    state
    attempt
  }
}`,
};
