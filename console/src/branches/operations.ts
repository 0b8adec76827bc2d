// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** The headings of the form for a branch's settings, in its order. */
export type BranchSettingGroupName =
  | "BRANCH"
  | "CONNECTION"
  | "DELIVERY"
  | "FALLBACK"
  | "GUEST_ORDERS"
  | "INJECTION"
  | "LOYALTY"
  | "MENU"
  | "PAYMENT_TYPES"
  | "POS_ORDERS"
  | "PROMO_CODES"
  | "STATUSES";

/** How a setting of a branch is asked for. */
export type BranchSettingKind =
  | "AMOUNT"
  | "CHOICE"
  | "COUNT"
  | "FLAG"
  | "LIST"
  | "MINUTES"
  | "PERCENT"
  | "POS_ID"
  | "SECONDS"
  | "SECRET"
  | "TEXT";

/** A field left out stays as it is; null clears it. */
export interface BranchSettingsInput {
  /** Your yes to another POS, organization, terminal group or key while orders are under way, see ORDERS_UNDER_WAY. Those that were sent end where they are, the others go by the new settings. */
  readonly acceptOpenOrders?: boolean | null | undefined;
  /** A key of the second kind, with appId and clientSecret. At most 500 characters. */
  readonly apiKey?: string | null | undefined;
  /** A key of the first kind. Stored encrypted. At most 500 characters. */
  readonly apiLogin?: string | null | undefined;
  /** The application's id that goes with `apiKey`. At most 500 characters. */
  readonly appId?: string | null | undefined;
  /** The POS's payment type that spends points; null is «не выбрано»: nothing can be paid by points. */
  readonly bonusPaymentTypeId?: string | null | undefined;
  /** Which wallet of a guest holds the points: LoyaltyWalletType.posId; null: the only one of its kind. */
  readonly bonusWalletId?: string | null | undefined;
  /** 0 to 100; null is 0: nothing can be paid by points. */
  readonly bonusWriteOffLimitPercent?: number | null | undefined;
  /** The secret that goes with `apiKey`. Stored encrypted, never shown again. At most 500 characters. */
  readonly clientSecret?: string | null | undefined;
  /** ISO 3166-1 alpha-2, for example RU: how guests write phones. At most 10 characters. */
  readonly country?: string | null | undefined;
  /** What a delivery by courier costs the guest. */
  readonly delivery?: DeliveryTermsInput | null | undefined;
  /** «Не передавать промокоды»: those of Result.Rest never reach the POS. null is false. */
  readonly doNotSendPromoCodes?: boolean | null | undefined;
  /** «Не использовать баллы»: no balance is shown, and none can be spent. null is false. */
  readonly doNotUseBonuses?: boolean | null | undefined;
  /** «Не использовать промокоды»: those of the POS never reach Result.Rest. null is false. */
  readonly doNotUsePosPromoCodes?: boolean | null | undefined;
  /** The external menu that the branch's menu is read from: ExternalMenu.posId; null: the nomenclature is read. At most 100 characters. */
  readonly externalMenuId?: string | null | undefined;
  /** Whom the gateway tells when the till does not take an order. Replaces the whole list; null: nobody. At most 20 items. */
  readonly fallback?: readonly FallbackChannelInput[] | null | undefined;
  /** null: the standard. */
  readonly guestOrders?: GuestOrdersInput | null | undefined;
  /** Try it with one order first: docs/nastroika-iiko.md. */
  readonly holdBonuses?: boolean | null | undefined;
  /** null: the standard policy. */
  readonly injection?: InjectionPolicyInput | null | undefined;
  /** The branch's own name. At most 100 characters. */
  readonly name?: string | null | undefined;
  /** The restaurant in the POS: Organization.posId. */
  readonly organizationId?: string | null | undefined;
  /** What the till books for each way of paying. Replaces the whole list; each method at most once. At most 100 items. */
  readonly paymentTypes?: readonly PaymentTypeMappingInput[] | null | undefined;
  /** Anything but NONE needs a key and an organization. */
  readonly pos?: PosKind | null | undefined;
  /** null: nothing is chosen. */
  readonly posOrders?: PosOrderTermsInput | null | undefined;
  /** The price category of the external menu whose prices hold; null: the POS's usual prices. */
  readonly priceCategoryId?: string | null | undefined;
  /** Quotes ask iiko's loyalty programme what it gives and takes; orders by such a quote carry its discounts. null is false. */
  readonly quotesByPosLoyalty?: boolean | null | undefined;
  /** Another meaning for words of the POS. Replaces the whole list; each word at most once. At most 100 items. */
  readonly statusMap?: readonly StatusMappingInput[] | null | undefined;
  /** The tills that get the branch's orders: TerminalGroup.posId; null: the POS chooses. */
  readonly terminalGroupId?: string | null | undefined;
  /** IANA zone, for example Europe/Moscow. At most 64 characters. */
  readonly timeZone?: string | null | undefined;
  /** «Универсальная скидка для Result.Rest»: the POS's discount that takes a sum; null is «не выбрано». */
  readonly universalDiscountId?: string | null | undefined;
}

