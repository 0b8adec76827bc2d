// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** The headings in the form for a branch's settings, in the order of the form. */
export type BranchSettingGroupName =
  | "BRANCH"
  | "CONNECTION"
  | "DELIVERY"
  | "FALLBACK"
  | "GUEST_ORDERS"
  | "HOURS"
  | "INJECTION"
  | "LOYALTY"
  | "MENU"
  | "PAYMENT_TYPES"
  | "POS_ORDERS"
  | "PROMO_CODES"
  | "STATUSES";

/** What kind of input a setting takes. */
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

/** Fields that are omitted stay unchanged; null clears a field. */
export interface BranchSettingsInput {
  /** Confirms that the POS, organization, terminal group or key may change while orders are in progress, see ORDERS_UNDER_WAY. Orders that were already sent finish where they are; the others use the new settings. */
  readonly acceptOpenOrders?: boolean | null | undefined;
  /** The key of an application, together with appId and clientSecret. Stored encrypted. At most 500 characters. */
  readonly apiKey?: string | null | undefined;
  /** The key as a single secret, of the kind API_LOGIN_V1. Stored encrypted. At most 500 characters. */
  readonly apiLogin?: string | null | undefined;
  /** The application id that belongs to `apiKey`. At most 500 characters. */
  readonly appId?: string | null | undefined;
  /** The POS's payment type that spends points; null is «не выбрано»: nothing can be paid by points. */
  readonly bonusPaymentTypeId?: string | null | undefined;
  /** The POS's payment type that spends points; null is «не выбрано»: nothing can be paid by points. At most 100 characters. */
  readonly bonusPaymentTypeIdInPos?: string | null | undefined;
  /** The wallet that holds the points: Organization.loyaltyWallets; null means the only one of its kind. */
  readonly bonusWalletId?: string | null | undefined;
  /** The wallet that holds the points: Organization.loyaltyWallets; null means the only one of its kind. At most 100 characters. */
  readonly bonusWalletIdInPos?: string | null | undefined;
  /** Maximum share of an order that points may pay, in per cent, 0 to 100; null means 0. */
  readonly bonusWriteOffLimitPercent?: number | null | undefined;
  /** The secret that belongs to `apiKey`. Stored encrypted and never shown again. At most 500 characters. */
  readonly clientSecret?: string | null | undefined;
  /** Country as an ISO 3166-1 alpha-2 code, for example RU. It determines how phone numbers are read. At most 10 characters. */
  readonly country?: string | null | undefined;
  /** Terms of deliveries by courier, such as the fee. */
  readonly delivery?: DeliveryTermsInput | null | undefined;
  /** «Не передавать промокоды»: promo codes of Result.Rest are not sent to the POS. null means false. */
  readonly doNotSendPromoCodes?: boolean | null | undefined;
  /** «Не использовать баллы»: no balance is shown, and no points can be spent. null means false. */
  readonly doNotUseBonuses?: boolean | null | undefined;
  /** «Не использовать баллы»: no balance is shown, and no points can be spent. null means false. */
  readonly doNotUsePoints?: boolean | null | undefined;
  /** «Не использовать промокоды»: coupons of the POS cannot be used in Result.Rest. null means false. */
  readonly doNotUsePosPromoCodes?: boolean | null | undefined;
  /** The external menu that the branch's menu is read from: ExternalMenu.posId; null if the nomenclature is read. At most 100 characters. */
  readonly externalMenuId?: string | null | undefined;
  /** Who is notified when the till does not accept an order. Replaces the whole list; null means nobody. At most 20 items. */
  readonly fallback?: readonly FallbackChannelInput[] | null | undefined;
  /** Limits for unverified guests; null means the default. */
  readonly guestOrders?: GuestOrdersInput | null | undefined;
  /** Try this setting with a single order first: docs/nastroika-iiko.md. */
  readonly holdBonuses?: boolean | null | undefined;
  /** Try this setting with a single order first: docs/nastroika-iiko.md. */
  readonly holdPoints?: boolean | null | undefined;
  /** When orders are taken, and how far ahead; null means around the clock. */
  readonly hours?: OrderHoursInput | null | undefined;
  /** How orders are submitted; null means the default policy. */
  readonly injection?: InjectionPolicyInput | null | undefined;
  /** The organization whose menu and prices the branch has: Organization.idInPos; null means its own organization. Both must share their products, because orders go to the branch's own organization. */
  readonly menuOrganizationId?: string | null | undefined;
  /** The organization whose menu and prices the branch has: Organization.idInPos; null means its own organization. Both must share their products, because orders go to the branch's own organization. At most 100 characters. */
  readonly menuOrganizationIdInPos?: string | null | undefined;
  /** Name that guests and operators see. At most 100 characters. */
  readonly name?: string | null | undefined;
  /** The restaurant in the POS: Organization.idInPos. */
  readonly organizationId?: string | null | undefined;
  /** The restaurant in the POS: Organization.idInPos. At most 100 characters. */
  readonly organizationIdInPos?: string | null | undefined;
  /** The POS payment type that is booked for each payment method. Replaces the whole list; each method may appear once. At most 100 items. */
  readonly paymentTypes?: readonly PaymentTypeMappingInput[] | null | undefined;
  /** Maximum share of an order that points may pay, in per cent, 0 to 100; null means 0. */
  readonly pointsLimitPercent?: number | null | undefined;
  /** The POS's payment type that spends points; null is «не выбрано»: nothing can be paid by points. At most 100 characters. */
  readonly pointsPaymentTypeIdInPos?: string | null | undefined;
  /** The wallet that holds the points: Organization.loyaltyWallets; null means the only one of its kind. At most 100 characters. */
  readonly pointsWalletIdInPos?: string | null | undefined;
  /** The POS. Every value except NONE needs a key and an organization. */
  readonly pos?: PosKind | null | undefined;
  /** How orders are represented in the POS; null clears all of it. */
  readonly posOrders?: PosOrderTermsInput | null | undefined;
  /** The price category of the external menu whose prices apply; null means the standard prices of the POS. */
  readonly priceCategoryId?: string | null | undefined;
  /** The price category of the external menu whose prices apply; null means the standard prices of the POS. At most 100 characters. */
  readonly priceCategoryIdInPos?: string | null | undefined;
  /** What guests may know of the branch, such as its address; null clears all of it. */
  readonly publicFacts?: PublicFactsInput | null | undefined;
  /** Whether guests may see the branch and order there; null means true. Orders that were taken already go on. */
  readonly published?: boolean | null | undefined;
  /** Whether quotes ask the loyalty programme of the POS for discounts and points; orders by such a quote contain its discounts. null means false. */
  readonly quotesByPosLoyalty?: boolean | null | undefined;
  /** Meanings of statuses of the POS that differ from the default. Replaces the whole list; each status may appear once. At most 100 items. */
  readonly statusMap?: readonly StatusMappingInput[] | null | undefined;
  /** The terminal group that gets the branch's orders: TerminalGroup.idInPos; null if the POS chooses it. */
  readonly terminalGroupId?: string | null | undefined;
  /** The terminal group that gets the branch's orders: TerminalGroup.idInPos; null if the POS chooses it. At most 100 characters. */
  readonly terminalGroupIdInPos?: string | null | undefined;
  /** IANA time zone, for example Europe/Moscow. At most 64 characters. */
  readonly timeZone?: string | null | undefined;
  /** «Универсальная скидка для Result.Rest»: the POS's discount for an arbitrary amount; null is «не выбрано». */
  readonly universalDiscountId?: string | null | undefined;
  /** «Универсальная скидка для Result.Rest»: the POS's discount for an arbitrary amount; null is «не выбрано». At most 100 characters. */
  readonly universalDiscountIdInPos?: string | null | undefined;
}

