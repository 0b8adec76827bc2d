// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** Outcome of one attempt to submit an order to the POS. */
export type AttemptOutcome =
  | "ABANDONED_BY_CRASH"
  | "ACCEPTED"
  | "FOUND_EXISTING"
  | "GATEWAY_FAILED"
  | "IN_PROGRESS"
  | "NETWORK_ERROR"
  | "NOT_SENT"
  | "REJECTED"
  | "TIMED_OUT";

/** Why an order needs a person, most serious first. Values may be added: treat an unknown value as something to look at. */
export type AttentionReason =
  | "APPROVAL_WANTED"
  | "CANCEL_BY_HAND"
  | "LATE"
  | "LATE_TO_TILL"
  | "NOBODY_HAS_IT"
  | "OUTCOME_UNKNOWN"
  | "WITH_PEOPLE";

/** Outcome of a command sent to the till. */
export type CommandOutcome =
  | "DONE"
  | "PENDING"
  | "REFUSED"
  | "UNREACHABLE";

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

/** Why a message was sent to the staff. */
export type DeliveryPurpose =
  | "ALERT"
  | "CANCEL_BY_HAND"
  | "CORRECTION"
  | "HAND_OVER"
  | "TWICE_IN_TILL";

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

/** Criteria for orders. Omitted criteria do not restrict the result. */
export interface OrderFilter {
  /** Orders that need a person for one of these reasons, even if there is a more serious one. At most 100 items. */
  readonly attention?: readonly AttentionReason[] | null | undefined;
  /** Orders of these branches. Branches that your key may not work on are ignored. At most 5,000 items of at most 100 characters each. */
  readonly branchIds?: readonly string[] | null | undefined;
  /** Orders accepted at or after this time. */
  readonly createdFrom?: string | null | undefined;
  /** Orders accepted before this time. */
  readonly createdTo?: string | null | undefined;
  /** Orders with one of these fulfilment types. At most 100 items. */
  readonly fulfilments?: readonly Fulfilment[] | null | undefined;
  /** Orders with one of these injection states. At most 100 items. */
  readonly injectionStates?: readonly InjectionState[] | null | undefined;
  /** Beginning of the guest's name. At most 100 characters. */
  readonly name?: string | null | undefined;
  /** true: orders that need a person for any reason; false: all other orders. */
  readonly needsPerson?: boolean | null | undefined;
  /** The complete number of the order. At most 100 characters. */
  readonly number?: string | null | undefined;
  /** A complete phone number in any usual spelling, or at least its last 4 digits. At most 100 characters. */
  readonly phone?: string | null | undefined;
  /** Search text: the number of an order, a phone number or at least its last 4 digits, or the beginning of the guest's name. At most 100 characters. */
  readonly search?: string | null | undefined;
  /** Orders with one of these statuses. At most 100 items. */
  readonly statuses?: readonly OrderStatus[] | null | undefined;
}

/** Sort order. Cursors are valid only for the sort order that they come from. */
export type OrderSort =
  | "NEEDS_PEOPLE_FIRST"
  | "NEWEST_FIRST";

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

/** The system that something comes from. */
export type Source =
  | "GATEWAY"
  | "IIKO"
  | "POS"
  | "RESULT_REST";

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