/** How a look of the connection doctor came out. */
export type CheckState =
  | "FAILED"
  | "NOT_CHECKED"
  | "OK"
  | "WARNING";

/** A branch that is not connected to a POS yet. */
export interface CreateBranchInput {
  /** ISO 3166-1 alpha-2, for example RU; left out: what currency and time zone tell. At most 10 characters. */
  readonly country?: string | null | undefined;
  /** The currency of every price and amount of the branch. It cannot be changed later. */
  readonly currencyCode?: CurrencyCode | undefined;
  /** What guests and operators call the branch. At most 100 characters. */
  readonly name: string;
  /** IANA zone, for example Europe/Moscow. At most 64 characters. */
  readonly timeZone: string;
}

/** How a key opens the POS. */
export type CredentialKind =
  | "API_LOGIN_V1"
  | "APP_KEY_V2";

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

/** Of deliveries by courier, in the branch's currency. Left out stays; null clears. */
export interface DeliveryTermsInput {
  /** null is 0: the way costs nothing. */
  readonly fee?: string | null | undefined;
  /** Dishes for this much, before discounts, are brought for nothing. */
  readonly freeFrom?: string | null | undefined;
  /** The POS's product that stands for the delivery. */
  readonly posProductId?: string | null | undefined;
}

/** One addressee of messages about orders that the till does not take. */
export interface FallbackChannelInput {
  /** false: it is kept, and nobody is told by it. */
  readonly enabled?: boolean | undefined;
  /** The way the message goes. */
  readonly kind: FallbackKind;
  /** Of the messages; left out: RU. */
  readonly language?: MessageLanguage | null | undefined;
  /** As `kind` says: an e-mail address (kitchen@example.ru), or a Telegram chat id, with the number of a topic behind a slash (-1001234567890/42). At most 254 characters. */
  readonly target: string;
}

/** A way to reach the staff when the till does not take an order. */
export type FallbackKind =
  | "EMAIL"
  | "TELEGRAM";

/** Left out stays; null is the standard. */
export interface GuestOrdersInput {
  /** true: each order of an unproven guest needs a solved challenge, else CHALLENGE_REQUIRED. */
  readonly challengeAlways?: boolean | null | undefined;
  /** From 8 to 24. */
  readonly challengeBits?: number | null | undefined;
  /** true: promotions that count their uses are for signed-in guests and API keys only, else SIGN_IN_REQUIRED. */
  readonly countedPromotionsOnlyProven?: boolean | null | undefined;
  /** From 0 to 1000; 0: any number. */
  readonly mostOpenPerPhone?: number | null | undefined;
  /** true: orders are taken from signed-in guests and with an API key only, else SIGN_IN_REQUIRED. */
  readonly onlyProven?: boolean | null | undefined;
}

/** What each half of a dish of two halves costs in the POS's order. */
export type HalfPrices =
  | "HALVED"
  | "WHOLE";

/** How long and how often the gateway tries to put an order into the till. What is left out stays; null is the standard. */
export interface InjectionPolicyInput {
  /** From 10 to 900. */
  readonly acceptTimeoutSeconds?: number | null | undefined;
  /** When the staff are warned that an order is still not in the till: from 30 to 86400, or 0 for never. */
  readonly alertIfNotAcceptedAfterSeconds?: number | null | undefined;
  /** Pauses of 0 to 3600 seconds. At most 10 items. */
  readonly retryDelaysSeconds?: readonly number[] | null | undefined;
  /** How late the sending of an order may begin: from 1 to 1440. */
  readonly sendWithinMinutes?: number | null | undefined;
}

/** The language of messages to the staff. */
export type MessageLanguage =
  | "EN"
  | "RU";

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

/** How a guest pays, in Result.Rest's terms. */
export type PaymentMethod =
  | "BONUS"
  | "CARD_ON_DELIVERY"
  | "CASH"
  | "ONLINE";

/** What the till is to book for one way of paying. */
export interface PaymentTypeMappingInput {
  /** The guest's way of paying. */
  readonly method: PaymentMethod;
  /** The POS's payment type: PosDictionaryItem.posId; null is «не выбрано»: no payment is sent and the till asks. */
  readonly posPaymentTypeId?: string | null | undefined;
  /** true: paid already, the till must not take the money again. Never for CASH. */
  readonly processedExternally?: boolean | undefined;
}