/** Result of a check by the connection doctor. */
export type CheckState =
  | "FAILED"
  | "NOT_CHECKED"
  | "OK"
  | "WARNING";

/** Why a branch takes no orders now. */
export type ClosedBecause =
  | "HOURS"
  | "NOT_CONNECTED"
  | "PAUSE"
  | "TILL_SILENT";

/** A branch that is not connected to a POS yet. */
export interface CreateBranchInput {
  /** The company of the branch: Company.id. If omitted, the company of your key; for the administrator of the platform, the first company. At most 100 characters. */
  readonly companyId?: string | null | undefined;
  /** Country as an ISO 3166-1 alpha-2 code, for example RU. If omitted, it is derived from the currency and time zone. At most 10 characters. */
  readonly country?: string | null | undefined;
  /** The currency of every price and amount of the branch. It cannot be changed later. */
  readonly currencyCode?: CurrencyCode | undefined;
  /** Makes the call safe to repeat: same key + same input returns what the first call made, for ever; same key + other input is refused with IDEMPOTENCY_KEY_REUSED. If omitted, each call makes another one. At most 200 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Name of the branch, as guests and operators see it. At most 100 characters. */
  readonly name: string;
  /** IANA time zone, for example Europe/Moscow. At most 64 characters. */
  readonly timeZone: string;
}

/** Kind of credential for the POS. */
export type CredentialKind =
  | "API_LOGIN_V1"
  | "APP_KEY_V2";

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

/** One period of a day that differs from the week, or that the day has none. */
export interface DayHoursInput {
  /** Time by the clock of the branch, up to 24:00. Not later than `opens` means on the day after: a period belongs to the day on which it begins. If omitted with `opens`, closed on that day. At most 10 characters. */
  readonly closes?: string | null | undefined;
  /** Day of the branch's calendar, for example 2026-12-31. At most 20 characters. */
  readonly date: string;
  /** DELIVERY or PICKUP. */
  readonly fulfilment: Fulfilment;
  /** Time by the clock of the branch, for example 10:00. If omitted with `closes`, closed on that day. At most 10 characters. */
  readonly opens?: string | null | undefined;
}

/** What the streets that a POS knows are to orders. */
export type DeliveryStreets =
  | "NONE"
  | "OFFERED"
  | "REQUIRED";

/** Terms of deliveries by courier, in the branch's currency. Omitted fields stay unchanged; null clears a field. */
export interface DeliveryTermsInput {
  /** Delivery fee charged to the guest; null means 0, free delivery. */
  readonly fee?: string | null | undefined;
  /** Delivery is free from this sum of dishes, before discounts; null means never. */
  readonly freeFrom?: string | null | undefined;
  /** The POS's product that represents the delivery. */
  readonly posProductId?: string | null | undefined;
  /** The day on which the week of the POS's delivery zones begins; null means MONDAY. */
  readonly posWeekStartsAt?: WeekStart | null | undefined;
  /** The POS's product that represents the delivery. At most 100 characters. */
  readonly productIdInPos?: string | null | undefined;
  /** What the streets that the POS knows are to orders; null means NONE. */
  readonly streets?: DeliveryStreets | null | undefined;
  /** What becomes of an order if the branch has delivery zones and none can be determined for its address; null means ACCEPT. */
  readonly unlocatedAddresses?: UnlocatedAddresses | null | undefined;
  /** Whose delivery zones decide where, when and from which sum the branch delivers; null means OWN. */
  readonly zonesFrom?: DeliveryZoneSource | null | undefined;
}

/** Whose zones say where a branch delivers. */
export type DeliveryZoneSource =
  | "NONE"
  | "OWN"
  | "POS";

/** One recipient of messages about orders that the till does not accept. */
export interface FallbackChannelInput {
  /** Whether messages are sent over this channel; if false, its settings are kept and nobody is notified. */
  readonly enabled?: boolean | undefined;
  /** E-mail or one of the messengers. */
  readonly kind: FallbackKind;
  /** Language of the messages. If omitted, RU. */
  readonly language?: MessageLanguage | null | undefined;
  /** As `kind` says: an e-mail address (kitchen@example.ru), or a Telegram chat id, with the number of a topic behind a slash (-1001234567890/42), or a VK peer id: 2000000000 and the number of a conversation as the community counts them, or a person's id (2000000001). At most 254 characters. */
  readonly target: string;
}

/** A channel to the staff for orders that the till does not accept. */
export type FallbackKind =
  | "EMAIL"
  | "TELEGRAM"
  | "VK";

/** How the guest receives an order. */
export type Fulfilment =
  | "DELIVERY"
  | "DINE_IN"
  | "PICKUP";

/** Limits for unverified guests. Omitted fields stay unchanged; null means the default. */
export interface GuestOrdersInput {
  /** Whether each order of an unverified guest needs a solved challenge; if it lacks one, it is refused with CHALLENGE_REQUIRED. */
  readonly challengeAlways?: boolean | null | undefined;
  /** Difficulty of challenges in bits, 8 to 24. */
  readonly challengeBits?: number | null | undefined;
  /** Whether promotions that count their uses are reserved for signed-in guests and API keys; others get SIGN_IN_REQUIRED. */
  readonly countedPromotionsOnlyProven?: boolean | null | undefined;
  /** Maximum number of open orders of one phone number, 0 to 1000; 0 means unlimited. */
  readonly mostOpenPerPhone?: number | null | undefined;
  /** Whether orders are accepted only from signed-in guests and with an API key; others get SIGN_IN_REQUIRED. */
  readonly onlyProven?: boolean | null | undefined;
}

/** How each half of a two-half dish is priced in the order that the POS gets. */
export type HalfPrices =
  | "HALVED"
  | "WHOLE";

