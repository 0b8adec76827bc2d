// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

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

export type FallbackKind =
  | "EMAIL"
  | "TELEGRAM";

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
  readonly nodes: readonly {
    readonly id: string;
    /** What guest and restaurant call the order. It opens nothing. */
    readonly number: string;
    readonly createdAt: string;
    readonly fulfilment: Fulfilment;
    readonly status: OrderStatus;
    readonly totals: {
      /** What is paid in money: subtotal − discount + deliveryFee − bonusSpent. */
      readonly total: {
        /** A decimal string with two places: "449.90". */
        readonly amount: string;
        readonly currencyCode: CurrencyCode;
      };
    };
    readonly injection: {
      readonly state: InjectionState;
    };
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
  };
};

export type Sum = {
  /** A decimal string with two places: "449.90". */
  readonly amount: string;
  readonly currencyCode: CurrencyCode;
};

export interface BoardVariables {
  readonly branchId: string;
}

export interface BoardAnswer {
  readonly branch: {
    /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
    readonly timeZone: string;
  } | null;
  /** Orders that the till did not take and nobody has answered for: FALLBACK_SENT, DEAD_LETTERED, and those whose message is still on its way to people, because a channel asks for a pause for example. DEAD_LETTERED first, then the newest. */
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
    readonly id: string;
    readonly orderId: string;
    readonly at: string;
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
    readonly id: string;
    /** What guest and restaurant call the order. It opens nothing. */
    readonly number: string;
    readonly createdAt: string;
    /** When the guest wants it; null is as soon as possible. */
    readonly wantedAt: string | null;
    readonly fulfilment: Fulfilment;
    readonly branch: {
      readonly name: string;
      /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
      readonly timeZone: string;
    };
    /** null: it was erased. */
    readonly customer: {
      readonly name: string;
      /** As +79001234567. */
      readonly phone: string;
    } | null;
    /** null: it is collected, or was erased. */
    readonly address: {
      /** All of it but the comment, in one line. */
      readonly line: string;
      readonly comment: string | null;
    } | null;
    readonly comment: string | null;
    readonly status: OrderStatus;
    /** Where the order is, in one line for its guest, with times of the restaurant's clock and days. */
    readonly summary: string;
    /** May whoever asks cancel the order now? */
    readonly cancellable: boolean;
    readonly lines: readonly {
      readonly article: string;
      readonly name: string;
      readonly sizeName: string | null;
      readonly quantity: string;
      readonly comment: string | null;
      /** With options, times quantity. */
      readonly total: Sum;
      /** Of halves and parts, too: each is named with the half or part that it belongs to. */
      readonly options: readonly {
        readonly article: string | null;
        readonly name: string;
        /** Per one unit of the line. */
        readonly quantity: string;
      }[];
      /** Both halves of a dish of two; empty for every other line. */
      readonly halves: readonly {
        readonly article: string;
        readonly name: string;
      }[];
    }[];
    readonly totals: {
      readonly subtotal: Sum;
      /** All discounts together. */
      readonly discount: Sum;
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
      readonly name: string;
      /** Only the till reckons what it gives: `amount` and all totals are without it, and the guest may pay less there. */
      readonly pending: boolean;
      readonly source: Source;
    }[];
    /** What is to be taken from the guest, and how. */
    readonly payment: {
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
    readonly injection: {
      readonly state: InjectionState;
      /** Has the order been SENDING or AWAITING_POS for longer than that can last? Operators may then retry (with force), enter or cancel it, as one that was given up; the till may have it. Always false for guests. */
      readonly stuck: boolean;
      /** The number on the till. */
      readonly posNumber: string | null;
      readonly nextAttemptAt: string | null;
      /** What the POS last said against the order; null once the till has it. */
      readonly lastError: {
        readonly message: string;
        /** What a person can do about it, in the language of `message`. */
        readonly fix: string | null;
      } | null;
      readonly attempts: readonly {
        readonly number: number;
        readonly startedAt: string;
        /** null while the attempt is under way. */
        readonly outcome: AttemptOutcome | null;
        readonly error: {
          readonly message: string;
        } | null;
      }[];
      /** Messages to people about the order. */
      readonly fallback: readonly {
        readonly kind: FallbackKind;
        readonly target: string;
        readonly sentAt: string | null;
        readonly error: string | null;
      }[];
    };
    /** The whole story in order. Poll it with `after`. A cursor that is not of this history starts at the beginning: `hasPreviousPage` is false then. */
    readonly timeline: {
      readonly nodes: readonly ({
        readonly id: string;
        readonly at: string;
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
    readonly userErrors: readonly ({
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
  /** Sends a branch's DEAD_LETTERED orders again, oldest first, at most 100 a call. FALLBACK_SENT is left to the people who were told. */
  readonly retryDeadLetters: {
    readonly userErrors: readonly ({
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
  /** Says that people have entered the order into the till. */
  readonly markOrderEnteredByHand: {
    readonly userErrors: readonly ({
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
    readonly userErrors: readonly ({
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