/** A list of the POS that ids are chosen from. */
export type PosDictionary =
  | "DISCOUNTS"
  | "EXTERNAL_MENUS"
  | "LOYALTY_WALLETS"
  | "MARKETING_SOURCES"
  | "ORDER_TYPES"
  | "ORGANIZATIONS"
  | "PAYMENT_TYPES"
  | "PRICE_CATEGORIES"
  | "PRODUCTS"
  | "TERMINAL_GROUPS";

/** Whether calls with a POS key go out. */
export type PosKeyState =
  | "CIRCUIT_OPEN"
  | "OK"
  | "STOPPED";

/** Which system the orders of a branch go to. */
export type PosKind =
  | "IIKO"
  | "NONE"
  | "SANDBOX";

/** Left out stays; null is «не выбрано», and HALVED. */
export interface PosOrderTermsInput {
  /** See Organization.orderTypes; of a courier's kind. */
  readonly deliveryOrderTypeId?: string | null | undefined;
  /** Try it with one order first: docs/nastroika-iiko.md. */
  readonly halfPrices?: HalfPrices | null | undefined;
  /** See Organization.marketingSources. */
  readonly marketingSourceId?: string | null | undefined;
  /** See Organization.orderTypes; of the kind that guests fetch. */
  readonly pickupOrderTypeId?: string | null | undefined;
}

/** Another meaning for a word of the POS. */
export interface StatusMappingInput {
  /** A word of the POS, in letters of either case, for example OnWay. At most 50 characters. */
  readonly posStatus: string;
  /** What it is to mean for orders of the branch. */
  readonly status: OrderStatus;
}

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

export type Acceptance = {
  /** Now. A pause that has an end is over by itself. */
  readonly acceptingDelivery: boolean;
  /** Now. A pause that has an end is over by itself. */
  readonly acceptingPickup: boolean;
  /** null: not paused, or until somebody opens it. */
  readonly deliveryPausedUntil: string | null;
  /** null: not paused, or until somebody opens it. */
  readonly pickupPausedUntil: string | null;
};

export type Check = {
  /** KEY_WORKS, ORGANIZATION_VISIBLE, …: every check is there every time. */
  readonly code: string;
  /** How it stands. */
  readonly state: CheckState;
  /** What was found, in one sentence. */
  readonly message: string;
  /** What to do, step by step; null where there is nothing to do. */
  readonly fix: string | null;
};

export interface BranchListVariables {
}

export interface BranchListAnswer {
  /** A key that is limited to branches sees those only. */
  readonly branches: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
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
      /** How the branch is tied to its POS, and what it takes from guests. For operators of the branch, else FORBIDDEN. */
      readonly settings: {
        /** Which system the branch's orders go to. */
        readonly pos: PosKind;
        /** The restaurant in the POS: Organization.posId; null: the branch is not connected. */
        readonly organizationId: string | null;
      };
    }[];
  };
  /** How the branches are heard: their POS, their tills and the ways to their staff. Asks neither a POS nor a channel; Branch.health does. */
  readonly branchContacts: readonly {
    /** Which branch is heard so: Branch.id. */
    readonly branchId: string;
    /** When the POS last told of a change of the branch's orders, or was asked for changes, within 10 s; null: never. */
    readonly posHeardAt: string | null;
    /** When the newest order that the till has was taken; null: it has none. */
    readonly lastInTillAt: string | null;
    /** The ways to the staff that are switched on, as the settings have them. */
    readonly channels: readonly {
      /** The way the message goes. */
      readonly kind: FallbackKind;
      /** Where to, as FallbackChannel.target. */
      readonly target: string;
      /** When it last took a message; null: not in the last day. */
      readonly lastSentAt: string | null;
      /** How many messages it has not taken yet. */
      readonly waiting: number;
      /** What it last said against a message that it has not taken; null: nothing. */
      readonly error: string | null;
    }[];
  }[];
  /** The POS keys of the branches you may work on: do they work, and how many calls are left. */
  readonly posKeys: readonly {
    /** The same for equal keys of one POS; tells nothing about them. */
    readonly id: string;
    /** Whether calls with it go out. */
    readonly state: PosKeyState;
    /** What is wrong and what mends it; follows Accept-Language. */
    readonly reason: string | null;
    /** Those of the branches you may work on. */
    readonly branches: readonly {
      /** What arguments named branchId take. */
      readonly id: string;
    }[];
  }[];
}

export const BranchList: Operation<BranchListAnswer, BranchListVariables> = {
  document: `query BranchList {
  branches(first: 100) {
    nodes {
      id
      name
      timeZone
      ...Acceptance
      settings {
        pos
        organizationId
      }
    }
  }
  branchContacts {
    branchId
    posHeardAt
    lastInTillAt
    channels {
      kind
      target
      lastSentAt
      waiting
      error
    }
  }
  posKeys {
    id
    state
    reason
    branches {
      id
    }
  }
}

fragment Acceptance on Branch {
  acceptingDelivery
  acceptingPickup
  deliveryPausedUntil
  pickupPausedUntil
}`,
};