/** How long and how often the gateway tries to submit an order. Omitted fields stay unchanged; null means the default. */
export interface InjectionPolicyInput {
  /** How long the POS may take to accept an order, in seconds: 10 to 900. */
  readonly acceptTimeoutSeconds?: number | null | undefined;
  /** After how many seconds the staff are warned that an order is still not in the till: 30 to 86400, or 0 for never. */
  readonly alertIfNotAcceptedAfterSeconds?: number | null | undefined;
  /** The delay before each retry, 0 to 3600 seconds. At most 10 items. */
  readonly retryDelaysSeconds?: readonly number[] | null | undefined;
  /** How late an order may first be sent, in minutes: 1 to 1440. */
  readonly sendWithinMinutes?: number | null | undefined;
}

/** The language of messages to the staff. */
export type MessageLanguage =
  | "EN"
  | "RU";

/** When orders are taken, by the clock of the branch. Omitted fields stay unchanged; null means around the clock and the default limits. */
export interface OrderHoursInput {
  /** Whether an as-soon-as-possible order placed outside the hours becomes an order for the first free time slot; otherwise it is refused with BRANCH_CLOSED. */
  readonly asapWhenClosed?: boolean | null | undefined;
  /** Days that differ from the week, such as holidays. Replaces the whole list; a row without times closes the day. At most 100 items. */
  readonly days?: readonly DayHoursInput[] | null | undefined;
  /** Whether as-soon-as-possible orders are paused while the till does not answer; null means true. */
  readonly pauseWhileTillSilent?: boolean | null | undefined;
  /** How many days of the branch's calendar ahead a guest may order, 0 to 60. */
  readonly preorderMaxDays?: number | null | undefined;
  /** How many minutes ahead of the wanted time a pre-order must be placed, 0 to 1440. */
  readonly preorderMinMinutes?: number | null | undefined;
  /** How many minutes longer orders take for each `queueOrders` orders in the kitchen, 0 to 120. */
  readonly queueMinutes?: number | null | undefined;
  /** For each so many orders in the kitchen, further ones take `queueMinutes` longer, 0 to 1000; 0 means that the queue does not count. */
  readonly queueOrders?: number | null | undefined;
  /** Length of a time slot in minutes, 10 to 240. The first slot of a day begins at midnight. */
  readonly slotMinutes?: number | null | undefined;
  /** How many orders with `wantedAt` the branch takes in one time slot, 0 to 1000; 0 means any number. Delivery and pick-up count together. */
  readonly slotOrders?: number | null | undefined;
  /** How many minutes an as-soon-as-possible order usually takes, where its zone does not say, 0 to 240; 0 means that nothing is promised. */
  readonly usualMinutes?: number | null | undefined;
  /** Hours of the week. Replaces the whole list; each day may have two periods per way of receiving an order, and a way without rows is open around the clock. At most 100 items. */
  readonly week?: readonly WeekHoursInput[] | null | undefined;
}

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

/** Payment method, in Result.Rest's terms. */
export type PaymentMethod =
  | "BONUS"
  | "CARD_ON_DELIVERY"
  | "CASH"
  | "ONLINE";

