// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "./operation.ts";

/** Where the courier brings the order. It is kept with the order as the guest gave it. */
export interface AddressInput {
  /** Building or block of the house («корпус», «строение»), if it has one. At most 10 characters. */
  readonly building?: string | null | undefined;
  /** Town; left out where the restaurant serves one town only. At most 60 characters. */
  readonly city?: string | null | undefined;
  /** For the courier: how to find the door, for example. At most 300 characters. */
  readonly comment?: string | null | undefined;
  /** Code of the door or number to ring. At most 10 characters. */
  readonly doorphone?: string | null | undefined;
  /** Entrance of the house («подъезд»). At most 10 characters. */
  readonly entrance?: string | null | undefined;
  /** Flat or office. At most 100 characters. */
  readonly flat?: string | null | undefined;
  /** Floor, as it is counted in the house. At most 10 characters. */
  readonly floor?: string | null | undefined;
  /** Number of the house, with its letter or fraction if any: "12/2", for example. At most 100 characters. */
  readonly house: string;
  /** Degrees north, −90 to 90, as "55.7558". Sent to the POS only together with the longitude. */
  readonly latitude?: string | null | undefined;
  /** Degrees east, −180 to 180, as "37.6176". Sent to the POS only together with the latitude. */
  readonly longitude?: string | null | undefined;
  /** The POS's id of the street, where the site knows it. */
  readonly posStreetId?: string | null | undefined;
  /** Name of the street, as the restaurant's POS spells it where you know that. At most 60 characters. */
  readonly street: string;
}

/** A challenge from createOrderChallenge, solved. */
export interface ChallengeAnswerInput {
  /** The text that was found to solve the challenge. At most 200 characters. */
  readonly answer: string;
  /** As it came with the challenge. At most 200 characters. */
  readonly token: string;
}

/** What one part of a combo is: a choice of its group. */
export interface ComboPartInput {
  /** The dish: Product.article of one of the group's choices. At most 100 characters. */
  readonly article: string;
  /** See ComboGroup.id. At most 100 characters. */
  readonly groupId: string;
  /** What the guest has chosen for this part. At most 100 items. */
  readonly options?: readonly OrderOptionInput[] | null | undefined;
  /** Left out: the only size the group has, or the default one. At most 100 characters. */
  readonly sizeId?: string | null | undefined;
}

/** One order of a guest. Amounts are in the branch's currency. */
export interface CreateOrderInput {
  /** Needed for DELIVERY, refused for PICKUP. */
  readonly address?: AddressInput | null | undefined;
  /** Points that are to pay. Only the guest, signed in with customer.phone, or an API key may spend them. */
  readonly bonusToSpend?: string | null | undefined;
  /** The branch that is to make the order: Branch.id. At most 100 characters. */
  readonly branchId: string;
  /** A way past TOO_MANY_OPEN_ORDERS and CHALLENGE_REQUIRED for a guest who is not signed in. Good for one order; a repeat under the same key needs none. */
  readonly challenge?: ChallengeAnswerInput | null | undefined;
  /** For kitchen and courier. At most 500 characters. */
  readonly comment?: string | null | undefined;
  /** Whose order it is: the restaurant calls this guest, and the POS knows the guest by the phone. */
  readonly customer: CustomerInput;
  /** Only with an API key. The till gets them as one discount, at most the subtotal. At most 100 items. */
  readonly discounts?: readonly OrderDiscountInput[] | null | undefined;
  /** What the guest was shown as totals.total; PRICE_CHANGED when it is not so. */
  readonly expectedTotal?: string | null | undefined;
  /** How the guest gets the order. DINE_IN is not taken. */
  readonly fulfilment: Fulfilment;
  /** For how many persons the cutlery is: from 1 to 99. */
  readonly guestCount?: number | null | undefined;
  /** Required. Same key + same input returns the same order of the branch for ever, whoever asks again; same key + other input is IDEMPOTENCY_KEY_REUSED. Your keys are yours within a branch: somebody else's equal key is another one. You are the restaurant (all its API keys), a guest, or nobody. At most 200 characters. */
  readonly idempotencyKey: string;
  /** What is ordered: at least one line. At most 100 items. */
  readonly lines: readonly OrderLineInput[];
  /** What happens when a price is not the one of expectedTotal, expectedUnitPrice or the quote. */
  readonly onPriceMismatch?: PriceMismatchPolicy | undefined;
  /** How what is left of the total after points is paid. */
  readonly payment: PaymentInput;
  /** As the guest typed them: Result.Rest's own, or one coupon of the POS's loyalty programme. At most 5 items of at most 100 characters each. */
  readonly promoCodes?: readonly string[] | null | undefined;
  /** A quote of the same basket: its price holds, else PRICE_CHANGED tells the new total. At most 100 characters. */
  readonly quoteId?: string | null | undefined;
  /** Left out: as soon as possible. */
  readonly wantedAt?: string | null | undefined;
}