export interface BranchFormVariables {
  readonly id: string;
}

export interface BranchFormAnswer {
  /** A branch by its id; null: there is none, or your key is for others only. */
  readonly branch: {
    /** What arguments named branchId take. */
    readonly id: string;
    /** What guests and operators call the branch. */
    readonly name: string;
    /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
    readonly timeZone: string;
    /** ISO 3166-1 alpha-2, for example RU: phones without a country's code are read as people write them there. */
    readonly country: string;
    /** Grows with every saved change of the settings; saveBranchSettings expects it. */
    readonly version: number;
    /** Now. A pause that has an end is over by itself. */
    readonly acceptingDelivery: boolean;
    /** Now. A pause that has an end is over by itself. */
    readonly acceptingPickup: boolean;
    /** null: not paused, or until somebody opens it. */
    readonly deliveryPausedUntil: string | null;
    /** null: not paused, or until somebody opens it. */
    readonly pickupPausedUntil: string | null;
    /** How the branch is tied to its POS, and what it takes from guests. For operators of the branch, else FORBIDDEN. */
    readonly settings: {
      /** Which system the branch's orders go to. */
      readonly pos: PosKind;
      /** null: no key is stored yet. */
      readonly credential: {
        /** What the key is made of. */
        readonly kind: CredentialKind;
        /** All but the last four characters struck out. */
        readonly masked: string;
      } | null;
      /** The restaurant in the POS: Organization.posId; null: the branch is not connected. */
      readonly organizationId: string | null;
      /** null: the POS chooses the terminal group itself. */
      readonly terminalGroupId: string | null;
      /** The external menu in the POS that the branch's menu is read from; null: its nomenclature is read. */
      readonly externalMenuId: string | null;
      /** The price category of the external menu whose prices hold; null: the POS's usual prices. */
      readonly priceCategoryId: string | null;
      /** What the till books for each way of paying; a way that is missing is not mapped. */
      readonly paymentTypes: readonly {
        /** The guest's way of paying. */
        readonly method: PaymentMethod;
        /** null is «не выбрано»: no payment is sent and the till asks. */
        readonly posPaymentTypeId: string | null;
        /** Paid already: the till must not take the money again. */
        readonly processedExternally: boolean;
      }[];
      /** The payment that spends points; null is «не выбрано». */
      readonly bonusPaymentTypeId: string | null;
      /** Which wallet of a guest holds the points; null: the only one. */
      readonly bonusWalletId: string | null;
      /** How much of an order points may pay, 0 to 100; 0 until it is set. */
      readonly bonusWriteOffLimitPercent: number;
      /** iiko is asked to hold an order's points before it gets the order; off until it is set. */
      readonly holdBonuses: boolean;
      /** «Универсальная скидка для Result.Rest»; null is «не выбрано». */
      readonly universalDiscountId: string | null;
      /** Quotes ask iiko's loyalty programme what it gives and takes; orders by such a quote carry its discounts. */
      readonly quotesByPosLoyalty: boolean;
      /** «Не передавать промокоды»: those of Result.Rest never reach the POS. */
      readonly doNotSendPromoCodes: boolean;
      /** «Не использовать баллы»: no balance, no write-off. */
      readonly doNotUseBonuses: boolean;
      /** «Не использовать промокоды»: those of the POS never reach Result.Rest. */
      readonly doNotUsePosPromoCodes: boolean;
      /** What a delivery by courier costs the guest. */
      readonly delivery: {
        /** What the way costs the guest. */
        readonly fee: string;
        /** Dishes for this much, before discounts, are brought for nothing; null: none are. */
        readonly freeFrom: string | null;
        /** The POS's product that stands for the delivery; null is «не выбрано»: the order's comment tells the fee. */
        readonly posProductId: string | null;
      };
      /** What the POS wants to know of each order of the branch. */
      readonly posOrders: {
        /** Of deliveries by courier; null is «не выбрано»: the POS's own. */
        readonly deliveryOrderTypeId: string | null;
        /** Of orders that guests fetch; null is «не выбрано»: the POS's own. */
        readonly pickupOrderTypeId: string | null;
        /** What the POS's reports name as the source of orders; some organizations take no delivery without one. */
        readonly marketingSourceId: string | null;
        /** Of dishes of two halves; HALVED until it is set. */
        readonly halfPrices: HalfPrices;
      };
      /** Only what differs from the standard meaning. */
      readonly statusMap: readonly {
        /** The POS's own word: OnWay, for example. */
        readonly posStatus: string;
        /** What it means for orders of the branch. */
        readonly status: OrderStatus;
      }[];
      /** How long and how often the gateway tries to put an order into the till. */
      readonly injection: {
        /** The pause before each repeat; their number is the number of repeats. */
        readonly retryDelaysSeconds: readonly number[];
        /** How long the POS may take to decide before the outcome counts as unknown. */
        readonly acceptTimeoutSeconds: number;
        /** When the staff are warned that an order is still not in the till; 0: never. */
        readonly alertIfNotAcceptedAfterSeconds: number;
        /** How late the sending of an order may begin, in minutes: past that, or past the time that the guest wants it, the staff are asked first. */
        readonly sendWithinMinutes: number;
      };
      /** What the branch takes from guests whom nobody has proven. */
      readonly guestOrders: {
        /** Orders are taken from signed-in guests and with an API key only, else SIGN_IN_REQUIRED; off until it is set. */
        readonly onlyProven: boolean;
        /** How many open orders of one phone unproven guests may have, else TOO_MANY_OPEN_ORDERS; 0: any number; 5 until it is set. */
        readonly mostOpenPerPhone: number;
        /** Promotions that count how often they are used are for signed-in guests and with an API key only, else SIGN_IN_REQUIRED; off until it is set. */
        readonly countedPromotionsOnlyProven: boolean;
        /** Each order of an unproven guest needs a solved challenge, else CHALLENGE_REQUIRED; off until it is set. */
        readonly challengeAlways: boolean;
        /** How hard challenges are, in bits: each doubles the work; 16 until it is set, some 65,000 hashes. */
        readonly challengeBits: number;
      };
      /** Whom the gateway tells, and how, when the till does not take an order. */
      readonly fallback: readonly {
        /** The way the message goes. */
        readonly kind: FallbackKind;
        /** As `kind` says: an e-mail address (kitchen@example.ru), or a Telegram chat id, with the number of a topic behind a slash (-1001234567890/42). */
        readonly target: string;
        /** false: it is kept, and nobody is told by it. */
        readonly enabled: boolean;
        /** Language in which the messages to it are written. */
        readonly language: MessageLanguage;
      }[];
    };
  } | null;
  /** Every setting of a branch, in the order of a form, with its words in the language of Accept-Language. */
  readonly branchSettingFields: readonly {
    /** Its place in BranchSettingsInput: organizationId, delivery.fee. Faults and Branch.changes name it so. */
    readonly name: string;
    /** How it is asked for. */
    readonly kind: BranchSettingKind;
    /** As the form calls it. */
    readonly label: string;
    /** What it does, for whoever fills in the form. */
    readonly explanation: string;
    /** false: it must have a value. */
    readonly clearable: boolean;
    /** The list of the POS that its ids are chosen from; null: it has none. */
    readonly dictionary: PosDictionary | null;
    /** The heading that it stands under. */
    readonly group: {
      /** What tells it from the others. */
      readonly name: BranchSettingGroupName;
      /** As the form calls it. */
      readonly label: string;
    };
    /** The values that there are, in the order of the form. Empty: `kind` says them. */
    readonly choices: readonly {
      /** The value's name in the API. */
      readonly value: string;
      /** As the form calls it. */
      readonly label: string;
    }[];
    /** How far it may go. */
    readonly limits: {
      /** The least number or amount. */
      readonly least: string | null;
      /** The greatest number or amount. */
      readonly most: string | null;
      /** true: 0 is taken too, and switches the setting off. */
      readonly orZero: boolean;
      /** How many characters a text has at most. */
      readonly characters: number | null;
      /** How many rows a list has at most. */
      readonly items: number | null;
    };
    /** Of a list; empty otherwise. */
    readonly columns: readonly {
      /** The field's name in the API. */
      readonly name: string;
      /** As the form calls it. */
      readonly label: string;
      /** The values that there are, in the order of the form. Empty: `kind` says them. */
      readonly choices: readonly {
        /** The value's name in the API. */
        readonly value: string;
        /** As the form calls it. */
        readonly label: string;
      }[];
    }[];
  }[];
}