export type OrderRow = {
  /** Id of the order; it never changes. Staff and guests know the order by its `number`. */
  readonly id: string;
  /** The number by which guest and restaurant know the order; no other order of the company has it. It grants no access. */
  readonly number: string;
  /** When the gateway accepted the order. */
  readonly createdAt: string;
  /** When the guest wants the order; null means as soon as possible. */
  readonly wantedAt: string | null;
  /** The time promised to the guest: by the POS, and until it has the order by the branch's own usual time. */
  readonly promisedAt: string | null;
  /** How the guest receives the order. */
  readonly fulfilment: Fulfilment;
  /** Kitchen and delivery status of the order. `injection` tells whether the till has it. */
  readonly status: OrderStatus;
  /** The guest who ordered; null if the data was erased. */
  readonly customer: {
    /** Name as the guest gave it with this order. */
    readonly name: string;
    /** Phone number in E.164 form, for example +79001234567. */
    readonly phone: string;
  } | null;
  /** Delivery address; null for a pick-up, or if it was erased. */
  readonly address: {
    /** Name of the street, as the guest wrote it or as listed in the POS. */
    readonly street: string;
    /** House number, with its letter. */
    readonly house: string;
  } | null;
  /** The branch that prepares the order, with its current settings. */
  readonly branch: {
    /** The id that arguments named branchId take. */
    readonly id: string;
    /** Name of the branch, as guests and operators see it. */
    readonly name: string;
    /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
    readonly timeZone: string;
  };
  /** Price of the order, in the branch's currency, as calculated when it was accepted. */
  readonly totals: {
    /** Amount to pay in money: subtotal − discount + deliveryFee − pointsSpent. */
    readonly total: {
      /** The amount as a decimal string with two decimal places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    };
  };
  /** How much the guest still has to pay, and how. */
  readonly payment: {
    /** Payment method for the part that is not paid by points. */
    readonly method: PaymentMethod;
    /** Whether it has been paid already. */
    readonly paidOnline: boolean;
  };
  /** Whether the till has the order, and how it got there. */
  readonly injection: {
    /** Injection state of the order. */
    readonly state: InjectionState;
    /** The order's number in the till. */
    readonly posNumber: string | null;
  };
  /** Why the order needs a person; null if it does not. Shown to operators only. */
  readonly attention: {
    /** Why a person is needed. */
    readonly reason: AttentionReason;
    /** Since when the order has been waiting for a person. */
    readonly since: string;
  } | null;
  /** Who has claimed the order; null if nobody has. Shown to operators only. */
  readonly claim: {
    /** The person's name: the label of the API key. */
    readonly by: string;
    /** Whether the claim is the caller's own. */
    readonly mine: boolean;
    /** When the claim ends by itself; it ends earlier if something is done to the order. */
    readonly until: string;
  } | null;
};

export type Sum = {
  /** The amount as a decimal string with two decimal places: "449.90". */
  readonly amount: string;
  /** The currency of the branch. */
  readonly currencyCode: CurrencyCode;
};

export interface OrdersPageVariables {
  readonly filter: OrderFilter;
  readonly sort: OrderSort;
  readonly after?: string | null | undefined;
}

export interface OrdersPageAnswer {
  /** Orders of the key's branches, sorted by `sort`. */
  readonly orders: {
    /** Total number of entries on all pages; null if there are more than 10,000. Counted only if it is requested. */
    readonly totalCount: number | null;
    /** The entries of the page without their cursors. */
    readonly nodes: readonly OrderRow[];
    /** Position of the page in the list, and how to get the next page. */
    readonly pageInfo: {
      /** Whether there are entries after this page. */
      readonly hasNextPage: boolean;
      /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
      readonly endCursor: string | null;
    };
  };
}

export const OrdersPage: Operation<OrdersPageAnswer, OrdersPageVariables> = {
  document: `query OrdersPage($filter: OrderFilter!, $sort: OrderSort!, $after: String) {
  orders(filter: $filter, sort: $sort, first: 50, after: $after) {
    totalCount
    nodes {
      ...OrderRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment OrderRow on Order {
  id
  number
  createdAt
  wantedAt
  promisedAt
  fulfilment
  status
  customer {
    name
    phone
  }
  address {
    street
    house
  }
  branch {
    id
    name
    timeZone
  }
  totals {
    total {
      amount
      currencyCode
    }
  }
  payment {
    method
    paidOnline
  }
  injection {
    state
    posNumber
  }
  attention {
    reason
    since
  }
  claim {
    by
    mine
    until
  }
}`,
};

export interface OrdersWaitingVariables {
  readonly branchIds?: readonly string[] | null | undefined;
}

export interface OrdersWaitingAnswer {
  /** Number of orders that need a person, by branch and reason, most serious reason first, at most 5,000 entries. Branches and reasons without orders are omitted. The orders themselves are found by `orders(filter: { needsPerson: true })`. */
  readonly ordersNeedingPeople: readonly {
    /** The branch that the orders belong to: Branch.id. */
    readonly branchId: string;
    /** The most serious reason why each of these orders needs a person. */
    readonly reason: AttentionReason;
    /** Number of orders. Each order is counted under one reason only. */
    readonly count: number;
    /** Since when the longest-waiting order has been waiting. */
    readonly oldestSince: string;
  }[];
}

export const OrdersWaiting: Operation<OrdersWaitingAnswer, OrdersWaitingVariables> = {
  document: `query OrdersWaiting($branchIds: [ID!]) {
  ordersNeedingPeople(branchIds: $branchIds) {
    branchId
    reason
    count
    oldestSince
  }
}`,
};

export interface OrderNewsVariables {
  readonly branchId: string;
}

export interface OrderNewsAnswer {
  /** All events of a branch's orders: replays what came after the cursor, then continues live; without a cursor it starts now. `states` restricts it to changes to these injection states. */
  readonly branchOrderEvents: ({
    /** Id of the event. To continue from here, use `cursor`, not this id. */
    readonly id: string;
    /** The order that the event is about: Order.id. */
    readonly orderId: string;
  });
}

export const OrderNews: Operation<OrderNewsAnswer, OrderNewsVariables> = {
  document: `subscription OrderNews($branchId: ID!) {
  branchOrderEvents(branchId: $branchId) {
    id
    orderId
  }
}`,
};

export interface OrderByNumberVariables {
  readonly number: string;
  readonly branchIds?: readonly string[] | null | undefined;
}

export interface OrderByNumberAnswer {
  /** Orders of the key's branches, sorted by `sort`. */
  readonly orders: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** Id of the order; it never changes. Staff and guests know the order by its `number`. */
      readonly id: string;
      /** The number by which guest and restaurant know the order; no other order of the company has it. It grants no access. */
      readonly number: string;
      /** When the gateway accepted the order. */
      readonly createdAt: string;
      /** When the guest wants the order; null means as soon as possible. */
      readonly wantedAt: string | null;
      /** The time promised to the guest: by the POS, and until it has the order by the branch's own usual time. */
      readonly promisedAt: string | null;
      /** How the guest receives the order. */
      readonly fulfilment: Fulfilment;
      /** Kitchen and delivery status of the order. `injection` tells whether the till has it. */
      readonly status: OrderStatus;
      /** The guest who ordered; null if the data was erased. */
      readonly customer: {
        /** Name as the guest gave it with this order. */
        readonly name: string;
        /** Phone number in E.164 form, for example +79001234567. */
        readonly phone: string;
      } | null;
      /** Delivery address; null for a pick-up, or if it was erased. */
      readonly address: {
        /** Name of the street, as the guest wrote it or as listed in the POS. */
        readonly street: string;
        /** House number, with its letter. */
        readonly house: string;
        /** The complete address without the comment, in one line. */
        readonly line: string;
        /** The guest's note for the courier; null if there is none. */
        readonly comment: string | null;
        /** Latitude in degrees (WGS 84); null if the storefront sent no coordinates. */
        readonly latitude: string | null;
        /** Longitude in degrees (WGS 84); null if the storefront sent no coordinates. */
        readonly longitude: string | null;
      } | null;
      /** The branch that prepares the order, with its current settings. */
      readonly branch: {
        /** The id that arguments named branchId take. */
        readonly id: string;
        /** Name of the branch, as guests and operators see it. */
        readonly name: string;
        /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
        readonly timeZone: string;
      };
      /** Price of the order, in the branch's currency, as calculated when it was accepted. */
      readonly totals: {
        /** Amount to pay in money: subtotal − discount + deliveryFee − pointsSpent. */
        readonly total: {
          /** The amount as a decimal string with two decimal places: "449.90". */
          readonly amount: string;
          /** The currency of the branch. */
          readonly currencyCode: CurrencyCode;
        };
        /** Sum of all lines with their options, before discounts and without the delivery fee. */
        readonly subtotal: Sum;
        /** Sum of all discounts. */
        readonly discount: Sum;
        /** Delivery fee charged to the guest; 0 for a pick-up and for free delivery. */
        readonly deliveryFee: Sum;
        /** Amount paid by points. */
        readonly pointsSpent: Sum;
      };
      /** How much the guest still has to pay, and how. */
      readonly payment: {
        /** Payment method for the part that is not paid by points. */
        readonly method: PaymentMethod;
        /** Whether it has been paid already. */
        readonly paidOnline: boolean;
        /** Amount to pay on receipt, in money; 0 if it has been paid already. */
        readonly toTake: Sum;
        /** The amount that the guest will pay with in banknotes; null if no change is needed. */
        readonly changeFrom: Sum | null;
        /** Change that the courier brings: changeFrom − toTake. */
        readonly change: Sum | null;
      };
      /** Whether the till has the order, and how it got there. */
      readonly injection: {
        /** Injection state of the order. */
        readonly state: InjectionState;
        /** The order's number in the till. */
        readonly posNumber: string | null;
        /** Whether the order has been SENDING or AWAITING_POS for longer than that can last. Operators may then retry it (with force), enter it by hand or cancel it; the till may have it. Always false for guests. */
        readonly stuck: boolean;
        /** When the gateway will next send or look for the order automatically; null if nothing is scheduled. */
        readonly nextAttemptAt: string | null;
        /** The last error of the POS for this order; null once the till has it. */
        readonly lastError: {
          /** What is wrong, in one sentence that can be shown to the user. */
          readonly message: string;
          /** What can be done about it, in the language of `message`. */
          readonly fix: string | null;
        } | null;
        /** The attempts to submit the order, the first one first; of more than 100 the last, at most 100. For operators of the branch. */
        readonly attempts: readonly {
          /** Number of the attempt, counted from 1 within the order over all retries. */
          readonly number: number;
          /** When the attempt began. */
          readonly startedAt: string;
          /** When its outcome became known; null while it is in progress, or if the process died during it. */
          readonly finishedAt: string | null;
          /** The POS's id of the call, which its support asks for. */
          readonly correlationId: string | null;
          /** Outcome of the attempt; null while it is in progress. */
          readonly outcome: AttemptOutcome | null;
          /** What went wrong; null while the attempt is in progress, and if nothing did. */
          readonly error: {
            /** What is wrong, in one sentence that can be shown to the user. */
            readonly message: string;
          } | null;
        }[];
        /** Messages to the staff about the order, in any state of delivery; at most 100, the last ones. */
        readonly fallback: readonly {
          /** The channel over which the message is sent. */
          readonly kind: FallbackKind;
          /** Address or chat of the recipient, as set in the branch when the message was written. */
          readonly target: string;
          /** Purpose of the message. */
          readonly purpose: DeliveryPurpose;
          /** When the message was delivered to the channel; null if it was not. */
          readonly sentAt: string | null;
          /** The last error of the channel for this message; null if there was none, or if the message has been delivered since. */
          readonly error: string | null;
        }[];
      };
      /** Why the order needs a person; null if it does not. Shown to operators only. */
      readonly attention: {
        /** Why a person is needed. */
        readonly reason: AttentionReason;
        /** Since when the order has been waiting for a person. */
        readonly since: string;
      } | null;
      /** Who has claimed the order; null if nobody has. Shown to operators only. */
      readonly claim: {
        /** The person's name: the label of the API key. */
        readonly by: string;
        /** Whether the claim is the caller's own. */
        readonly mine: boolean;
        /** When the claim ends by itself; it ends earlier if something is done to the order. */
        readonly until: string;
      } | null;
      /** The guest's note for the kitchen and the courier; null if there is none. */
      readonly comment: string | null;
      /** Number of people to provide cutlery for; null if the guest did not say. */
      readonly guestCount: number | null;
      /** Progress of the order in one line for the guest, with dates and times in the restaurant's time zone. */
      readonly summary: string;
      /** The complete order as plain text for printing; while the staff have to enter it, the text of the message to them. Shown to operators only; null if its guest was erased. */
      readonly staffText: string | null;
      /** Whether the caller may cancel the order now. */
      readonly cancellable: boolean;
      /** When name, phone, address and comments were permanently erased. */
      readonly erasedAt: string | null;
      /** When the POS expects the order to be ready or delivered. */
      readonly estimatedAt: string | null;
      /** Why the restaurant cancelled the order. Shown to operators only. */
      readonly cancelReason: string | null;
      /** The courier who delivers the order, as last reported by the POS; null if none is known. */
      readonly courier: {
        /** Name in the POS; null if the POS gives none. */
        readonly name: string | null;
        /** Phone as stored in the POS; null if the POS gives none. */
        readonly phone: string | null;
      } | null;
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
        /** Price of the line: with options, multiplied by the quantity. */
        readonly total: Sum;
        /** Options of the line, including those of halves and parts, each named with the half or part that it belongs to. */
        readonly options: readonly {
          /** Article of the option when it was ordered; null if it has none. */
          readonly article: string | null;
          /** The option's name when it was ordered. */
          readonly name: string;
          /** Number of units per unit of the line. */
          readonly quantity: string;
          /** Average price of one unit of the option, as free units of the group cost nothing. */
          readonly price: Sum;
        }[];
        /** Both halves of a two-half dish; empty for all other lines. */
        readonly halves: readonly {
          /** The half's article when it was ordered. */
          readonly article: string;
          /** The half's name when it was ordered. */
          readonly name: string;
        }[];
        /** The parts of a combo; empty for all other lines. */
        readonly parts: readonly {
          /** Article of the dish when it was ordered. */
          readonly article: string;
          /** The dish's name when it was ordered. */
          readonly name: string;
          /** Name of the size when it was ordered; null if the dish has no sizes. */
          readonly sizeName: string | null;
        }[];
      }[];
      /** Promotions, discounts and coupons that reduced the price, not including points. */
      readonly promotions: readonly {
        /** The promo code; null if none was needed. */
        readonly code: string | null;
        /** The name that guests see, as it was when the order was priced. */
        readonly name: string;
        /** RESULT_REST: a promotion or discount of Result.Rest. IIKO: a coupon or loyalty programme of the POS. */
        readonly source: Source;
      }[];
      /** The latest request to cancel the order. */
      readonly cancellation: {
        /** When the cancellation was requested. */
        readonly requestedAt: string;
        /** Outcome of the request so far. */
        readonly outcome: CommandOutcome;
        /** The reason given. Shown to operators and to the person who gave it. */
        readonly reason: string | null;
        /** Why the till did not cancel the order; shown to operators only. */
        readonly error: {
          /** What is wrong, in one sentence that can be shown to the user. */
          readonly message: string;
          /** What can be done about it, in the language of `message`. */
          readonly fix: string | null;
        } | null;
      } | null;
      /** Progress of the order in words for the guest: headline, expected time and steps. */
      readonly progress: {
        /** The steps for this fulfilment type. Empty for a cancelled order; for an order entered by hand, only the steps that will be known. */
        readonly steps: readonly {
          /** Name of the step, in the reader's language. */
          readonly name: string;
          /** When the step began; null if it has not begun or the time was not recorded. */
          readonly at: string | null;
          /** Whether the order has reached this step. */
          readonly done: boolean;
          /** Whether the order is at this step now. */
          readonly current: boolean;
        }[];
      };
      /** All events of the order in sequence. Poll it with `after`. If the cursor does not belong to this history, the list starts from the beginning and `hasPreviousPage` is false. */
      readonly timeline: {
        /** The entries of the page without their cursors. */
        readonly nodes: readonly ({
          readonly __typename: "InjectionEvent";
          /** Id of the event. To continue from here, use `cursor`, not this id. */
          readonly id: string;
          /** When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
          readonly at: string;
          /** The event in one sentence that can be shown to guests and operators. */
          readonly summary: string;
          /** Who did it; null if the gateway did it automatically. */
          readonly actor: string | null;
          /** The new injection state. */
          readonly state: InjectionState;
          /** Remark of the person who did it. Shown to operators only. */
          readonly remark: string | null;
        } | {
          readonly __typename: "NoteEvent";
          /** Id of the event. To continue from here, use `cursor`, not this id. */
          readonly id: string;
          /** When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
          readonly at: string;
          /** The event in one sentence that can be shown to guests and operators. */
          readonly summary: string;
          /** Who did it; null if the gateway did it automatically. */
          readonly actor: string | null;
        } | {
          readonly __typename: "OrderClaimEvent";
          /** Id of the event. To continue from here, use `cursor`, not this id. */
          readonly id: string;
          /** When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
          readonly at: string;
          /** The event in one sentence that can be shown to guests and operators. */
          readonly summary: string;
          /** Who did it; null if the gateway did it automatically. */
          readonly actor: string | null;
        } | {
          readonly __typename: "OrderStatusEvent";
          /** Id of the event. To continue from here, use `cursor`, not this id. */
          readonly id: string;
          /** When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it. */
          readonly at: string;
          /** The event in one sentence that can be shown to guests and operators. */
          readonly summary: string;
          /** Who did it; null if the gateway did it automatically. */
          readonly actor: string | null;
          /** The new status; for a late report, the reported status. */
          readonly to: OrderStatus;
        })[];
      };
    }[];
  };
}

