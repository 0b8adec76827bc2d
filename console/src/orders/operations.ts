// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** How one try to put an order into the till ended. */
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

/** Why an order needs a person, the gravest first. Values are only ever added: show one you do not know as something to look at. */
export type AttentionReason =
  | "APPROVAL_WANTED"
  | "CANCEL_BY_HAND"
  | "LATE"
  | "LATE_TO_TILL"
  | "NOBODY_HAS_IT"
  | "OUTCOME_UNKNOWN"
  | "WITH_PEOPLE";

/** What became of something asked of the till. */
export type CommandOutcome =
  | "DONE"
  | "PENDING"
  | "REFUSED"
  | "UNREACHABLE";

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

/** Why the staff were written to. */
export type DeliveryPurpose =
  | "ALERT"
  | "CANCEL_BY_HAND"
  | "CORRECTION"
  | "HAND_OVER"
  | "TWICE_IN_TILL";

/** A way to reach the staff when the till does not take an order. */
export type FallbackKind =
  | "EMAIL"
  | "TELEGRAM"
  | "VK";

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

/** What is left out is not asked for. */
export interface OrderFilter {
  /** Those that need a person for one of these reasons, a graver one or not. At most 100 items. */
  readonly attention?: readonly AttentionReason[] | null | undefined;
  /** Orders of these branches; those that your key is not for add nothing. At most 5,000 items of at most 100 characters each. */
  readonly branchIds?: readonly string[] | null | undefined;
  /** This moment included. */
  readonly createdFrom?: string | null | undefined;
  /** This moment not included. */
  readonly createdTo?: string | null | undefined;
  /** Orders that the guest gets in one of these ways. At most 100 items. */
  readonly fulfilments?: readonly Fulfilment[] | null | undefined;
  /** Orders that are in one of these states on their way to the till. At most 100 items. */
  readonly injectionStates?: readonly InjectionState[] | null | undefined;
  /** How the guest's name begins. At most 100 characters. */
  readonly name?: string | null | undefined;
  /** true: those that need a person, whatever the reason; false: all others. */
  readonly needsPerson?: boolean | null | undefined;
  /** The order's number, whole. At most 100 characters. */
  readonly number?: string | null | undefined;
  /** A whole phone in any usual spelling, or at least its last 4 digits. At most 100 characters. */
  readonly phone?: string | null | undefined;
  /** What a person types who looks for an order: its number, a phone or at least its last 4 digits, or how the guest's name begins. At most 100 characters. */
  readonly search?: string | null | undefined;
  /** Orders that have one of these statuses. At most 100 items. */
  readonly statuses?: readonly OrderStatus[] | null | undefined;
}

/** Cursors are of one order only. */
export type OrderSort =
  | "NEEDS_PEOPLE_FIRST"
  | "NEWEST_FIRST";

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

/** Which side a fact comes from. */
export type Source =
  | "GATEWAY"
  | "IIKO"
  | "RESULT_REST";