export const BranchForm: Operation<BranchFormAnswer, BranchFormVariables> = {
  document: `query BranchForm($id: ID!) {
  branch(id: $id) {
    id
    name
    timeZone
    country
    version
    ...Acceptance
    settings {
      pos
      credential {
        kind
        masked
      }
      organizationId
      terminalGroupId
      externalMenuId
      priceCategoryId
      paymentTypes {
        method
        posPaymentTypeId
        processedExternally
      }
      bonusPaymentTypeId
      bonusWalletId
      bonusWriteOffLimitPercent
      holdBonuses
      universalDiscountId
      quotesByPosLoyalty
      doNotSendPromoCodes
      doNotUseBonuses
      doNotUsePosPromoCodes
      delivery {
        fee
        freeFrom
        posProductId
      }
      posOrders {
        deliveryOrderTypeId
        pickupOrderTypeId
        marketingSourceId
        halfPrices
      }
      statusMap {
        posStatus
        status
      }
      injection {
        retryDelaysSeconds
        acceptTimeoutSeconds
        alertIfNotAcceptedAfterSeconds
        sendWithinMinutes
      }
      guestOrders {
        onlyProven
        mostOpenPerPhone
        countedPromotionsOnlyProven
        challengeAlways
        challengeBits
      }
      fallback {
        kind
        target
        enabled
        language
      }
    }
  }
  branchSettingFields {
    name
    kind
    label
    explanation
    clearable
    dictionary
    group {
      name
      label
    }
    choices {
      value
      label
    }
    limits {
      least
      most
      orZero
      characters
      items
    }
    columns {
      name
      label
      choices {
        value
        label
      }
    }
  }
}

fragment Acceptance on Branch {
  acceptingDelivery
  acceptingPickup
  deliveryPausedUntil
  pickupPausedUntil
}`,
};

