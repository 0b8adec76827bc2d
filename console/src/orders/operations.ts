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

/** A way to reach the staff when the till does not take an order. */
export type FallbackKind =
  | "EMAIL"
  | "TELEGRAM";

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

export type BoardPage = {
  /** The page's entries, for whoever needs no cursor of each. */
  readonly nodes: readonly {
    /** Id of the order for the whole life of it. Staff and guests know the order by its `number`. */
    readonly id: string;
    /** What guest and restaurant call the order. It opens nothing. */
    readonly number: string;
    /** When the gateway took the order. */
    readonly createdAt: string;
    /** How the guest gets the order. */
    readonly fulfilment: Fulfilment;
    /** What the guest may be shown of kitchen and courier. Whether the till has the order is told by `injection`. */
    readonly status: OrderStatus;
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
    /** Whether the till has the order, and how it got there. */
    readonly injection: {
      /** Where the order is on its way to the till. */
      readonly state: InjectionState;
    };
  }[];
  /** Where the page stands in the list, and how to get the next one. */
  readonly pageInfo: {
    /** true: there are entries after this page. */
    readonly hasNextPage: boolean;
    /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
    readonly endCursor: string | null;
  };
};

export type Sum = {
  /** A decimal string with two places: "449.90". */
  readonly amount: string;
  /** The currency of the branch. */
  readonly currencyCode: CurrencyCode;
};

export interface BoardVariables {
  readonly branchId: string;
}

export interface BoardAnswer {
  /** A branch by its id; null: there is none, or your key is for others only. */
  readonly branch: {
    /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
    readonly timeZone: string;
  } | null;
  /** Orders that the till did not take and nobody has answered for: FALLBACK_SENT, DEAD_LETTERED, and those whose message is still on its way to the staff, because a channel asks for a pause for example. DEAD_LETTERED first, then the newest. */
  readonly waiting: {
    /** Of all pages. Counted when it is asked for. */
    readonly totalCount: number | null;
  };
  /** Orders of the branches the key is for, sorted as `sort` says. */
  readonly orders: BoardPage;
}

export const Board: Operation<BoardAnswer, BoardVariables> = {
  document: `query Board($branchId: ID!) {
  branch(id: $branchId) {
    timeZone
  }
  waiting: deadLetters(branchId: $branchId, first: 1) {
    totalCount
  }
  orders(filter: {branchIds: [$branchId]}, first: 100, sort: NEEDS_PEOPLE_FIRST) {
    ...BoardPage
  }
}

fragment BoardPage on OrderConnection {
  nodes {
    id
    number
    createdAt
    fulfilment
    status
    totals {
      total {
        amount
        currencyCode
      }
    }
    injection {
      state
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`,
};

export interface MoreOfBoardVariables {
  readonly branchId: string;
  readonly after: string;
}

export interface MoreOfBoardAnswer {
  /** Orders of the branches the key is for, sorted as `sort` says. */
  readonly orders: BoardPage;
}

export const MoreOfBoard: Operation<MoreOfBoardAnswer, MoreOfBoardVariables> = {
  document: `query MoreOfBoard($branchId: ID!, $after: String!) {
  orders(
    filter: {branchIds: [$branchId]}
    first: 100
    after: $after
    sort: NEEDS_PEOPLE_FIRST
  ) {
    ...BoardPage
  }
}

fragment BoardPage on OrderConnection {
  nodes {
    id
    number
    createdAt
    fulfilment
    status
    totals {
      total {
        amount
        currencyCode
      }
    }
    injection {
      state
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`,
};

export interface BranchEventsVariables {
  readonly branchId: string;
}

export interface BranchEventsAnswer {
  /** Everything that happens to a branch's orders: replays what came after the cursor, then goes live; without a cursor it starts now. `states` leaves only these steps of the way to the till. */
  readonly branchOrderEvents: ({
    /** Id of the event. `cursor`, not this, is what goes on from here. */
    readonly id: string;
    /** The order that it happened to: Order.id. */
    readonly orderId: string;
    /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
    readonly at: string;
    /** The event in one sentence, to be shown to guests and operators as it is. */
    readonly summary: string;
  });
}