export type OrderRow = {
  /** Id of the order for the whole life of it. Staff and guests know the order by its `number`. */
  readonly id: string;
  /** What guest and restaurant call the order. It opens nothing. */
  readonly number: string;
  /** When the gateway took the order. */
  readonly createdAt: string;
  /** When the guest wants it; null is as soon as possible. */
  readonly wantedAt: string | null;
  /** When the guest was promised the order, as the POS has it. */
  readonly promisedAt: string | null;
  /** How the guest gets the order. */
  readonly fulfilment: Fulfilment;
  /** What the guest may be shown of kitchen and courier. Whether the till has the order is told by `injection`. */
  readonly status: OrderStatus;
  /** null: it was erased. */
  readonly customer: {
    /** As the guest gave it with this order. */
    readonly name: string;
    /** As +79001234567. */
    readonly phone: string;
  } | null;
  /** null: it is collected, or was erased. */
  readonly address: {
    /** As the guest wrote it, or as iiko's list has it. */
    readonly street: string;
    /** Number and letter of the house. */
    readonly house: string;
  } | null;
  /** The branch that makes the order, as it is set up now. */
  readonly branch: {
    /** What arguments named branchId take. */
    readonly id: string;
    /** What guests and operators call the branch. */
    readonly name: string;
    /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
    readonly timeZone: string;
  };
  /** What the order costs, in the branch's currency, as it was priced when it was taken. */
  readonly totals: {
    /** What is paid in money: subtotal − discount + deliveryFee − bonusSpent. */
    readonly total: {
      /** A decimal string with two places: "449.90". */
      readonly amount: string;
      /** The currency of the branch. */
      readonly currencyCode: CurrencyCode;
    };
  };
  /** What is to be taken from the guest, and how. */
  readonly payment: {
    /** How the guest chose to pay what points do not. */
    readonly method: PaymentMethod;
    /** Has it been paid already? */
    readonly paidOnline: boolean;
  };
  /** Whether the till has the order, and how it got there. */
  readonly injection: {
    /** Where the order is on its way to the till. */
    readonly state: InjectionState;
    /** The number on the till. */
    readonly posNumber: string | null;
  };
  /** Why the order needs a person; null: it does not. Shown to operators only. */
  readonly attention: {
    /** What the person is needed for. */
    readonly reason: AttentionReason;
    /** Since when the order waits for a person. */
    readonly since: string;
  } | null;
  /** Who is at the order now; null: nobody. Shown to operators only. */
  readonly claim: {
    /** The person's name: the label of the API key. */
    readonly by: string;
    /** Is it the one who asks? */
    readonly mine: boolean;
    /** It ends by itself then, or sooner with what is done to the order. */
    readonly until: string;
  } | null;
};