export interface RestaurantsVariables {
  readonly branchId: string;
}

export interface RestaurantsAnswer {
  /** What the branch's key sees in the POS; without a branch, what all keys of the caller's branches see. */
  readonly organizations: readonly {
    /** The POS's own id, as organizationId takes it. */
    readonly posId: string;
    /** The organization's name in the POS. */
    readonly name: string;
  }[];
}

export const Restaurants: Operation<RestaurantsAnswer, RestaurantsVariables> = {
  document: `query Restaurants($branchId: ID!) {
  organizations(branchId: $branchId) {
    posId
    name
  }
}`,
};

export interface DictionariesVariables {
  readonly branchId: string;
  readonly posId: string;
}

export interface DictionariesAnswer {
  /** What the branch's key sees in the POS; without a branch, what all keys of the caller's branches see. */
  readonly organizations: readonly {
    /** The POS's own id, as organizationId takes it. */
    readonly posId: string;
    /** The organization's name in the POS. */
    readonly name: string;
    /** Hidden ones included. */
    readonly terminalGroups: readonly {
      /** The POS's own id, as terminalGroupId takes it. */
      readonly posId: string;
      /** The group's name in the POS. */
      readonly name: string;
      /** Does its till answer now? null: the key may not see the group. A hint, not a promise. */
      readonly alive: boolean | null;
      /** false: the key may not see it, though orders sent there are taken. */
      readonly visibleToApiLogin: boolean;
    }[];
    /** The external menus that the key sees; they are the same for all its organizations. */
    readonly externalMenus: readonly {
      /** The POS's own id, as externalMenuId takes it. */
      readonly posId: string;
      /** The menu's name in the POS. */
      readonly name: string;
      /** The price categories it can be read with. Empty: it has none, and needs none. */
      readonly priceCategories: readonly {
        /** The POS's own id, as settings take it. */
        readonly posId: string;
        /** The entry's name in the POS. */
        readonly name: string;
      }[];
    }[];
    /** The payment types that the POS has for it; posPaymentTypeId and bonusPaymentTypeId are of them. */
    readonly paymentTypes: readonly {
      /** The POS's own id, as settings take it. */
      readonly posId: string;
      /** The entry's name in the POS. */
      readonly name: string;
      /** The POS's own word: Cash, Card, FlexibleSum … */
      readonly kind: string | null;
    }[];
    /** The discounts that the POS has for it; universalDiscountId is one of them. */
    readonly discounts: readonly {
      /** The POS's own id, as settings take it. */
      readonly posId: string;
      /** The entry's name in the POS. */
      readonly name: string;
      /** The POS's own word: Cash, Card, FlexibleSum … */
      readonly kind: string | null;
    }[];
    /** kind is the service, such as DeliveryByCourier. */
    readonly orderTypes: readonly {
      /** The POS's own id, as settings take it. */
      readonly posId: string;
      /** The entry's name in the POS. */
      readonly name: string;
      /** The POS's own word: Cash, Card, FlexibleSum … */
      readonly kind: string | null;
    }[];
    /** Where orders may come from, for the POS's reports. */
    readonly marketingSources: readonly {
      /** The POS's own id, as settings take it. */
      readonly posId: string;
      /** The entry's name in the POS. */
      readonly name: string;
    }[];
  }[];
}

export const Dictionaries: Operation<DictionariesAnswer, DictionariesVariables> = {
  document: `query Dictionaries($branchId: ID!, $posId: UUID!) {
  organizations(branchId: $branchId, posId: $posId) {
    posId
    name
    terminalGroups {
      posId
      name
      alive
      visibleToApiLogin
    }
    externalMenus {
      posId
      name
      priceCategories {
        posId
        name
      }
    }
    paymentTypes {
      posId
      name
      kind
    }
    discounts {
      posId
      name
      kind
    }
    orderTypes {
      posId
      name
      kind
    }
    marketingSources {
      posId
      name
    }
  }
}`,
};

