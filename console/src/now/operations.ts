// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** Why an order needs a person, the gravest first. Values are only ever added: show one you do not know as something to look at. */
export type AttentionReason =
  | "APPROVAL_WANTED"
  | "CANCEL_BY_HAND"
  | "LATE"
  | "LATE_TO_TILL"
  | "NOBODY_HAS_IT"
  | "OUTCOME_UNKNOWN"
  | "WITH_PEOPLE";

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

/** Whether calls with a POS key go out. */
export type PosKeyState =
  | "CIRCUIT_OPEN"
  | "OK"
  | "STOPPED";

export interface WaitingVariables {
  readonly branchIds?: readonly string[] | null | undefined;
}

export interface WaitingAnswer {
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
      /** How the guest gets the order. */
      readonly fulfilment: Fulfilment;
      /** When the guest wants it; null is as soon as possible. */
      readonly wantedAt: string | null;
      /** When the guest was promised the order, as the POS has it. */
      readonly promisedAt: string | null;
      /** The branch that makes the order, as it is set up now. */
      readonly branch: {
        /** What arguments named branchId take. */
        readonly id: string;
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
      } | null;
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
        /** When the person took the order on, or last said so. */
        readonly at: string;
        /** It ends by itself then, or sooner with what is done to the order. */
        readonly until: string;
      } | null;
      /** Whether the till has the order, and how it got there. */
      readonly injection: {
        /** Where the order is on its way to the till. */
        readonly state: InjectionState;
        /** Has the order been SENDING or AWAITING_POS for longer than that can last? Operators may then retry (with force), enter or cancel it, as one that was given up; the till may have it. Always false for guests. */
        readonly stuck: boolean;
        /** What the POS last said against the order; null once the till has it. */
        readonly lastError: {
          /** What is wrong in one sentence, to be shown as it is. */
          readonly message: string;
          /** What a person can do about it, in the language of `message`. */
          readonly fix: string | null;
        } | null;
      };
    }[];
  };
}

export const Waiting: Operation<WaitingAnswer, WaitingVariables> = {
  document: `query Waiting($branchIds: [ID!]) {
  ordersNeedingPeople(branchIds: $branchIds) {
    branchId
    reason
    count
    oldestSince
  }
  orders(
    filter: {branchIds: $branchIds, needsPerson: true}
    first: 50
    sort: NEEDS_PEOPLE_FIRST
  ) {
    nodes {
      id
      number
      createdAt
      fulfilment
      wantedAt
      promisedAt
      branch {
        id
        name
        timeZone
      }
      customer {
        name
        phone
      }
      address {
        line
      }
      totals {
        total {
          amount
          currencyCode
        }
      }
      attention {
        reason
        since
      }
      claim {
        by
        mine
        at
        until
      }
      injection {
        state
        stuck
        lastError {
          message
          fix
        }
      }
    }
  }
}`,
};

export interface WorkingVariables {
  readonly branchIds?: readonly string[] | null | undefined;
  readonly since: string;
}

export interface WorkingAnswer {
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
      /** How the guest gets the order. */
      readonly fulfilment: Fulfilment;
      /** When the guest wants it; null is as soon as possible. */
      readonly wantedAt: string | null;
      /** When the guest was promised the order, as the POS has it. */
      readonly promisedAt: string | null;
      /** When the POS expects the order to be ready or delivered. */
      readonly estimatedAt: string | null;
      /** What the guest may be shown of kitchen and courier. Whether the till has the order is told by `injection`. */
      readonly status: OrderStatus;
      /** The branch that makes the order, as it is set up now. */
      readonly branch: {
        /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
        readonly timeZone: string;
      };
      /** null: it was erased. */
      readonly customer: {
        /** As the guest gave it with this order. */
        readonly name: string;
      } | null;
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
      /** Why the order needs a person; null: it does not. Shown to operators only. */
      readonly attention: {
        /** What the person is needed for. */
        readonly reason: AttentionReason;
      } | null;
      /** Whether the till has the order, and how it got there. */
      readonly injection: {
        /** Where the order is on its way to the till. */
        readonly state: InjectionState;
        /** When the order is sent, or looked for, again by itself; null when nothing is planned. */
        readonly nextAttemptAt: string | null;
      };
    }[];
    /** Where the page stands in the list, and how to get the next one. */
    readonly pageInfo: {
      /** true: there are entries after this page. */
      readonly hasNextPage: boolean;
    };
  };
  /** A key that is limited to branches sees those only. */
  readonly branches: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** What arguments named branchId take. */
      readonly id: string;
      /** Now. A pause that has an end is over by itself. */
      readonly acceptingDelivery: boolean;
      /** Now. A pause that has an end is over by itself. */
      readonly acceptingPickup: boolean;
      /** null: not paused, or until somebody opens it. */
      readonly deliveryPausedUntil: string | null;
      /** null: not paused, or until somebody opens it. */
      readonly pickupPausedUntil: string | null;
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
      /** What the way is called, in the language of Accept-Language: e-mail. */
      readonly label: string;
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