/** ISO 4217. */
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
  /** The guest agrees to be kept in the restaurant's base. */
  readonly joinsLoyalty?: boolean | undefined;
  /** How the restaurant addresses the guest. At most 60 characters. */
  readonly name: string;
  /** Any usual spelling; kept as +79001234567. At most 100 characters. */
  readonly phone: string;
}

/** How a guest gets an order. */
export type Fulfilment =
  | "DELIVERY"
  | "DINE_IN"
  | "PICKUP";

/** Does the till have the order? An axis of its own beside OrderStatus. */
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

/** A discount that Result.Rest has worked out itself. */
export interface OrderDiscountInput {
  /** What it takes off, in the branch's currency. */
  readonly amount: string;
  /** What guest and operator call it. At most 100 characters. */
  readonly name: string;
}

/** One dish of a basket. */
export interface OrderLineInput {
  /** The dish: Product.article. At most 100 characters. */
  readonly article: string;
  /** Of a combo: one part for each of its groups. A group with a single choice may be left out. At most 50 items. */
  readonly combo?: readonly ComboPartInput[] | null | undefined;
  /** The guest's wish for this dish, for the kitchen. At most 255 characters. */
  readonly comment?: string | null | undefined;
  /** What the guest was shown; PRICE_CHANGED when it is not so. */
  readonly expectedUnitPrice?: string | null | undefined;
  /** What the guest has chosen. A group that is left out gets its defaults, or its only option where one is required. At most 100 items. */
  readonly options?: readonly OrderOptionInput[] | null | undefined;
  /** Portions, above 0, with at most three decimals; halves and combos in whole portions only. */
  readonly quantity?: string | undefined;
  /** Makes the line two halves of one dish: `article` and `options` are the first half. Both dishes must be `halfAndHalf`. */
  readonly secondHalf?: SecondHalfInput | null | undefined;
  /** Left out: the default size. At most 100 characters. */
  readonly sizeId?: string | null | undefined;
}

/** An option to a dish. */
export interface OrderOptionInput {
  /** The option's article, or its id where it has none. At most 100 characters. */
  readonly article: string;
  /** See OptionGroup.id: which group is meant where several have the option. Left out: wherever something is missing first, then wherever there is room. At most 100 characters. */
  readonly groupId?: string | null | undefined;
  /** How many units of it, per one unit of the line. */
  readonly quantity?: string | undefined;
}

/** What the guest is told of an order now, from `status` and `injection.state` together. More values may come: show `headline`. */
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

/** Kitchen and delivery axis. Injection into the POS is a separate axis: see Injection.state. */
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
  /** For CASH: the banknotes the guest has; the courier brings the change. */
  readonly changeFrom?: string | null | undefined;
  /** The payment provider's id. Only with an API key of the branch, else FORBIDDEN. Pays one order of the branch, and no other when that is cancelled: CONFLICT. At most 200 characters. */
  readonly externalPaymentId?: string | null | undefined;
  /** How the guest pays. BONUS is refused: points are spent by bonusToSpend. */
  readonly method: PaymentMethod;
  /** The money was taken already; for ONLINE. Only with an API key of the branch, else FORBIDDEN. */
  readonly paidOnline?: boolean | undefined;
}