export const OrderByNumber: Operation<OrderByNumberAnswer, OrderByNumberVariables> = {
  document: `query OrderByNumber($number: String!, $branchIds: [ID!]) {
  orders(filter: {number: $number, branchIds: $branchIds}, first: 1) {
    nodes {
      ...OrderRow
      comment
      guestCount
      summary
      staffText
      cancellable
      erasedAt
      estimatedAt
      cancelReason
      address {
        street
        house
        line
        comment
        latitude
        longitude
      }
      courier {
        name
        phone
      }
      lines {
        article
        name
        sizeName
        quantity
        comment
        total {
          ...Sum
        }
        options {
          article
          name
          quantity
          price {
            ...Sum
          }
        }
        halves {
          article
          name
        }
        parts {
          article
          name
          sizeName
        }
      }
      totals {
        subtotal {
          ...Sum
        }
        discount {
          ...Sum
        }
        deliveryFee {
          ...Sum
        }
        pointsSpent {
          ...Sum
        }
        total {
          ...Sum
        }
      }
      promotions {
        code
        name
        source
      }
      payment {
        method
        paidOnline
        toTake {
          ...Sum
        }
        changeFrom {
          ...Sum
        }
        change {
          ...Sum
        }
      }
      cancellation {
        requestedAt
        outcome
        reason
        error {
          message
          fix
        }
      }
      progress {
        steps {
          name
          at
          done
          current
        }
      }
      injection {
        state
        stuck
        posNumber
        nextAttemptAt
        lastError {
          message
          fix
        }
        attempts {
          number
          startedAt
          finishedAt
          correlationId
          outcome
          error {
            message
          }
        }
        fallback {
          kind
          target
          purpose
          sentAt
          error
        }
      }
      timeline(first: 100) {
        nodes {
          __typename
          id
          at
          summary
          actor
          ... on InjectionEvent {
            state
            remark
          }
          ... on OrderStatusEvent {
            to
          }
        }
      }
    }
  }
}

fragment OrderRow on Order {
  id
  number
  createdAt
  wantedAt
  promisedAt
  fulfilment
  status
  customer {
    name
    phone
  }
  address {
    street
    house
  }
  branch {
    id
    name
    timeZone
  }
  totals {
    total {
      amount
      currencyCode
    }
  }
  payment {
    method
    paidOnline
  }
  injection {
    state
    posNumber
  }
  attention {
    reason
    since
  }
  claim {
    by
    mine
    until
  }
}

fragment Sum on Money {
  amount
  currencyCode
}`,
};