export type Sum = {
  /** A decimal string with two places: "449.90". */
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
  /** Orders of the branches the key is for, sorted as `sort` says. */
  readonly orders: {
    /** Of all pages. Counted when it is asked for. */
    readonly totalCount: number | null;
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly OrderRow[];
    /** Where the page stands in the list, and how to get the next one. */
    readonly pageInfo: {
      /** true: there are entries after this page. */
      readonly hasNextPage: boolean;
      /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
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
  /** How many orders need a person, by branch and reason, the gravest reason first; those with none are left out. The orders themselves: `orders(filter: { needsPerson: true })`. */
  readonly ordersNeedingPeople: readonly {
    /** The branch that they belong to: Branch.id. */
    readonly branchId: string;
    /** The gravest reason of each of them. */
    readonly reason: AttentionReason;
    /** How many orders; each is counted under one reason. */
    readonly count: number;
    /** Since when the one waits that has waited longest. */
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
  /** Everything that happens to a branch's orders: replays what came after the cursor, then goes live; without a cursor it starts now. `states` leaves only these steps of the way to the till. */
  readonly branchOrderEvents: ({
    /** Id of the event. `cursor`, not this, is what goes on from here. */
    readonly id: string;
    /** The order that it happened to: Order.id. */
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
  /** Orders of the branches the key is for, sorted as `sort` says. */
  readonly orders: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** Id of the order for the whole life of it. Staff and guests know the order by its `number`. */
      readonly id: string;
      /** What guest and restaurant call the order. It opens nothing. */
      readonly number: string;
      /** When the gateway took the order. */
      readonly createdAt: string;
      /** When the guest wants it; null is as soon as possible. */
      readonly wantedAt: string | null;
      /** When the guest was promised the order, as the POS has it. */
      readonly promisedAt: string | null;
      /** How the guest gets the order. */
      readonly fulfilment: Fulfilment;
      /** What the guest may be shown of kitchen and courier. Whether the till has the order is told by `injection`. */
      readonly status: OrderStatus;
      /** null: it was erased. */
      readonly customer: {
        /** As the guest gave it with this order. */
        readonly name: string;
        /** As +79001234567. */
        readonly phone: string;
      } | null;
      /** null: it is collected, or was erased. */
      readonly address: {
        /** As the guest wrote it, or as iiko's list has it. */
        readonly street: string;
        /** Number and letter of the house. */
        readonly house: string;
        /** All of it but the comment, in one line. */
        readonly line: string;
        /** The guest's words for the courier; null: there are none. */
        readonly comment: string | null;
        /** Degrees north (WGS 84); null: the storefront sent no point. */
        readonly latitude: string | null;
        /** Degrees east (WGS 84); null: the storefront sent no point. */
        readonly longitude: string | null;
      } | null;
      /** The branch that makes the order, as it is set up now. */
      readonly branch: {
        /** What arguments named branchId take. */
        readonly id: string;
        /** What guests and operators call the branch. */
        readonly name: string;
        /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
        readonly timeZone: string;
      };
      /** What the order costs, in the branch's currency, as it was priced when it was taken. */
      readonly totals: {
        /** What is paid in money: subtotal − discount + deliveryFee − bonusSpent. */
        readonly total: {
          /** A decimal string with two places: "449.90". */
          readonly amount: string;
          /** The currency of the branch. */
          readonly currencyCode: CurrencyCode;
        };
        /** All lines with their options, before discounts and without the delivery. */
        readonly subtotal: Sum;
        /** All discounts together. */
        readonly discount: Sum;
        /** What the way to the guest costs; 0 for a pick-up, and where the delivery is free. */
        readonly deliveryFee: Sum;
        /** What points pay. */
        readonly bonusSpent: Sum;
      };
      /** What is to be taken from the guest, and how. */
      readonly payment: {
        /** How the guest chose to pay what points do not. */
        readonly method: PaymentMethod;
        /** Has it been paid already? */
        readonly paidOnline: boolean;
        /** In money, on receipt; 0 where it has been paid already. */
        readonly toTake: Sum;
        /** The banknotes the guest has; null: no change was asked for. */
        readonly changeFrom: Sum | null;
        /** What the courier brings back: changeFrom − toTake. */
        readonly change: Sum | null;
      };
      /** Whether the till has the order, and how it got there. */
      readonly injection: {
        /** Where the order is on its way to the till. */
        readonly state: InjectionState;
        /** The number on the till. */
        readonly posNumber: string | null;
        /** Has the order been SENDING or AWAITING_POS for longer than that can last? Operators may then retry (with force), enter or cancel it, as one that was given up; the till may have it. Always false for guests. */
        readonly stuck: boolean;
        /** When the order is sent, or looked for, again by itself; null when nothing is planned. */
        readonly nextAttemptAt: string | null;
        /** What the POS last said against the order; null once the till has it. */
        readonly lastError: {
          /** What is wrong in one sentence, to be shown as it is. */
          readonly message: string;
          /** What a person can do about it, in the language of `message`. */
          readonly fix: string | null;
        } | null;
        /** Every try to put the order into the till, the first one first. For operators of the branch. */
        readonly attempts: readonly {
          /** Counted from 1 within the order, over all retries. */
          readonly number: number;
          /** When the attempt began. */
          readonly startedAt: string;
          /** When its outcome was known; null: it is under way, or the process died in it. */
          readonly finishedAt: string | null;
          /** The POS's id of the call; its support asks for it. */
          readonly correlationId: string | null;
          /** null while the attempt is under way. */
          readonly outcome: AttemptOutcome | null;
          /** What went wrong; null while the attempt is under way and when nothing did. */
          readonly error: {
            /** What is wrong in one sentence, to be shown as it is. */
            readonly message: string;
          } | null;
        }[];
        /** Messages to the staff about the order. */
        readonly fallback: readonly {
          /** The channel that carries the message. */
          readonly kind: FallbackKind;
          /** The address or chat it goes to, as set in the branch when the message was written. */
          readonly target: string;
          /** What the message is for. */
          readonly purpose: DeliveryPurpose;
          /** When the channel took the message; null: it has not. */
          readonly sentAt: string | null;
          /** What the channel last said against the message; null: nothing, or it has taken it since. */
          readonly error: string | null;
        }[];
      };
      /** Why the order needs a person; null: it does not. Shown to operators only. */
      readonly attention: {
        /** What the person is needed for. */
        readonly reason: AttentionReason;
        /** Since when the order waits for a person. */
        readonly since: string;
      } | null;
      /** Who is at the order now; null: nobody. Shown to operators only. */
      readonly claim: {
        /** The person's name: the label of the API key. */
        readonly by: string;
        /** Is it the one who asks? */
        readonly mine: boolean;
        /** It ends by itself then, or sooner with what is done to the order. */
        readonly until: string;
      } | null;
      /** The guest's note for kitchen and courier; null: there is none. */
      readonly comment: string | null;
      /** How many persons the cutlery is for; null: the guest did not say. */
      readonly guestCount: number | null;
      /** Where the order is, in one line for its guest, with times of the restaurant's clock and days. */
      readonly summary: string;
      /** The whole order as plain text, to be printed; while the staff have it to enter, what the message to them says. Shown to operators only; null: its guest was erased. */
      readonly staffText: string | null;
      /** May whoever asks cancel the order now? */
      readonly cancellable: boolean;
      /** When name, phone, address and comments were erased for good. */
      readonly erasedAt: string | null;
      /** When the POS expects the order to be ready or delivered. */
      readonly estimatedAt: string | null;
      /** Why the restaurant cancelled. Shown to operators only. */
      readonly cancelReason: string | null;
      /** Who brings the order now, as the POS last told; null: nobody is known. */
      readonly courier: {
        /** Name in the POS; null where the POS names none. */
        readonly name: string | null;
        /** Phone as the POS has it; null where it tells none. */
        readonly phone: string | null;
      } | null;
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
        /** With options, times quantity. */
        readonly total: Sum;
        /** Of halves and parts, too: each is named with the half or part that it belongs to. */
        readonly options: readonly {
          /** The option's article when it was ordered; null: it has none. */
          readonly article: string | null;
          /** The option's name when it was ordered. */
          readonly name: string;
          /** Per one unit of the line. */
          readonly quantity: string;
          /** Of one unit of the option, on average: units that the group gives away cost nothing. */
          readonly price: Sum;
        }[];
        /** Both halves of a dish of two; empty for every other line. */
        readonly halves: readonly {
          /** The half's article when it was ordered. */
          readonly article: string;
          /** The half's name when it was ordered. */
          readonly name: string;
        }[];
        /** What a combo is made of; empty for every other line. */
        readonly parts: readonly {
          /** The dish's article when it was ordered. */
          readonly article: string;
          /** The dish's name when it was ordered. */
          readonly name: string;
          /** The size's name when it was ordered; null: the dish has no sizes. */
          readonly sizeName: string | null;
        }[];
      }[];
      /** What made the order cheaper, points aside. */
      readonly promotions: readonly {
        /** null: it needed no code. */
        readonly code: string | null;
        /** What guests call it, as it was called when the order was priced. */
        readonly name: string;
        /** RESULT_REST: a promotion or discount of Result.Rest's. IIKO: a coupon or programme of the POS's. */
        readonly source: Source;
      }[];
      /** The newest wish to cancel the order. */
      readonly cancellation: {
        /** When the order was asked to be cancelled. */
        readonly requestedAt: string;
        /** What has become of the wish so far. */
        readonly outcome: CommandOutcome;
        /** Shown to operators, and to whoever gave it. */
        readonly reason: string | null;
        /** Why the till did not cancel; shown to operators only. */
        readonly error: {
          /** What is wrong in one sentence, to be shown as it is. */
          readonly message: string;
          /** What a person can do about it, in the language of `message`. */
          readonly fix: string | null;
        } | null;
      } | null;
      /** Where the order is now, as a guest is told it: headline, time, and steps. */
      readonly progress: {
        /** As there are for the way of receipt. Empty for a cancelled order; of one entered by hand those that become known. */
        readonly steps: readonly {
          /** What the step is called, in the reader's language. */
          readonly name: string;
          /** When it began; null: it has not, or nobody noted when. */
          readonly at: string | null;
          /** Is the order at the step, or past it? */
          readonly done: boolean;
          /** Is the order at this very step now? */
          readonly current: boolean;
        }[];
      };
      /** The whole story in order. Poll it with `after`. A cursor that is not of this history starts at the beginning: `hasPreviousPage` is false then. */
      readonly timeline: {
        /** The page's entries, for whoever needs no cursor of each. */
        readonly nodes: readonly ({
          readonly __typename: "InjectionEvent";
          /** Id of the event. `cursor`, not this, is what goes on from here. */
          readonly id: string;
          /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
          readonly at: string;
          /** The event in one sentence, to be shown to guests and operators as it is. */
          readonly summary: string;
          /** Who did it; null for automation. */
          readonly actor: string | null;
          /** The state that the order has come to. */
          readonly state: InjectionState;
          /** What the person who did it added. Shown to operators only. */
          readonly remark: string | null;
        } | {
          readonly __typename: "NoteEvent";
          /** Id of the event. `cursor`, not this, is what goes on from here. */
          readonly id: string;
          /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
          readonly at: string;
          /** The event in one sentence, to be shown to guests and operators as it is. */
          readonly summary: string;
          /** Who did it; null for automation. */
          readonly actor: string | null;
        } | {
          readonly __typename: "OrderClaimEvent";
          /** Id of the event. `cursor`, not this, is what goes on from here. */
          readonly id: string;
          /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
          readonly at: string;
          /** The event in one sentence, to be shown to guests and operators as it is. */
          readonly summary: string;
          /** Who did it; null for automation. */
          readonly actor: string | null;
        } | {
          readonly __typename: "OrderStatusEvent";
          /** Id of the event. `cursor`, not this, is what goes on from here. */
          readonly id: string;
          /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
          readonly at: string;
          /** The event in one sentence, to be shown to guests and operators as it is. */
          readonly summary: string;
          /** Who did it; null for automation. */
          readonly actor: string | null;
          /** The status from then on; of late news, the status that the news was about. */
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
        bonusSpent {
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
  /** Sends a stuck order to the till again. The till is looked at first: a retry never makes a second order. */
  readonly retryOrder: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Sends a branch's DEAD_LETTERED orders again, oldest first, at most 100 a call. FALLBACK_SENT is left to the staff who were told. */
  readonly retryDeadLetters: {
    /** The orders that are on their way again. */
    readonly orders: readonly {
      /** Id of the order for the whole life of it. Staff and guests know the order by its `number`. */
      readonly id: string;
    }[];
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Says that the staff have entered the order into the till. */
  readonly markOrderEnteredByHand: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Cancels an order: at once before it was sent; in the till by a job, see `cancellation`. */
  readonly cancelOrder: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Says "I'm on it" with the label of the key, so that no two people enter one order. It ends by itself after five minutes, and with whatever is done to the order; calling again makes it five minutes again. While it lasts, others' retryOrder, markOrderEnteredByHand and cancelOrder are refused with OrderClaimedUserError; the gateway's own work is not held up. */
  readonly claimOrder: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Gives back what claimOrder took. Nothing happens where nobody has the order. */
  readonly releaseOrder: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
  /** Orders as a table for a spreadsheet, the newest first, in pages. A mutation because each page is noted in Branch.changes. */
  readonly exportOrders: {
    /** The page; null when `userErrors` says why there is none. */
    readonly page: {
      /** CSV, as spreadsheets of the language open it: semicolons and decimal commas in Russian. The names of the columns stand on the first page. No cell is a formula. */
      readonly csv: string;
      /** `after` of the next page; null: this is the last. */
      readonly endCursor: string | null;
    } | null;
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
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