/** How a guest pays, in Result.Rest's terms. */
export type PaymentMethod =
  | "BONUS"
  | "CARD_ON_DELIVERY"
  | "CASH"
  | "ONLINE";

/** What createOrder does when a price is not the one that the guest was shown. */
export type PriceMismatchPolicy =
  | "ACCEPT"
  | "ACCEPT_LOWER"
  | "REJECT";

/** As CreateOrderInput, of which only the branch and the basket must be known. */
export interface QuoteInput {
  /** Where the order would be brought. May be left out for a price. */
  readonly address?: AddressInput | null | undefined;
  /** Points that are to pay; see bonusApplied and bonusMax. */
  readonly bonusToSpend?: string | null | undefined;
  /** The branch that would make the order: Branch.id. At most 100 characters. */
  readonly branchId: string;
  /** Left out: the guest who is signed in, if any. */
  readonly customer?: CustomerInput | null | undefined;
  /** Only with an API key. At most 100 items. */
  readonly discounts?: readonly OrderDiscountInput[] | null | undefined;
  /** How the guest would get the order: it decides on the delivery fee. */
  readonly fulfilment: Fulfilment;
  /** The basket. At most 100 items. */
  readonly lines: readonly OrderLineInput[];
  /** See CreateOrderInput.promoCodes. At most 5 items of at most 100 characters each. */
  readonly promoCodes?: readonly string[] | null | undefined;
  /** When the guest would want it; left out: as soon as possible. */
  readonly wantedAt?: string | null | undefined;
}

/** The dish on the second half; it has the line's size. */
export interface SecondHalfInput {
  /** The dish: Product.article. At most 100 characters. */
  readonly article: string;
  /** What the guest has chosen for this half. At most 100 items. */
  readonly options?: readonly OrderOptionInput[] | null | undefined;
}

/** Which side a fact comes from. */
export type Source =
  | "GATEWAY"
  | "IIKO"
  | "RESULT_REST";

/** Why something cannot be ordered now. */
export type UnavailableReason =
  | "DELETED"
  | "HIDDEN"
  | "NOT_IN_MENU"
  | "NOT_PRICED"
  | "OPTIONS_MISSING"
  | "STOP_LIST";

/** What a caller can mend: in `userErrors`, in issues of the catalogue, and as the reason of a change in a plan. Values are only ever added. */
export type UserErrorCode =
  | "ALREADY_IN_POS"
  | "ARTICLE_CHANGED"
  | "ARTICLE_MISSING"
  | "ARTICLE_NOT_IN_EXTERNAL_MENU"
  | "ARTICLE_NOT_NUMERIC"
  | "ARTICLE_OF_SIZE"
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
  | "TIME_SLOT_UNAVAILABLE"
  | "TOO_MANY_OPEN_ORDERS"
  | "UPSTREAM_REJECTED"
  | "UPSTREAM_UNAVAILABLE"
  | "ZERO_PRICE";

export type Money = {
  /** A decimal string with two places: "449.90". */
  readonly amount: string;
  /** The currency of the branch. */
  readonly currencyCode: CurrencyCode;
};

export type Branch = {
  /** What arguments named branchId take. */
  readonly id: string;
  /** What guests and operators call the branch. */
  readonly name: string;
  /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
  readonly timeZone: string;
  /** Now. A pause that has an end is over by itself. */
  readonly acceptingDelivery: boolean;
  /** Now. A pause that has an end is over by itself. */
  readonly acceptingPickup: boolean;
  /** null: not paused, or until somebody opens it. */
  readonly deliveryPausedUntil: string | null;
  /** null: not paused, or until somebody opens it. */
  readonly pickupPausedUntil: string | null;
};