export interface PosProductsVariables {
  readonly branchId: string;
  readonly search: string;
}

export interface PosProductsAnswer {
  /** null: never refreshed, or no branch that you operate. */
  readonly posMenu: {
    /** Each product once, however many categories list it. */
    readonly items: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** The POS's own id of the product. */
        readonly id: string;
        /** The product's name in the POS. */
        readonly name: string;
        /** As the POS has it: may be missing, no number, or not unique. */
        readonly article: string | null;
      }[];
    };
  } | null;
}

export const PosProducts: Operation<PosProductsAnswer, PosProductsVariables> = {
  document: `query PosProducts($branchId: ID!, $search: String!) {
  posMenu(branchId: $branchId) {
    items(search: $search, first: 50) {
      nodes {
        id
        name
        article
      }
    }
  }
}`,
};

export interface DoctorVariables {
  readonly branchId: string;
}

export interface DoctorAnswer {
  /** A branch by its id; null: there is none, or your key is for others only. */
  readonly branch: {
    /** Looks at the connection now: asks the POS about ten things. */
    readonly health: {
      /** The POS was seen to have a web hook, ours or another system's. */
      readonly webhookRegistered: boolean;
      /** The POS was seen to have ours. */
      readonly webhookMatches: boolean;
      /** When the POS last told of a change by itself, within 10 s. */
      readonly lastWebhookAt: string | null;
      /** When the POS was last asked for changes, within 10 s. */
      readonly lastPollAt: string | null;
      /** What the connection doctor has looked at, always in the same order. */
      readonly checks: readonly Check[];
    };
  } | null;
}

export const Doctor: Operation<DoctorAnswer, DoctorVariables> = {
  document: `query Doctor($branchId: ID!) {
  branch(id: $branchId) {
    health {
      webhookRegistered
      webhookMatches
      lastWebhookAt
      lastPollAt
      checks {
        ...Check
      }
    }
  }
}

fragment Check on HealthCheck {
  code
  state
  message
  fix
}`,
};

export interface ChangesVariables {
  readonly id: string;
  readonly after?: string | null | undefined;
}

export interface ChangesAnswer {
  /** A branch by its id; null: there is none, or your key is for others only. */
  readonly branch: {
    /** Who changed what, newest first. */
    readonly changes: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** Grows from one change to the next. */
        readonly id: string;
        /** When it was saved. */
        readonly at: string;
        /** The label of the API key that was used. */
        readonly actor: string;
        /** Named as in BranchSettings, for example bonusWriteOffLimitPercent. */
        readonly field: string;
        /** Secrets are masked, lists are JSON; null is «не выбрано». */
        readonly before: string | null;
        /** As `before`, from then on. */
        readonly after: string | null;
      }[];
      /** Where the page stands in the list, and how to get the next one. */
      readonly pageInfo: {
        /** true: there are entries after this page. */
        readonly hasNextPage: boolean;
        /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
        readonly endCursor: string | null;
      };
    };
  } | null;
}