/** The POS payment type to book for one payment method. */
export interface PaymentTypeMappingInput {
  /** The guest's payment method. */
  readonly method: PaymentMethod;
  /** The POS's payment type: PosDictionaryItem.idInPos; null is «не выбрано»: no payment is sent and the till asks. At most 100 characters. */
  readonly paymentTypeIdInPos?: string | null | undefined;
  /** The POS's payment type: PosDictionaryItem.posId; null is «не выбрано»: no payment is sent and the till asks. */
  readonly posPaymentTypeId?: string | null | undefined;
  /** Whether it has already been paid, so that the till must not charge it again. Not allowed for CASH. */
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

/** Whether calls with a POS key are possible. */
export type PosKeyState =
  | "CIRCUIT_OPEN"
  | "OK"
  | "STOPPED";

/** The system that receives the orders of a branch. */
export type PosKind =
  | "IIKO"
  | "NONE"
  | "SANDBOX";

/** How orders are represented in the POS. Omitted fields stay unchanged; null is «не выбрано», or HALVED. */
export interface PosOrderTermsInput {
  /** Order type for deliveries by courier: see Organization.orderTypes. */
  readonly deliveryOrderTypeId?: string | null | undefined;
  /** Order type for deliveries by courier: see Organization.orderTypes. At most 100 characters. */
  readonly deliveryOrderTypeIdInPos?: string | null | undefined;
  /** Try this setting with a single order first: docs/nastroika-iiko.md. */
  readonly halfPrices?: HalfPrices | null | undefined;
  /** Marketing source of orders: see Organization.marketingSources. */
  readonly marketingSourceId?: string | null | undefined;
  /** Marketing source of orders: see Organization.marketingSources. At most 100 characters. */
  readonly marketingSourceIdInPos?: string | null | undefined;
  /** Order type for pick-up orders: see Organization.orderTypes. */
  readonly pickupOrderTypeId?: string | null | undefined;
  /** Order type for pick-up orders: see Organization.orderTypes. At most 100 characters. */
  readonly pickupOrderTypeIdInPos?: string | null | undefined;
}

/** What guests may know of a branch. Omitted fields stay unchanged; null clears a field, and takes every way of payment. */
export interface PublicFactsInput {
  /** Address for guests, in one line. At most 250 characters. */
  readonly address?: string | null | undefined;
  /** Phone number for guests; with the country's code, unless it is a Russian number. At most 100 characters. */
  readonly phone?: string | null | undefined;
  /** Latitude and longitude in degrees with a comma, for example 57.6261, 39.8845. At most 60 characters. */
  readonly point?: string | null | undefined;
  /** Whether orders can be paid by card on delivery; null means true. */
  readonly takesCards?: boolean | null | undefined;
  /** Whether orders can be paid in cash; null means true. */
  readonly takesCash?: boolean | null | undefined;
  /** Whether orders can be paid online; null means true. */
  readonly takesOnline?: boolean | null | undefined;
}

/** A meaning for a status of the POS, other than the default. */
export interface StatusMappingInput {
  /** The status in the POS's own terms, in upper or lower case, for example OnWay. At most 50 characters. */
  readonly posStatus: string;
  /** The status that orders of the branch get for it. */
  readonly status: OrderStatus;
}

/** What becomes of an order for an address whose delivery zone is not known. */
export type UnlocatedAddresses =
  | "ACCEPT"
  | "REFUSE";

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

/** One period of every week in which a branch takes orders. */
export interface WeekHoursInput {
  /** Time by the clock of the branch, up to 24:00. Not later than `opens` means on the day after: a period belongs to the day on which it begins. At most 10 characters. */
  readonly closes: string;
  /** The day on which the period begins. */
  readonly day: Weekday;
  /** DELIVERY or PICKUP. */
  readonly fulfilment: Fulfilment;
  /** Time by the clock of the branch, for example 10:00. At most 10 characters. */
  readonly opens: string;
}

/** The first day of the week, as a POS counts. */
export type WeekStart =
  | "MONDAY"
  | "SUNDAY";

/** A day of the week. */
export type Weekday =
  | "FRIDAY"
  | "MONDAY"
  | "SATURDAY"
  | "SUNDAY"
  | "THURSDAY"
  | "TUESDAY"
  | "WEDNESDAY";

export type OpenStates = {
  /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
  readonly delivery: OpenState;
  /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
  readonly pickup: OpenState;
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
  /** How many minutes an as-soon-as-possible order takes now, `extraMinutes` included; null if the branch does not say. A delivery zone with its own time decides instead: see deliveryOptions. */
  readonly minutes: number | null;
  /** How many minutes longer than usual orders take now: people said so, or the kitchen has many; 0 if not. */
  readonly extraMinutes: number;
  /** How many minutes longer people said that orders take; 0 if they did not. */
  readonly busyMinutes: number;
  /** Until when people said that orders take longer; null if they did not. */
  readonly busyUntil: string | null;
};

export type Acceptance = {
  /** Whether such orders are accepted now. A pause with an end time ends by itself. */
  readonly acceptingDelivery: boolean;
  /** Whether such orders are accepted now. A pause with an end time ends by itself. */
  readonly acceptingPickup: boolean;
  /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
  readonly deliveryPausedUntil: string | null;
  /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
  readonly pickupPausedUntil: string | null;
};

export type PromiseRecord = {
  /** Number of as-soon-as-possible orders that count: of the branch's newest 200 within 14 days, those that were promised an interval and have come within four hours. */
  readonly orders: number;
  /** Number of these that came within their interval. */
  readonly kept: number;
  /** Number of these that came before it. */
  readonly early: number;
  /** Number of these that came after it. */
  readonly late: number;
  /** Median minutes after the end of the interval, of those that came after it; null if none did. */
  readonly minutesLate: number | null;
};

export type Check = {
  /** Code of the check: KEY_WORKS, ORGANIZATION_VISIBLE and so on. Every check is always present. */
  readonly code: string;
  /** Result of the check. */
  readonly state: CheckState;
  /** The finding in one sentence. */
  readonly message: string;
  /** What to do, step by step; null if there is nothing to do. */
  readonly fix: string | null;
};

export interface BranchListVariables {
  readonly companyId?: string | null | undefined;
  readonly shownIds?: readonly string[] | null | undefined;
}

export interface BranchListAnswer {
  /** All branches of a company. A key sees those of its company, a key that is limited to branches only those. */
  readonly branches: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** The id that arguments named branchId take. */
      readonly id: string;
      /** Name of the branch, as guests and operators see it. */
      readonly name: string;
      /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
      readonly timeZone: string;
      /** Whether guests may see the branch and order there. A hidden one exists for API keys only. */
      readonly published: boolean;
      /** Whether such orders are accepted now. A pause with an end time ends by itself. */
      readonly acceptingDelivery: boolean;
      /** Whether such orders are accepted now. A pause with an end time ends by itself. */
      readonly acceptingPickup: boolean;
      /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
      readonly deliveryPausedUntil: string | null;
      /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
      readonly pickupPausedUntil: string | null;
      /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
      readonly delivery: OpenState;
      /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
      readonly pickup: OpenState;
      /** How the branch is connected to its POS, and which orders it accepts. For operators of the branch; others get FORBIDDEN. */
      readonly settings: {
        /** The system that receives the branch's orders. */
        readonly pos: PosKind;
        /** The restaurant in the POS: Organization.idInPos; null if the branch is not connected. */
        readonly organizationIdInPos: string | null;
      };
    }[];
  };
  /** When the gateway last heard from the POS, the tills and the staff channels of the branches, by the ids of the branches. It queries neither a POS nor a channel; Branch.health does. */
  readonly branchContacts: readonly {
    /** The branch that this is about: Branch.id. */
    readonly branchId: string;
    /** When the POS last reported a change of the branch's orders or was last polled, accurate to 10 s; null if never. */
    readonly posHeardAt: string | null;
    /** When the newest order that is in the till was accepted; null if there is none. */
    readonly lastInTillAt: string | null;
    /** The enabled channels to the staff, in the order of the settings. */
    readonly channels: readonly {
      /** E-mail or one of the messengers. */
      readonly kind: FallbackKind;
      /** What the way is called, in the language of Accept-Language: e-mail. */
      readonly label: string;
      /** The address, as in FallbackChannel.target. */
      readonly target: string;
      /** When a message was last delivered; null if none was in the last day. */
      readonly lastSentAt: string | null;
      /** Number of messages that have not been delivered yet. */
      readonly waiting: number;
      /** The last error for a message that has not been delivered; null if there is none. */
      readonly error: string | null;
    }[];
  }[];
  /** POS keys of the branches that you may work on, by their ids: whether they work, and how many calls are left. */
  readonly posKeys: readonly {
    /** The same for equal keys of one POS; it reveals nothing about the key. */
    readonly id: string;
    /** Whether calls with the key are possible. */
    readonly state: PosKeyState;
    /** What is wrong and how to fix it; follows Accept-Language. */
    readonly reason: string | null;
    /** Ids of the branches that use the key: Branch.id. The same as `branches`, but cheap. */
    readonly branchIds: readonly string[];
  }[];
}

export const BranchList: Operation<BranchListAnswer, BranchListVariables> = {
  document: `query BranchList($companyId: ID, $shownIds: [ID!]) {
  branches(first: 100, companyId: $companyId) {
    nodes {
      id
      name
      timeZone
      published
      ...Acceptance
      ...OpenStates
      settings {
        pos
        organizationIdInPos
      }
    }
  }
  branchContacts(branchIds: $shownIds, first: 100) {
    branchId
    posHeardAt
    lastInTillAt
    channels {
      kind
      label
      target
      lastSentAt
      waiting
      error
    }
  }
  posKeys(branchIds: $shownIds, first: 100) {
    id
    state
    reason
    branchIds(first: 100)
  }
}

fragment Acceptance on Branch {
  acceptingDelivery
  acceptingPickup
  deliveryPausedUntil
  pickupPausedUntil
}

fragment OpenStates on Branch {
  delivery: openState(fulfilment: DELIVERY) {
    ...OpenState
  }
  pickup: openState(fulfilment: PICKUP) {
    ...OpenState
  }
}

fragment OpenState on OpenState {
  open
  until
  opensAt
  closedBecause
  minutes
  extraMinutes
  busyMinutes
  busyUntil
}`,
};