export type UserError = {
  readonly __typename: "GenericUserError";
  /** What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong in one sentence, to be shown as it is. */
  readonly message: string;
} | {
  readonly __typename: "ItemUserError";
  /** What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong in one sentence, to be shown as it is. */
  readonly message: string;
  /** The article that it is about; empty where it is about the whole order, null where there is none. */
  readonly article: string | null;
  /** With PRICE_CHANGED: today's price, of one unit or of the whole order as `field` says. null: no price is to blame, or it has to be asked for anew. */
  readonly currentPrice: Money | null;
} | {
  readonly __typename: "OrderClaimedUserError";
  /** What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong in one sentence, to be shown as it is. */
  readonly message: string;
} | {
  readonly __typename: "UpstreamUserError";
  /** What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID. */
  readonly code: UserErrorCode;
  /** Path into the arguments, for example input.lines.0.sizeId. */
  readonly field: readonly string[] | null;
  /** What is wrong in one sentence, to be shown as it is. */
  readonly message: string;
  /** What a person can do about it, in the language of `message`. */
  readonly fix: string | null;
  /** May the same succeed later, unchanged? */
  readonly retryable: boolean;
};

export type Product = {
  /** Opaque, and never another object's: keep it, compare it, hand it back. */
  readonly id: string;
  /** The digits both systems know the product by («артикул»). Zeros in front matter. */
  readonly article: string;
  /** What guests call it. */
  readonly name: string;
  /** What the menu says of the dish beneath its name; null: nothing. */
  readonly description: string | null;
  /** Its pictures, in the order in which the POS lists them; may be empty. */
  readonly images: readonly {
    /** Web address of the picture, as the POS tells it; the gateway keeps no copy. */
    readonly url: string;
  }[];
  /** May be one half of a dish: see OrderLineInput.secondHalf. */
  readonly halfAndHalf: boolean;
  /** Available when a size of it is. A size needs enough options left in every group that a choice must be made of. */
  readonly availability: {
    /** true: it can be ordered now. */
    readonly available: boolean;
    /** Portions left; null: the POS names no limit. */
    readonly remaining: string | null;
    /** Set exactly when it is not available. */
    readonly reason: UnavailableReason | null;
  };
  /** One unit in the cheapest and in the dearest size, with the cheapest way to satisfy required option groups. null: no size is sold here. */
  readonly priceRange: {
    /** In the cheapest size: what a menu shows as "from". */
    readonly min: Money;
    /** In the dearest size. */
    readonly max: Money;
  } | null;
  /** At least one; a product without sizes has one without a name. */
  readonly sizes: readonly {
    /** What a basket names as `sizeId`. In a PosMenuItem it is the POS's own id. */
    readonly id: string;
    /** null: the product has no sizes. */
    readonly name: string | null;
    /** true: the size that is ordered when a basket names none. */
    readonly isDefault: boolean;
    /** null: not sold here. 0: free. */
    readonly price: Money | null;
    /** Whether this size can be ordered now. */
    readonly availability: {
      /** true: it can be ordered now. */
      readonly available: boolean;
    };
  }[];
  /** What a guest may add or has to choose, in menu order. */
  readonly optionGroups: readonly {
    /** Id of the group within its product's menu. */
    readonly id: string;
    /** What guests choose here: "Sauce", for example. */
    readonly name: string;
    /** How many units must be chosen of the whole group at least; 0: the group may be left out. */
    readonly min: number;
    /** How many units may be chosen of the whole group at most. */
    readonly max: number;
    /** This many units of the group cost nothing: the first ones, as the order lists its options. */
    readonly freeAmount: number;
    /** What there is to choose from, in menu order. */
    readonly options: readonly {
      /** Id of the option within its product's menu. A basket names it where there is no article. */
      readonly id: string;
      /** The option's article in the POS; null: it has none, and is ordered by its id. */
      readonly article: string | null;
      /** What guests call it. */
      readonly name: string;
      /** How many units of it must be chosen at least; 0: none has to be. */
      readonly min: number;
      /** How many units of it may be chosen at most. */
      readonly max: number;
      /** How many are chosen before the guest changes anything. */
      readonly byDefault: number;
      /** This many units of the option cost nothing, before those of its group. */
      readonly freeAmount: number;
      /** One unit with the product's default size, or with the first one the option is sold with. With another size it may cost something else: show the row of `prices` for the size that the guest has chosen. */
      readonly price: Money;
      /** One unit with each of the product's sizes: what is charged. */
      readonly prices: readonly {
        /** One of the product's sizes. */
        readonly sizeId: string;
        /** null: the option cannot be chosen with this size. 0: free. */
        readonly price: Money | null;
      }[];
      /** Whether the option by itself can be ordered now. */
      readonly availability: {
        /** true: it can be ordered now. */
        readonly available: boolean;
      };
    }[];
  }[];
  /** What a combo is made of; empty for every other product. */
  readonly comboGroups: readonly {
    /** What ComboPartInput.groupId names. */
    readonly id: string;
    /** What guests choose here: "Drink", for example. */
    readonly name: string;
    /** What the catalogue sells. Without any the combo cannot be ordered. */
    readonly choices: readonly {
      /** The product, as the menu has it. */
      readonly product: {
        /** Opaque, and never another object's: keep it, compare it, hand it back. */
        readonly id: string;
        /** The digits both systems know the product by («артикул»). Zeros in front matter. */
        readonly article: string;
        /** What guests call it. */
        readonly name: string;
      };
      /** The product's size. */
      readonly sizeId: string;
      /** The combo's size that it comes with. */
      readonly comboSizeId: string;
      /** What it adds to the price of the combo's size. Paid options come on top. */
      readonly price: Money;
      /** The product's options that the combo does not allow. */
      readonly forbiddenOptionIds: readonly string[];
    }[];
  }[];
};