export const Changes: Operation<ChangesAnswer, ChangesVariables> = {
  document: `query Changes($id: ID!, $after: String) {
  branch(id: $id) {
    changes(first: 50, after: $after) {
      nodes {
        id
        at
        actor
        field
        before
        after
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
};

export interface AcceptVariables {
  readonly branchId: string;
  readonly delivery?: boolean | null | undefined;
  readonly pickup?: boolean | null | undefined;
  readonly until?: string | null | undefined;
}

export interface AcceptAnswer {
  /** Opens or closes a branch; what is left out stays as it is. */
  readonly setOrderAcceptance: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const Accept: Operation<AcceptAnswer, AcceptVariables> = {
  document: `mutation Accept($branchId: ID!, $delivery: Boolean, $pickup: Boolean, $until: DateTime) {
  setOrderAcceptance(
    branchId: $branchId
    delivery: $delivery
    pickup: $pickup
    until: $until
  ) {
    userErrors {
      message
    }
  }
}`,
};

export interface NewBranchVariables {
  readonly input: CreateBranchInput;
}

export interface NewBranchAnswer {
  /** Adds a branch without a POS: saveBranchSettings connects it. Not safe to repeat: each call adds one. */
  readonly createBranch: {
    /** The branch as it is now; null when `userErrors` says why nothing was changed. */
    readonly branch: {
      /** What arguments named branchId take. */
      readonly id: string;
      /** Grows with every saved change of the settings; saveBranchSettings expects it. */
      readonly version: number;
    } | null;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID. */
      readonly code: UserErrorCode;
      /** Path into the arguments, for example input.lines.0.sizeId. */
      readonly field: readonly string[] | null;
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const NewBranch: Operation<NewBranchAnswer, NewBranchVariables> = {
  document: `mutation NewBranch($input: CreateBranchInput!) {
  createBranch(input: $input) {
    branch {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
  }
}`,
};

export interface SaveSettingsVariables {
  readonly branchId: string;
  readonly expectedVersion: number;
  readonly input: BranchSettingsInput;
  readonly verify: boolean;
}

export interface SaveSettingsAnswer {
  /** All of the change is saved, or nothing. */
  readonly saveBranchSettings: {
    /** The branch as it is now; null when `userErrors` says why nothing was changed. */
    readonly branch: {
      /** What arguments named branchId take. */
      readonly id: string;
      /** Grows with every saved change of the settings; saveBranchSettings expects it. */
      readonly version: number;
    } | null;
    /** What the connection doctor found, after saveBranchSettings(verify: true). It never hinders the saving. */
    readonly checks: readonly Check[];
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong, for programs. Values are only ever added: treat one you do not know as INVALID. */
      readonly code: UserErrorCode;
      /** Path into the arguments, for example input.lines.0.sizeId. */
      readonly field: readonly string[] | null;
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const SaveSettings: Operation<SaveSettingsAnswer, SaveSettingsVariables> = {
  document: `mutation SaveSettings($branchId: ID!, $expectedVersion: Int!, $input: BranchSettingsInput!, $verify: Boolean!) {
  saveBranchSettings(
    branchId: $branchId
    expectedVersion: $expectedVersion
    input: $input
    verify: $verify
  ) {
    branch {
      id
      version
    }
    checks {
      ...Check
    }
    userErrors {
      code
      field
      message
    }
  }
}

fragment Check on HealthCheck {
  code
  state
  message
  fix
}`,
};

export interface ReadMenuVariables {
  readonly branchId: string;
}

export interface ReadMenuAnswer {
  /** «Обновить данные»: reads the POS menu now, and what the kitchen lacks within seconds. The catalogue does not change. Safe to repeat. */
  readonly refreshPosMenu: {
    /** The menu as it is now; null when `userErrors` says why it was not refreshed. */
    readonly posMenu: {
      /** When the POS last gave this menu. */
      readonly refreshedAt: string;
      /** The menu's headings in the POS, in its order. */
      readonly categories: readonly {
        /** How many products it lists, hidden ones included. */
        readonly itemCount: number;
      }[];
    } | null;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const ReadMenu: Operation<ReadMenuAnswer, ReadMenuVariables> = {
  document: `mutation ReadMenu($branchId: ID!) {
  refreshPosMenu(branchId: $branchId) {
    posMenu {
      refreshedAt
      categories {
        itemCount
      }
    }
    userErrors {
      message
    }
  }
}`,
};

export interface RegisterWebHookVariables {
  readonly branchId: string;
  readonly force: boolean;
}

export interface RegisterWebHookAnswer {
  /** Asks the POS to push order changes here. Safe to repeat. */
  readonly registerWebhook: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const RegisterWebHook: Operation<RegisterWebHookAnswer, RegisterWebHookVariables> = {
  document: `mutation RegisterWebHook($branchId: ID!, $force: Boolean!) {
  registerWebhook(branchId: $branchId, force: $force) {
    userErrors {
      message
    }
  }
}`,
};

export interface RenewWebHookTokenVariables {
  readonly branchId: string;
}

export interface RenewWebHookTokenAnswer {
  /** Gives the POS another token for the web hooks of the branch's organization; the old one ends ten minutes after the POS was told. Again when the POS did not answer: until then the old one holds. */
  readonly renewWebhookToken: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const RenewWebHookToken: Operation<RenewWebHookTokenAnswer, RenewWebHookTokenVariables> = {
  document: `mutation RenewWebHookToken($branchId: ID!) {
  renewWebhookToken(branchId: $branchId) {
    userErrors {
      message
    }
  }
}`,
};

export interface TestMessageVariables {
  readonly branchId: string;
  readonly kind: FallbackKind;
  readonly target: string;
}

export interface TestMessageAnswer {
  /** Writes one message to a recipient that stands in the branch's settings, and waits until the channel has taken it. Not safe to repeat: each call sends one, at most one in ten seconds to one recipient. */
  readonly sendTestMessage: {
    /** true: the channel has taken the message; whether it was read only people know. */
    readonly sent: boolean;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const TestMessage: Operation<TestMessageAnswer, TestMessageVariables> = {
  document: `mutation TestMessage($branchId: ID!, $kind: FallbackKind!, $target: String!) {
  sendTestMessage(branchId: $branchId, kind: $kind, target: $target) {
    sent
    userErrors {
      message
    }
  }
}`,
};