export const BranchEvents: Operation<BranchEventsAnswer, BranchEventsVariables> = {
  document: `subscription BranchEvents($branchId: ID!) {
  branchOrderEvents(branchId: $branchId) {
    id
    orderId
    at
    summary
  }
}`,
};

export interface OrderStoryVariables {
  readonly id: string;
}

export interface OrderStoryAnswer {
  /** A guest's own order, or one of an operator's branches. */
  readonly order: {
    /** Id of the order for the whole life of it. Staff and guests know the order by its `number`. */
    readonly id: string;
    /** What guest and restaurant call the order. It opens nothing. */
    readonly number: string;
    /** When the gateway took the order. */
    readonly createdAt: string;
    /** When the guest wants it; null is as soon as possible. */
    readonly wantedAt: string | null;
    /** How the guest gets the order. */
    readonly fulfilment: Fulfilment;
    /** The branch that makes the order, as it is set up now. */
    readonly branch: {
      /** What guests and operators call the branch. */
      readonly name: string;
      /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
      readonly timeZone: string;
    };
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
    /** May whoever asks cancel the order now? */
    readonly cancellable: boolean;
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
      }[];
      /** Both halves of a dish of two; empty for every other line. */
      readonly halves: readonly {
        /** The half's article when it was ordered. */
        readonly article: string;
        /** The half's name when it was ordered. */
        readonly name: string;
      }[];
    }[];
    /** What the order costs, in the branch's currency, as it was priced when it was taken. */
    readonly totals: {
      /** All lines with their options, before discounts and without the delivery. */
      readonly subtotal: Sum;
      /** All discounts together. */
      readonly discount: Sum;
      /** What the way to the guest costs; 0 for a pick-up, and where the delivery is free. */
      readonly deliveryFee: Sum;
      /** What points pay. */
      readonly bonusSpent: Sum;
      /** What is paid in money: subtotal − discount + deliveryFee − bonusSpent. */
      readonly total: Sum;
    };
    /** What made the order cheaper, points aside. */
    readonly promotions: readonly {
      /** null: it needed no code. */
      readonly code: string | null;
      /** What guests call it, as it was called when the order was priced. */
      readonly name: string;
      /** Only the till reckons what it gives: `amount` and all totals are without it, and the guest may pay less there. */
      readonly pending: boolean;
      /** RESULT_REST: a promotion or discount of Result.Rest's. IIKO: a coupon or programme of the POS's. */
      readonly source: Source;
    }[];
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
      /** Has the order been SENDING or AWAITING_POS for longer than that can last? Operators may then retry (with force), enter or cancel it, as one that was given up; the till may have it. Always false for guests. */
      readonly stuck: boolean;
      /** The number on the till. */
      readonly posNumber: string | null;
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
        /** When the channel took the message; null: it has not. */
        readonly sentAt: string | null;
        /** What the channel last said against the message; null: nothing, or it has taken it since. */
        readonly error: string | null;
      }[];
    };
    /** The whole story in order. Poll it with `after`. A cursor that is not of this history starts at the beginning: `hasPreviousPage` is false then. */
    readonly timeline: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly ({
        /** Id of the event. `cursor`, not this, is what goes on from here. */
        readonly id: string;
        /** When it happened: the time that the restaurant noted for it, else when the gateway learned of it. */
        readonly at: string;
        /** The event in one sentence, to be shown to guests and operators as it is. */
        readonly summary: string;
        /** Who did it; null for automation. */
        readonly actor: string | null;
      })[];
    };
  } | null;
}

export const OrderStory: Operation<OrderStoryAnswer, OrderStoryVariables> = {
  document: `query OrderStory($id: ID!) {
  order(id: $id) {
    id
    number
    createdAt
    wantedAt
    fulfilment
    branch {
      name
      timeZone
    }
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
    cancellable
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
      }
      halves {
        article
        name
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
      pending
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
        outcome
        error {
          message
        }
      }
      fallback {
        kind
        target
        sentAt
        error
      }
    }
    timeline(first: 100) {
      nodes {
        id
        at
        summary
        actor
      }
    }
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