export type ProductPage = {
  /** The page's entries, for whoever needs no cursor of each. */
  readonly nodes: readonly Product[];
  /** Where the page stands in the list, and how to get the next one. */
  readonly pageInfo: {
    /** true: there are entries after this page. */
    readonly hasNextPage: boolean;
    /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
    readonly endCursor: string | null;
  };
};

export type Quote = {
  /** Whoever knows it may order by the quote: keep it with the basket. */
  readonly id: string;
  /** Until then the price holds, unless the menu changes. */
  readonly expiresAt: string;
  /** The basket's lines, in its order. */
  readonly lines: readonly QuoteLine[];
  /** Dishes that promo codes give, beside the lines. */
  readonly gifts: readonly QuoteLine[];
  /** All lines with their options, before discounts and without the delivery. */
  readonly subtotal: Money;
  /** All discounts together. */
  readonly discount: Money;
  /** What the way to the guest costs; 0 for a pick-up, and where the delivery is free. */
  readonly deliveryFee: Money;
  /** What points pay: of bonusToSpend as much as there is. */
  readonly bonusApplied: Money;
  /** What points may pay at most; 0 for everybody but the guest, signed in with the phone, and API keys. */
  readonly bonusMax: Money;
  /** What is paid in money: subtotal − discount + deliveryFee − bonusApplied. */
  readonly total: Money;
  /** What makes the order cheaper, points aside. */
  readonly appliedPromotions: readonly {
    /** null: it needed no code. */
    readonly code: string | null;
    /** What guests call it, as it was called when the order was priced. */
    readonly name: string;
    /** Only the till reckons what it gives: `amount` and all totals are without it, and the guest may pay less there. */
    readonly pending: boolean;
    /** What it took off; 0 for a gift, which is a line of its own, and for a coupon of the POS's. */
    readonly amount: Money;
  }[];
  /** What would make createOrder refuse this order now. */
  readonly warnings: readonly {
    /** What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID. */
    readonly code: UserErrorCode;
    /** Path into the arguments, for example input.lines.0.sizeId. */
    readonly field: readonly string[] | null;
    /** What is wrong in one sentence, to be shown as it is. */
    readonly message: string;
  }[];
};