export interface RetryVariables {
  readonly id: string;
  readonly force: boolean;
}

export interface RetryAnswer {
  /** Sends a stuck order to the till again. The gateway checks the till first, so a retry never creates a duplicate. */
  readonly retryOrder: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const Retry: Operation<RetryAnswer, RetryVariables> = {
  document: `mutation Retry($id: ID!, $force: Boolean!) {
  retryOrder(id: $id, force: $force) {
    userErrors {
      message
    }
  }
}`,
};

export interface RetryAllVariables {
  readonly branchId: string;
}

export interface RetryAllAnswer {
  /** Sends a branch's DEAD_LETTERED orders again, oldest first, at most 100 per call. FALLBACK_SENT orders are left to the staff who were notified. */
  readonly retryDeadLetters: {
    /** The orders that are sent again, at most 100. */
    readonly orders: readonly {
      /** Id of the order; it never changes. Staff and guests know the order by its `number`. */
      readonly id: string;
    }[];
    /** Why other matching orders were left as they are, each with its number: FALLBACK_SENT orders are left to the staff, and others have been dealt with meanwhile. At most 100, oldest first. */
    readonly skipped: readonly {
      /** What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID. */
      readonly code: UserErrorCode;
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    }[];
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const RetryAll: Operation<RetryAllAnswer, RetryAllVariables> = {
  document: `mutation RetryAll($branchId: ID!) {
  retryDeadLetters(branchId: $branchId) {
    orders {
      id
    }
    skipped {
      code
      message
    }
    userErrors {
      message
    }
  }
}`,
};

export interface EnteredByHandVariables {
  readonly id: string;
  readonly posNumber: string;
  readonly note?: string | null | undefined;
}

export interface EnteredByHandAnswer {
  /** Records that the staff have entered the order into the till. */
  readonly markOrderEnteredByHand: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const EnteredByHand: Operation<EnteredByHandAnswer, EnteredByHandVariables> = {
  document: `mutation EnteredByHand($id: ID!, $posNumber: String!, $note: String) {
  markOrderEnteredByHand(id: $id, posNumber: $posNumber, note: $note) {
    userErrors {
      message
    }
  }
}`,
};

export interface CancelVariables {
  readonly id: string;
  readonly reason: string;
}

export interface CancelAnswer {
  /** Cancels an order: immediately if it has not been sent yet, otherwise in the till by a background job, see `cancellation`. */
  readonly cancelOrder: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const Cancel: Operation<CancelAnswer, CancelVariables> = {
  document: `mutation Cancel($id: ID!, $reason: String!) {
  cancelOrder(id: $id, reason: $reason) {
    userErrors {
      message
    }
  }
}`,
};

export interface ClaimVariables {
  readonly id: string;
  readonly takeOver: boolean;
}

export interface ClaimAnswer {
  /** Claims an order for the caller, identified by the label of the key, so that two people do not enter the same order. The claim ends after five minutes or when something is done to the order; calling again extends it to five minutes. Meanwhile retryOrder, markOrderEnteredByHand and cancelOrder of others are refused with OrderClaimedUserError; the gateway's own work goes on. */
  readonly claimOrder: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const Claim: Operation<ClaimAnswer, ClaimVariables> = {
  document: `mutation Claim($id: ID!, $takeOver: Boolean!) {
  claimOrder(id: $id, takeOver: $takeOver) {
    userErrors {
      message
    }
  }
}`,
};

export interface ReleaseVariables {
  readonly id: string;
}

export interface ReleaseAnswer {
  /** Releases the claim of an order. Does nothing if nobody has claimed it. */
  readonly releaseOrder: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const Release: Operation<ReleaseAnswer, ReleaseVariables> = {
  document: `mutation Release($id: ID!) {
  releaseOrder(id: $id) {
    userErrors {
      message
    }
  }
}`,
};

export interface ExportOrdersVariables {
  readonly filter?: OrderFilter | null | undefined;
  readonly withGuests: boolean;
  readonly after?: string | null | undefined;
}

export interface ExportOrdersAnswer {
  /** Exports orders as a table for a spreadsheet, newest first, page by page. It is a mutation because each page is recorded in Branch.changes. */
  readonly exportOrders: {
    /** The page; null if `userErrors` explains why there is none. */
    readonly page: {
      /** CSV in the form that spreadsheets of the language expect: semicolons and decimal commas in Russian. The first page begins with the column names. No cell is a formula. */
      readonly csv: string;
      /** Pass it as `after` to get the next page; null on the last page. */
      readonly endCursor: string | null;
    } | null;
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const ExportOrders: Operation<ExportOrdersAnswer, ExportOrdersVariables> = {
  document: `mutation ExportOrders($filter: OrderFilter, $withGuests: Boolean!, $after: String) {
  exportOrders(filter: $filter, withGuests: $withGuests, after: $after) {
    page {
      csv
      endCursor
    }
    userErrors {
      message
    }
  }
}`,
};