export interface BranchFormVariables {
  readonly id: string;
}

export interface BranchFormAnswer {
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** The id that arguments named branchId take. */
    readonly id: string;
    /** Name of the branch, as guests and operators see it. */
    readonly name: string;
    /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
    readonly timeZone: string;
    /** Country as an ISO 3166-1 alpha-2 code, for example RU. Phone numbers without a country code are read as numbers of that country. */
    readonly country: string;
    /** Whether guests may see the branch and order there. A hidden one exists for API keys only. */
    readonly published: boolean;
    /** Increases with every saved change of the settings. saveBranchSettings takes it as expectedVersion. */
    readonly version: number;
    /** Whether such orders are accepted now. A pause with an end time ends by itself. */
    readonly acceptingDelivery: boolean;
    /** Whether such orders are accepted now. A pause with an end time ends by itself. */
    readonly acceptingPickup: boolean;
    /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
    readonly deliveryPausedUntil: string | null;
    /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
    readonly pickupPausedUntil: string | null;
    /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
    readonly delivery: OpenState;
    /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
    readonly pickup: OpenState;
    /** How the branch is connected to its POS, and which orders it accepts. For operators of the branch; others get FORBIDDEN. */
    readonly settings: {
      /** The system that receives the branch's orders. */
      readonly pos: PosKind;
      /** The stored POS key; null if there is none yet. */
      readonly credential: {
        /** Whether it is a single secret or a key of an application. */
        readonly kind: CredentialKind;
        /** The key with all but the last four characters masked. */
        readonly masked: string;
      } | null;
      /** The restaurant in the POS: Organization.idInPos; null if the branch is not connected. */
      readonly organizationIdInPos: string | null;
      /** The terminal group that gets the branch's orders; null if the POS chooses it. */
      readonly terminalGroupIdInPos: string | null;
      /** The external menu that the branch's menu is read from; null if the nomenclature is read. */
      readonly externalMenuId: string | null;
      /** The organization whose menu and prices the branch has: Organization.idInPos; null if its own organization's. */
      readonly menuOrganizationIdInPos: string | null;
      /** The price category of the external menu whose prices apply; null means the standard prices of the POS. */
      readonly priceCategoryIdInPos: string | null;
      /** The POS payment type that is booked for each payment method; missing methods are not mapped. */
      readonly paymentTypes: readonly {
        /** The guest's payment method. */
        readonly method: PaymentMethod;
        /** The POS's payment type; null is «не выбрано»: no payment is sent, and the till asks. */
        readonly paymentTypeIdInPos: string | null;
        /** Whether it has already been paid, so that the till must not charge it again. */
        readonly processedExternally: boolean;
      }[];
      /** The POS's payment type that spends points; null is «не выбрано». */
      readonly pointsPaymentTypeIdInPos: string | null;
      /** The wallet that holds the points; null means the only one. */
      readonly pointsWalletIdInPos: string | null;
      /** Maximum share of an order that points may pay, in per cent, 0 to 100; 0 by default. */
      readonly pointsLimitPercent: number;
      /** Whether the points of an order are put on hold in the POS before the order is sent. Off by default. */
      readonly holdPoints: boolean;
      /** «Универсальная скидка для Result.Rest»; null is «не выбрано». */
      readonly universalDiscountIdInPos: string | null;
      /** Whether quotes ask the loyalty programme of the POS for discounts and points; orders by such a quote contain its discounts. */
      readonly quotesByPosLoyalty: boolean;
      /** «Не передавать промокоды»: promo codes of Result.Rest are not sent to the POS. */
      readonly doNotSendPromoCodes: boolean;
      /** «Не использовать баллы»: no balance is shown, and no points can be spent. */
      readonly doNotUsePoints: boolean;
      /** «Не использовать промокоды»: coupons of the POS cannot be used in Result.Rest. */
      readonly doNotUsePosPromoCodes: boolean;
      /** Terms of deliveries by courier, such as the fee. */
      readonly delivery: {
        /** Delivery fee charged to the guest. */
        readonly fee: string;
        /** Delivery is free from this sum of dishes, before discounts; null means never. */
        readonly freeFrom: string | null;
        /** The POS's product that represents the delivery; null is «не выбрано»: the fee is written into the order's comment. */
        readonly productIdInPos: string | null;
        /** Whose delivery zones decide where, when and from which sum the branch delivers. */
        readonly zonesFrom: DeliveryZoneSource;
        /** What the streets that the POS knows are to orders; NONE by default. */
        readonly streets: DeliveryStreets;
        /** The day on which the week of the POS's delivery zones begins; MONDAY by default. */
        readonly posWeekStartsAt: WeekStart;
        /** What becomes of an order if the branch has delivery zones and none can be determined for its address. */
        readonly unlocatedAddresses: UnlocatedAddresses;
      };
      /** What the POS needs to know about each order of the branch. */
      readonly posOrders: {
        /** Order type for deliveries by courier; null is «не выбрано»: the default of the POS. */
        readonly deliveryOrderTypeIdInPos: string | null;
        /** Order type for pick-up orders; null is «не выбрано»: the default of the POS. */
        readonly pickupOrderTypeIdInPos: string | null;
        /** Marketing source of orders in reports of the POS; some organizations accept no deliveries without one. */
        readonly marketingSourceIdInPos: string | null;
        /** How the halves of two-half dishes are priced; HALVED by default. */
        readonly halfPrices: HalfPrices;
      };
      /** Statuses of the POS whose meaning differs from the default. */
      readonly statusMap: readonly {
        /** The status in the POS's own terms, for example OnWay. */
        readonly posStatus: string;
        /** The status that orders of the branch get for it. */
        readonly status: OrderStatus;
      }[];
      /** How long and how often the gateway tries to submit an order. */
      readonly injection: {
        /** The delay before each retry, in seconds; there are as many retries as delays. */
        readonly retryDelaysSeconds: readonly number[];
        /** How long the POS may take to accept an order before the outcome counts as unknown. */
        readonly acceptTimeoutSeconds: number;
        /** After how many seconds the staff are warned that an order is still not in the till; 0 means never. */
        readonly alertIfNotAcceptedAfterSeconds: number;
        /** How late an order may first be sent, in minutes. After that, or after the time that the guest wants it, it goes to the staff first. */
        readonly sendWithinMinutes: number;
      };
      /** What guests may know of the branch. */
      readonly publicFacts: {
        /** Address for guests, in one line; null if nobody said. */
        readonly address: string | null;
        /** Phone number for guests, for example +74852123456; null if nobody said. */
        readonly phone: string | null;
        /** Latitude and longitude, for example 57.6261, 39.8845; null if nobody said. */
        readonly point: string | null;
        /** Whether orders can be paid in cash; true by default. */
        readonly takesCash: boolean;
        /** Whether orders can be paid by card on delivery; true by default. */
        readonly takesCards: boolean;
        /** Whether orders can be paid online; true by default. */
        readonly takesOnline: boolean;
      };
      /** When orders are taken, and how far ahead. */
      readonly hours: {
        /** Hours of the week, by way of receiving an order; a way without rows is open around the clock. */
        readonly week: readonly {
          /** DELIVERY or PICKUP. */
          readonly fulfilment: Fulfilment;
          /** The day on which the period begins. */
          readonly day: Weekday;
          /** Time by the clock of the branch, for example 10:00. */
          readonly opens: string;
          /** Time by the clock of the branch, up to 24:00. Not later than `opens` means on the day after: a period belongs to the day on which it begins. */
          readonly closes: string;
        }[];
        /** Days that differ from the week, such as holidays. */
        readonly days: readonly {
          /** DELIVERY or PICKUP. */
          readonly fulfilment: Fulfilment;
          /** Day of the branch's calendar, for example 2026-12-31. */
          readonly date: string;
          /** Time by the clock of the branch, for example 10:00. null: closed on that day. */
          readonly opens: string | null;
          /** Time by the clock of the branch, up to 24:00. Not later than `opens` means on the day after: a period belongs to the day on which it begins. null: closed on that day. */
          readonly closes: string | null;
        }[];
        /** How many minutes ahead of the wanted time a pre-order must be placed; 0 by default. */
        readonly preorderMinMinutes: number;
        /** How many days of the branch's calendar ahead a guest may order; 0 means only for today, 60 is the default. */
        readonly preorderMaxDays: number;
        /** Length of a time slot in minutes; 30 by default. */
        readonly slotMinutes: number;
        /** How many orders with `wantedAt` the branch takes in one time slot; 0 means any number. */
        readonly slotOrders: number;
        /** How many minutes an as-soon-as-possible order usually takes, where its zone does not say; 0 means that nothing is promised. */
        readonly usualMinutes: number;
        /** For each so many orders in the kitchen, further ones take `queueMinutes` longer; 0 means that the queue does not count. */
        readonly queueOrders: number;
        /** How many minutes longer orders take for each `queueOrders` orders in the kitchen. */
        readonly queueMinutes: number;
        /** Whether an as-soon-as-possible order placed outside the hours becomes an order for the first free time slot; otherwise it is refused with BRANCH_CLOSED. */
        readonly asapWhenClosed: boolean;
        /** Whether as-soon-as-possible orders are paused while the till does not answer; true by default. */
        readonly pauseWhileTillSilent: boolean;
      };
      /** Which orders the branch accepts from unverified guests. */
      readonly guestOrders: {
        /** Whether orders are accepted only from signed-in guests and with an API key; others get SIGN_IN_REQUIRED. Off by default. */
        readonly onlyProven: boolean;
        /** Maximum number of open orders of unverified guests with one phone number; more are refused with TOO_MANY_OPEN_ORDERS. 0 means unlimited; 5 by default. */
        readonly mostOpenPerPhone: number;
        /** Whether promotions that count their uses are reserved for signed-in guests and API keys; others get SIGN_IN_REQUIRED. Off by default. */
        readonly countedPromotionsOnlyProven: boolean;
        /** Whether each order of an unverified guest needs a solved challenge; if it lacks one, it is refused with CHALLENGE_REQUIRED. Off by default. */
        readonly challengeAlways: boolean;
        /** Difficulty of challenges in bits; each bit doubles the work. 16 by default, about 65,000 hashes. */
        readonly challengeBits: number;
      };
      /** Who is notified, and how, when the till does not accept an order. */
      readonly fallback: readonly {
        /** E-mail or one of the messengers. */
        readonly kind: FallbackKind;
        /** As `kind` says: an e-mail address (kitchen@example.ru), or a Telegram chat id, with the number of a topic behind a slash (-1001234567890/42), or a VK peer id: 2000000000 and the number of a conversation as the community counts them, or a person's id (2000000001). */
        readonly target: string;
        /** Whether messages are sent over this channel; if false, its settings are kept and nobody is notified. */
        readonly enabled: boolean;
        /** Language of the messages. */
        readonly language: MessageLanguage;
      }[];
    };
  } | null;
  /** All settings of a branch in the order of a form, with texts in the language of Accept-Language. */
  readonly branchSettingFields: readonly {
    /** Newest path in BranchSettingsInput, for example organizationIdInPos, which takes ids of any POS, or pointsLimitPercent. If it differs from `name`, that is an older one, which is deprecated. */
    readonly name: string;
    /** Path in BranchSettingsInput, for example organizationId or delivery.fee. User errors and Branch.changes use the same path. */
    readonly nameInHistory: string;
    /** The kind of input that the form shows. */
    readonly kind: BranchSettingKind;
    /** Label shown in the form. */
    readonly label: string;
    /** What the setting does, for the person who fills in the form. */
    readonly explanation: string;
    /** Whether it may be cleared; if false, it must have a value. */
    readonly clearable: boolean;
    /** The list of the POS that the id is chosen from; null if there is none. */
    readonly dictionary: PosDictionary | null;
    /** The heading under which the form shows it. */
    readonly group: {
      /** Identifies the heading. */
      readonly name: BranchSettingGroupName;
      /** Label shown in the form. */
      readonly label: string;
    };
    /** The possible values, in the order of the form. Empty where `kind` determines them. */
    readonly choices: readonly {
      /** The value, as used in the API. */
      readonly value: string;
      /** Label shown in the form. */
      readonly label: string;
    }[];
    /** Limits of the value. */
    readonly limits: {
      /** The smallest number or amount allowed. */
      readonly least: string | null;
      /** The largest number or amount allowed. */
      readonly most: string | null;
      /** Whether 0 is accepted as well, which switches the setting off. */
      readonly orZero: boolean;
      /** Maximum number of characters of a text. */
      readonly characters: number | null;
      /** Maximum number of rows of a list. */
      readonly items: number | null;
    };
    /** The columns of a list; empty for all other settings. */
    readonly columns: readonly {
      /** Name of the field in the API. */
      readonly name: string;
      /** Label shown in the form. */
      readonly label: string;
      /** The possible values, in the order of the form. Empty where `kind` determines them. */
      readonly choices: readonly {
        /** The value, as used in the API. */
        readonly value: string;
        /** Label shown in the form. */
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
    published
    version
    ...Acceptance
    ...OpenStates
    settings {
      pos
      credential {
        kind
        masked
      }
      organizationIdInPos
      terminalGroupIdInPos
      externalMenuId
      menuOrganizationIdInPos
      priceCategoryIdInPos
      paymentTypes {
        method
        paymentTypeIdInPos
        processedExternally
      }
      pointsPaymentTypeIdInPos
      pointsWalletIdInPos
      pointsLimitPercent
      holdPoints
      universalDiscountIdInPos
      quotesByPosLoyalty
      doNotSendPromoCodes
      doNotUsePoints
      doNotUsePosPromoCodes
      delivery {
        fee
        freeFrom
        productIdInPos
        zonesFrom
        streets
        posWeekStartsAt
        unlocatedAddresses
      }
      posOrders {
        deliveryOrderTypeIdInPos
        pickupOrderTypeIdInPos
        marketingSourceIdInPos
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
      publicFacts {
        address
        phone
        point
        takesCash
        takesCards
        takesOnline
      }
      hours {
        week {
          fulfilment
          day
          opens
          closes
        }
        days {
          fulfilment
          date
          opens
          closes
        }
        preorderMinMinutes
        preorderMaxDays
        slotMinutes
        slotOrders
        usualMinutes
        queueOrders
        queueMinutes
        asapWhenClosed
        pauseWhileTillSilent
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
    name: nameInPos
    nameInHistory: name
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
}

fragment OpenStates on Branch {
  delivery: openState(fulfilment: DELIVERY) {
    ...OpenState
  }
  pickup: openState(fulfilment: PICKUP) {
    ...OpenState
  }
}

fragment OpenState on OpenState {
  open
  until
  opensAt
  closedBecause
  minutes
  extraMinutes
  busyMinutes
  busyUntil
}`,
};

export interface PromisesVariables {
  readonly id: string;
}

export interface PromisesAnswer {
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
    readonly delivery: {
      /** Lower bound, in minutes, of the interval to show to guests; null where `minutes` is. Going by the branch's last orders, about eight of ten come within the interval. */
      readonly minutesFrom: number | null;
      /** Upper bound, in minutes, of the interval to show to guests; null where `minutes` is. */
      readonly minutesTo: number | null;
    };
    /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
    readonly pickup: {
      /** Lower bound, in minutes, of the interval to show to guests; null where `minutes` is. Going by the branch's last orders, about eight of ten come within the interval. */
      readonly minutesFrom: number | null;
      /** Upper bound, in minutes, of the interval to show to guests; null where `minutes` is. */
      readonly minutesTo: number | null;
    };
    /** How the branch's promises have been kept; `openState.minutesFrom` and `minutesTo` follow it from 20 orders on. Measured once an hour. For operators of the branch; others get FORBIDDEN. */
    readonly deliveryRecord: PromiseRecord;
    /** How the branch's promises have been kept; `openState.minutesFrom` and `minutesTo` follow it from 20 orders on. Measured once an hour. For operators of the branch; others get FORBIDDEN. */
    readonly pickupRecord: PromiseRecord;
  } | null;
}

export const Promises: Operation<PromisesAnswer, PromisesVariables> = {
  document: `query Promises($id: ID!) {
  branch(id: $id) {
    delivery: openState(fulfilment: DELIVERY) {
      minutesFrom
      minutesTo
    }
    pickup: openState(fulfilment: PICKUP) {
      minutesFrom
      minutesTo
    }
    deliveryRecord: promiseRecord(fulfilment: DELIVERY) {
      ...PromiseRecord
    }
    pickupRecord: promiseRecord(fulfilment: PICKUP) {
      ...PromiseRecord
    }
  }
}

fragment PromiseRecord on PromiseRecord {
  orders
  kept
  early
  late
  minutesLate
}`,
};

export interface RestaurantsVariables {
  readonly branchId: string;
  readonly mayBeRecent: boolean;
}

export interface RestaurantsAnswer {
  /** Organizations that the branch's key can see in the POS; without a branch, those that the keys of all your branches can see. */
  readonly organizations: readonly {
    /** Id in the POS, which organizationIdInPos takes. */
    readonly idInPos: string;
    /** The organization's name in the POS. */
    readonly name: string;
  }[];
}

export const Restaurants: Operation<RestaurantsAnswer, RestaurantsVariables> = {
  document: `query Restaurants($branchId: ID!, $mayBeRecent: Boolean!) {
  organizations(branchId: $branchId, mayBeRecent: $mayBeRecent) {
    idInPos
    name
  }
}`,
};

export interface DictionariesVariables {
  readonly branchId: string;
  readonly idInPos: string;
  readonly mayBeRecent: boolean;
}

export interface DictionariesAnswer {
  /** Organizations that the branch's key can see in the POS; without a branch, those that the keys of all your branches can see. */
  readonly organizations: readonly {
    /** Id in the POS, which organizationIdInPos takes. */
    readonly idInPos: string;
    /** The organization's name in the POS. */
    readonly name: string;
    /** Terminal groups of the organization, including hidden ones. */
    readonly terminalGroups: readonly {
      /** Id in the POS, which terminalGroupIdInPos takes. */
      readonly idInPos: string;
      /** The group's name in the POS. */
      readonly name: string;
      /** Whether its till is online now; null if the key may not see the group. This is a hint, not a guarantee. */
      readonly alive: boolean | null;
      /** Whether the key may see the group. Orders sent to a group that it may not see are accepted nevertheless. */
      readonly visibleToApiLogin: boolean;
    }[];
    /** External menus that the key can see; the same for all its organizations. */
    readonly externalMenus: readonly {
      /** Id in the POS, which externalMenuId takes. */
      readonly idInPos: string;
      /** The menu's name in the POS. */
      readonly name: string;
      /** The price categories that the menu can be read with. Empty if it has none and needs none. */
      readonly priceCategories: readonly {
        /** Id in the POS, which the settings take. */
        readonly idInPos: string;
        /** The entry's name in the POS. */
        readonly name: string;
      }[];
    }[];
    /** Payment types of the organization in the POS, from which paymentTypeIdInPos and pointsPaymentTypeIdInPos are chosen. */
    readonly paymentTypes: readonly {
      /** Id in the POS, which the settings take. */
      readonly idInPos: string;
      /** The entry's name in the POS. */
      readonly name: string;
      /** Kind of the entry in the POS's terms, for example Cash, Card or FlexibleSum. */
      readonly kind: string | null;
    }[];
    /** Discounts of the organization in the POS; universalDiscountId is one of them. */
    readonly discounts: readonly {
      /** Id in the POS, which the settings take. */
      readonly idInPos: string;
      /** The entry's name in the POS. */
      readonly name: string;
      /** Kind of the entry in the POS's terms, for example Cash, Card or FlexibleSum. */
      readonly kind: string | null;
    }[];
    /** Order types; `kind` is the service type, for example DeliveryByCourier. */
    readonly orderTypes: readonly {
      /** Id in the POS, which the settings take. */
      readonly idInPos: string;
      /** The entry's name in the POS. */
      readonly name: string;
      /** Kind of the entry in the POS's terms, for example Cash, Card or FlexibleSum. */
      readonly kind: string | null;
    }[];
    /** Marketing sources of orders, for reports in the POS. */
    readonly marketingSources: readonly {
      /** Id in the POS, which the settings take. */
      readonly idInPos: string;
      /** The entry's name in the POS. */
      readonly name: string;
    }[];
    /** Wallets that the organization's guests may have, from which pointsWalletIdInPos is chosen; `kind` is a WalletKind. Empty if it has no loyalty programme; null if the POS did not say. */
    readonly loyaltyWallets: readonly {
      /** Id in the POS, which the settings take. */
      readonly idInPos: string;
      /** The entry's name in the POS. */
      readonly name: string;
      /** Kind of the entry in the POS's terms, for example Cash, Card or FlexibleSum. */
      readonly kind: string | null;
    }[] | null;
  }[];
}

export const Dictionaries: Operation<DictionariesAnswer, DictionariesVariables> = {
  document: `query Dictionaries($branchId: ID!, $idInPos: ID!, $mayBeRecent: Boolean!) {
  organizations(branchId: $branchId, idInPos: $idInPos, mayBeRecent: $mayBeRecent) {
    idInPos
    name
    terminalGroups {
      idInPos
      name
      alive
      visibleToApiLogin
    }
    externalMenus {
      idInPos: posId
      name
      priceCategories {
        idInPos
        name
      }
    }
    paymentTypes {
      idInPos
      name
      kind
    }
    discounts {
      idInPos
      name
      kind
    }
    orderTypes {
      idInPos
      name
      kind
    }
    marketingSources {
      idInPos
      name
    }
    loyaltyWallets {
      idInPos
      name
      kind
    }
  }
}`,
};

export interface PosProductsVariables {
  readonly branchId: string;
  readonly search: string;
}

export interface PosProductsAnswer {
  /** The POS menu of a branch; null if it was never refreshed or you may not work on the branch. */
  readonly posMenu: {
    /** Products of the menu. Each product appears once, even if several categories list it. */
    readonly items: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** Id of the product in the POS. */
        readonly id: string;
        /** The product's name in the POS. */
        readonly name: string;
        /** Article in the POS. It may be missing, not numeric or not unique. */
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
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** Checks the connection now, which calls the POS about ten times. */
    readonly health: {
      /** Whether a web hook is registered in the POS, whether ours or that of another system. */
      readonly webhookRegistered: boolean;
      /** Whether the registered web hook is the gateway's own. */
      readonly webhookMatches: boolean;
      /** When the POS last sent a web hook, accurate to 10 s. */
      readonly lastWebhookAt: string | null;
      /** When the POS was last polled for changes, accurate to 10 s. */
      readonly lastPollAt: string | null;
      /** All checks of the connection doctor, always in the same order. */
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
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** Changes to the settings and who made them, newest first. */
    readonly changes: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** Increases from one change to the next. */
        readonly id: string;
        /** When it was saved. */
        readonly at: string;
        /** Label of the API key that was used. */
        readonly actor: string;
        /** Path of the setting as in BranchSettingField.name, for example delivery.fee. */
        readonly field: string;
        /** The previous value. Secrets are masked, lists are JSON; null is «не выбрано». */
        readonly before: string | null;
        /** The new value, in the same form as `before`. */
        readonly after: string | null;
      }[];
      /** Position of the page in the list, and how to get the next page. */
      readonly pageInfo: {
        /** Whether there are entries after this page. */
        readonly hasNextPage: boolean;
        /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
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
  /** Opens or closes a branch for orders; what is omitted stays unchanged. */
  readonly setOrderAcceptance: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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
  /** Creates a branch without a POS; saveBranchSettings connects it. Without an idempotency key each call creates another branch. */
  readonly createBranch: {
    /** The branch as it is now; null if `userErrors` explains why nothing was changed. */
    readonly branch: {
      /** The id that arguments named branchId take. */
      readonly id: string;
      /** Increases with every saved change of the settings. saveBranchSettings takes it as expectedVersion. */
      readonly version: number;
    } | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
      readonly code: UserErrorCode;
      /** Path into the arguments, for example input.lines.0.sizeId. */
      readonly field: readonly string[] | null;
      /** What is wrong, in one sentence that can be shown to the user. */
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
  /** Saves all of the changes or none. */
  readonly saveBranchSettings: {
    /** The branch as it is now; null if `userErrors` explains why nothing was changed. */
    readonly branch: {
      /** The id that arguments named branchId take. */
      readonly id: string;
      /** Increases with every saved change of the settings. saveBranchSettings takes it as expectedVersion. */
      readonly version: number;
    } | null;
    /** Findings of the connection doctor after saveBranchSettings(verify: true). They never prevent saving. */
    readonly checks: readonly Check[];
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
      readonly code: UserErrorCode;
      /** Path into the arguments, for example input.lines.0.sizeId. */
      readonly field: readonly string[] | null;
      /** What is wrong, in one sentence that can be shown to the user. */
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
  /** «Обновить данные»: reads the POS menu now, and the stop list within seconds. The catalogue does not change. Safe to repeat. */
  readonly refreshPosMenu: {
    /** The menu as it is now; null if `userErrors` explains why it was not refreshed. */
    readonly posMenu: {
      /** When the POS last returned this menu. */
      readonly refreshedAt: string;
      /** Categories of the menu, in the order of the POS. */
      readonly categories: readonly {
        /** Number of products in the category, including hidden ones. */
        readonly itemCount: number;
      }[];
    } | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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
  /** Registers the gateway's web hook in the POS, so that it pushes order changes. Safe to repeat. */
  readonly registerWebhook: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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
  /** Replaces the token for web hooks of the branch's organization. The old one expires ten minutes after the POS has received the new one. Repeat the call if the POS did not answer: until then the old token stays valid. */
  readonly renewWebhookToken: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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
    /** true: the channel has accepted the message; whether anybody has read it is not known. */
    readonly sent: boolean;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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

export interface SetBusyVariables {
  readonly branchId: string;
  readonly minutes: number;
  readonly until?: string | null | undefined;
}

export interface SetBusyAnswer {
  /** Says that the kitchen is slower than usual: as-soon-as-possible orders are promised later, and the first time slot is further away. Safe to repeat. */
  readonly setBusyMode: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const SetBusy: Operation<SetBusyAnswer, SetBusyVariables> = {
  document: `mutation SetBusy($branchId: ID!, $minutes: Int!, $until: DateTime) {
  setBusyMode(branchId: $branchId, minutes: $minutes, until: $until) {
    userErrors {
      message
    }
  }
}`,
};