export type QuoteLine = {
  /** The dish's article. */
  readonly article: string;
  /** The dish's name in the menu. */
  readonly name: string;
  /** Portions, as a decimal string. */
  readonly quantity: string;
  /** Of one unit without options. */
  readonly unitPrice: Money;
  /** With options, times quantity. */
  readonly total: Money;
};

export type Order = {
  /** Id of the order for the whole life of it. Staff and guests know the order by its `number`. */
  readonly id: string;
  /** What guest and restaurant call the order. It opens nothing. */
  readonly number: string;
  /** Number of events so far; grows with every change. */
  readonly version: number;
  /** The branch that makes the order, as it is set up now. */
  readonly branch: {
    /** What guests and operators call the branch. */
    readonly name: string;
    /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
    readonly timeZone: string;
  };
  /** How the guest gets the order. */
  readonly fulfilment: Fulfilment;
  /** null: it was erased. */
  readonly customer: {
    /** As the guest gave it with this order. */
    readonly name: string;
    /** As +79001234567. */
    readonly phone: string;
  } | null;
  /** null: it is collected, or was erased. */
  readonly address: {
    /** All of it but the comment, in one line. */
    readonly line: string;
    /** The guest's words for the courier; null: there are none. */
    readonly comment: string | null;
  } | null;
  /** The guest's note for kitchen and courier; null: there is none. */
  readonly comment: string | null;
  /** What the guest may be shown of kitchen and courier. Whether the till has the order is told by `injection`. */
  readonly status: OrderStatus;
  /** Where the order is, in one line for its guest, with times of the restaurant's clock and days. */
  readonly summary: string;
  /** Where the order is now, as a guest is told it: headline, time, and steps. */
  readonly progress: {
    /** The same as `headline`, for programs. */
    readonly stage: OrderStage;
    /** What happens now. */
    readonly headline: string;
    /** When the guest gets it: the restaurant's promise, else what the guest asked for; null: nobody says so, or it is over. */
    readonly expectedAt: string | null;
    /** As there are for the way of receipt. Empty for a cancelled order; of one entered by hand those that become known. */
    readonly steps: readonly {
      /** What the step is called, in the reader's language. */
      readonly name: string;
      /** The statuses that belong to the step. */
      readonly statuses: readonly OrderStatus[];
      /** When it began; null: it has not, or nobody noted when. */
      readonly at: string | null;
      /** Is the order at the step, or past it? */
      readonly done: boolean;
      /** Is the order at this very step now? */
      readonly current: boolean;
    }[];
  };
  /** When the order came to this status: the time that the restaurant noted for it, else when the gateway learned of it. */
  readonly statusChangedAt: string;
  /** When the gateway took the order. */
  readonly createdAt: string;
  /** When the guest wants it; null is as soon as possible. */
  readonly wantedAt: string | null;
  /** When the guest was promised the order, as the POS has it. */
  readonly promisedAt: string | null;
  /** When the POS expects the order to be ready or delivered. */
  readonly estimatedAt: string | null;
  /** A page that shows where the courier is. */
  readonly trackingUrl: string | null;
  /** Who brings the order now, as the POS last told; null: nobody is known. */
  readonly courier: {
    /** Name in the POS; null where the POS names none. */
    readonly name: string | null;
    /** Phone as the POS has it; null where it tells none. */
    readonly phone: string | null;
  } | null;
  /** Whether the till has the order, and how it got there. */
  readonly injection: {
    /** Where the order is on its way to the till. */
    readonly state: InjectionState;
  };
  /** What was ordered, gifts included, as it was sold: later changes of the menu do not touch it. */
  readonly lines: readonly {
    /** The dish's article when it was ordered. */
    readonly article: string;
    /** The dish's name when it was ordered. */
    readonly name: string;
    /** The size's name when it was ordered; null: the dish has no sizes. */
    readonly sizeName: string | null;
    /** Portions, as a decimal string: "1", or "0.5" where the dish is sold in parts. */
    readonly quantity: string;
    /** The guest's wish for this dish; null: there is none. */
    readonly comment: string | null;
    /** Of one unit without options. */
    readonly unitPrice: Money;
    /** With options, times quantity. */
    readonly total: Money;
    /** Of halves and parts, too: each is named with the half or part that it belongs to. */
    readonly options: readonly {
      /** The option's article when it was ordered; null: it has none. */
      readonly article: string | null;
      /** The option's name when it was ordered. */
      readonly name: string;
      /** Per one unit of the line. */
      readonly quantity: string;
    }[];
  }[];
  /** What the order costs, in the branch's currency, as it was priced when it was taken. */
  readonly totals: {
    /** All lines with their options, before discounts and without the delivery. */
    readonly subtotal: Money;
    /** What is paid in money: subtotal − discount + deliveryFee − bonusSpent. */
    readonly total: Money;
  };
  /** What made the order cheaper, points aside. */
  readonly promotions: readonly {
    /** null: it needed no code. */
    readonly code: string | null;
    /** What guests call it, as it was called when the order was priced. */
    readonly name: string;
    /** Only the till reckons what it gives: `amount` and all totals are without it, and the guest may pay less there. */
    readonly pending: boolean;
    /** What it took off; 0 for a gift, which is a line of its own, and for a coupon of the POS's. */
    readonly amount: Money;
  }[];
  /** What is to be taken from the guest, and how. */
  readonly payment: {
    /** How the guest chose to pay what points do not. */
    readonly method: PaymentMethod;
    /** Has it been paid already? */
    readonly paidOnline: boolean;
    /** In money, on receipt; 0 where it has been paid already. */
    readonly toTake: Money;
    /** What the courier brings back: changeFrom − toTake. */
    readonly change: Money | null;
  };
};