export const Working: Operation<WorkingAnswer, WorkingVariables> = {
  document: `query Working($branchIds: [ID!], $since: DateTime!) {
  orders(
    filter: {branchIds: $branchIds, createdFrom: $since, statuses: [UNCONFIRMED, NEW, ACCEPTED, QUEUED_FOR_COOKING, COOKING, READY, WAITING_FOR_COURIER, ON_THE_WAY]}
    first: 100
  ) {
    nodes {
      id
      number
      createdAt
      fulfilment
      wantedAt
      promisedAt
      estimatedAt
      status
      branch {
        timeZone
      }
      customer {
        name
      }
      totals {
        total {
          amount
          currencyCode
        }
      }
      attention {
        reason
      }
      injection {
        state
        nextAttemptAt
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  branches(first: 100) {
    nodes {
      id
      acceptingDelivery
      acceptingPickup
      deliveryPausedUntil
      pickupPausedUntil
    }
  }
  branchContacts(branchIds: $branchIds) {
    branchId
    posHeardAt
    lastInTillAt
    channels {
      label
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
}`,
};

export interface FiguresVariables {
  readonly branchIds?: readonly string[] | null | undefined;
  readonly day: string;
}

export interface FiguresAnswer {
  /** What the orders of a period come to, by day and hour of each branch's own clock. What is older than events are kept has no times to the till and no hand-overs. */
  readonly orderFigures: {
    /** Of the whole period. */
    readonly total: {
      /** How many orders were taken. */
      readonly orders: number;
      /** How many were given to the staff, or were to be. */
      readonly handedOver: number;
      /** The median from acceptance to the till; null: none has got there. */
      readonly secondsToTill: number | null;
      /** What the guests pay, an amount for each currency; cancelled orders left out. */
      readonly sales: readonly {
        /** A decimal string with two places: "449.90". */
        readonly amount: string;
        /** The currency of the branch. */
        readonly currencyCode: CurrencyCode;
      }[];
    };
    /** Of each hour that has orders, over all days of the period together. */
    readonly hours: readonly {
      /** The hour, 0 to 23 of the branch's clock; null: all hours. */
      readonly hour: number | null;
      /** How many orders were taken. */
      readonly orders: number;
      /** How many were given to the staff, or were to be. */
      readonly handedOver: number;
    }[];
  };
}

export const Figures: Operation<FiguresAnswer, FiguresVariables> = {
  document: `query Figures($branchIds: [ID!], $day: String!) {
  orderFigures(branchIds: $branchIds, from: $day, to: $day) {
    total {
      orders
      handedOver
      secondsToTill
      sales {
        amount
        currencyCode
      }
    }
    hours {
      hour
      orders
      handedOver
    }
  }
}`,
};

export interface SearchVariables {
  readonly filter: OrderFilter;
}

export interface SearchAnswer {
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
      /** What the guest may be shown of kitchen and courier. Whether the till has the order is told by `injection`. */
      readonly status: OrderStatus;
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
      /** Why the order needs a person; null: it does not. Shown to operators only. */
      readonly attention: {
        /** What the person is needed for. */
        readonly reason: AttentionReason;
      } | null;
    }[];
  };
}

export const Search: Operation<SearchAnswer, SearchVariables> = {
  document: `query Search($filter: OrderFilter!) {
  orders(filter: $filter, first: 8) {
    nodes {
      id
      number
      createdAt
      status
      branch {
        name
        timeZone
      }
      customer {
        name
        phone
      }
      totals {
        total {
          amount
          currencyCode
        }
      }
      injection {
        state
      }
      attention {
        reason
      }
    }
  }
}`,
};

export interface ChangesVariables {
  readonly branchId: string;
}

export interface ChangesAnswer {
  /** Everything that happens to a branch's orders: replays what came after the cursor, then goes live; without a cursor it starts now. `states` leaves only these steps of the way to the till. */
  readonly branchOrderEvents: ({
    /** Id of the event. `cursor`, not this, is what goes on from here. */
    readonly id: string;
  });
}

export const Changes: Operation<ChangesAnswer, ChangesVariables> = {
  document: `subscription Changes($branchId: ID!) {
  branchOrderEvents(branchId: $branchId) {
    id
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

export interface SendAgainVariables {
  readonly id: string;
  readonly force: boolean;
}

export interface SendAgainAnswer {
  /** Sends a stuck order to the till again. The till is looked at first: a retry never makes a second order. */
  readonly retryOrder: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const SendAgain: Operation<SendAgainAnswer, SendAgainVariables> = {
  document: `mutation SendAgain($id: ID!, $force: Boolean!) {
  retryOrder(id: $id, force: $force) {
    userErrors {
      message
    }
  }
}`,
};

export interface ByHandVariables {
  readonly id: string;
  readonly posNumber: string;
  readonly note?: string | null | undefined;
}

export interface ByHandAnswer {
  /** Says that the staff have entered the order into the till. */
  readonly markOrderEnteredByHand: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const ByHand: Operation<ByHandAnswer, ByHandVariables> = {
  document: `mutation ByHand($id: ID!, $posNumber: String!, $note: String) {
  markOrderEnteredByHand(id: $id, posNumber: $posNumber, note: $note) {
    userErrors {
      message
    }
  }
}`,
};