export type TrackedEvent = {
  readonly __typename: "InjectionEvent";
  /** Id of the event. `cursor`, not this, is what goes on from here. */
  readonly id: string;
  /** Hand it back as `after` to go on from here. */
  readonly cursor: string;
  /** The cursor of what this subscription or page told before it; of the first event the `after` that was handed in. If you have seen another event last, something on the way, such as a router, has lost what was between: subscribe anew after what you have seen. null: nothing was told before it, or the history begins anew. */
  readonly previousCursor: string | null;
  /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
  readonly at: string;
  /** Which side it comes from. */
  readonly source: Source;
  /** The event in one sentence, to be shown to guests and operators as it is. */
  readonly summary: string;
  /** The state that the order has come to. */
  readonly state: InjectionState;
  /** The number of the attempt that led to the step: InjectionAttempt.number; null when none did. */
  readonly attempt: number | null;
} | {
  readonly __typename: "NoteEvent";
  /** Id of the event. `cursor`, not this, is what goes on from here. */
  readonly id: string;
  /** Hand it back as `after` to go on from here. */
  readonly cursor: string;
  /** The cursor of what this subscription or page told before it; of the first event the `after` that was handed in. If you have seen another event last, something on the way, such as a router, has lost what was between: subscribe anew after what you have seen. null: nothing was told before it, or the history begins anew. */
  readonly previousCursor: string | null;
  /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
  readonly at: string;
  /** Which side it comes from. */
  readonly source: Source;
  /** The event in one sentence, to be shown to guests and operators as it is. */
  readonly summary: string;
} | {
  readonly __typename: "OrderClaimEvent";
  /** Id of the event. `cursor`, not this, is what goes on from here. */
  readonly id: string;
  /** Hand it back as `after` to go on from here. */
  readonly cursor: string;
  /** The cursor of what this subscription or page told before it; of the first event the `after` that was handed in. If you have seen another event last, something on the way, such as a router, has lost what was between: subscribe anew after what you have seen. null: nothing was told before it, or the history begins anew. */
  readonly previousCursor: string | null;
  /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
  readonly at: string;
  /** Which side it comes from. */
  readonly source: Source;
  /** The event in one sentence, to be shown to guests and operators as it is. */
  readonly summary: string;
} | {
  readonly __typename: "OrderStatusEvent";
  /** Id of the event. `cursor`, not this, is what goes on from here. */
  readonly id: string;
  /** Hand it back as `after` to go on from here. */
  readonly cursor: string;
  /** The cursor of what this subscription or page told before it; of the first event the `after` that was handed in. If you have seen another event last, something on the way, such as a router, has lost what was between: subscribe anew after what you have seen. null: nothing was told before it, or the history begins anew. */
  readonly previousCursor: string | null;
  /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
  readonly at: string;
  /** Which side it comes from. */
  readonly source: Source;
  /** The event in one sentence, to be shown to guests and operators as it is. */
  readonly summary: string;
  /** The status before; null: the order was just taken. */
  readonly from: OrderStatus | null;
  /** The status from then on; of late news, the status that the news was about. */
  readonly to: OrderStatus;
  /** Set when the news was older than what was known: it changed nothing. */
  readonly lateBySeconds: number | null;
};

export interface BranchesVariables {
}

export interface BranchesAnswer {
  /** A key that is limited to branches sees those only. */
  readonly branches: {
    /** The page's entries, for whoever needs no cursor of each. */
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
  /** What a branch sells now; null: there is no such branch, or your key is for others only. */
  readonly menu: {
    /** Another one after every change of the catalogue or of what is available. */
    readonly revision: string;
    /** When the POS last confirmed it; without a POS, when it was read. */
    readonly asOf: string;
    /** For three minutes the POS has not told what it lacks, or its menu could not be read. */
    readonly stale: boolean;
    /** All headings of the menu, in menu order. */
    readonly sections: readonly {
      /** Opaque, and never another object's: keep it, compare it, hand it back. */
      readonly id: string;
      /** What guests call it. */
      readonly name: string;
      /** The name as a part of a URL, unique in the branch. */
      readonly slug: string;
      /** From 0. */
      readonly position: number;
      /** Its products, in menu order. */
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
  /** In menu order. */
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

export interface QuoteOrderVariables {
  readonly input: QuoteInput;
}

export interface QuoteOrderAnswer {
  /** Tells what an order would cost, and what would stand against it. Orders nothing. */
  readonly quoteOrder: {
    /** The priced basket; null when `userErrors` says why it has no price. */
    readonly quote: Quote | null;
    /** What leaves the basket without a price. */
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
  bonusApplied {
    ...Money
  }
  bonusMax {
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
  /** Takes an order at once; the restaurant's till gets it next. Follow it with trackOrder. */
  readonly createOrder: {
    /** The order that was taken, now or by an earlier call with the same key; null when `userErrors` says why none was. */
    readonly order: Order | null;
    /** Bearer secret for guest tracking; returned to the creator only, and again on a repeat. */
    readonly trackingToken: string | null;
    /** true: the order is the one that an earlier call with the same key has made; this call made none. */
    readonly replayed: boolean;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
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
  /** The order a tracking token opens. */
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
  /** The order a tracking token opens. */
  readonly trackedOrder: {
    /** What the guest may be shown of kitchen and courier. Whether the till has the order is told by `injection`. */
    readonly status: OrderStatus;
    /** The whole story in order. Poll it with `after`. A cursor that is not of this history starts at the beginning: `hasPreviousPage` is false then. */
    readonly timeline: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly TrackedEvent[];
      /** Where the page stands in the list, and how to get the next one. */
      readonly pageInfo: {
        /** true: there are entries after this page. */
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
  /** Replays everything after the cursor, then goes live; the first event is a snapshot when no cursor is given. */
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
