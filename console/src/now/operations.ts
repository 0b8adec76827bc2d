// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** Why an order needs a person, most serious first. Values may be added: treat an unknown value as something to look at. */
export type AttentionReason =
  | "APPROVAL_WANTED"
  | "CANCEL_BY_HAND"
  | "LATE"
  | "LATE_TO_TILL"
  | "NOBODY_HAS_IT"
  | "OUTCOME_UNKNOWN"
  | "WITH_PEOPLE";

/** Why a branch takes no orders now. */
export type ClosedBecause =
  | "HOURS"
  | "NOT_CONNECTED"
  | "PAUSE"
  | "TILL_SILENT";

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

/** Whether calls with a POS key are possible. */
export type PosKeyState =
  | "CIRCUIT_OPEN"
  | "OK"
  | "STOPPED";

export interface WaitingVariables {
  readonly branchIds?: readonly string[] | null | undefined;
}

export interface WaitingAnswer {
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
      /** How the guest receives the order. */
      readonly fulfilment: Fulfilment;
      /** When the guest wants the order; null means as soon as possible. */
      readonly wantedAt: string | null;
      /** The time promised to the guest: by the POS, and until it has the order by the branch's own usual time. */
      readonly promisedAt: string | null;
      /** The branch that prepares the order, with its current settings. */
      readonly branch: {
        /** The id that arguments named branchId take. */
        readonly id: string;
        /** Name of the branch, as guests and operators see it. */
        readonly name: string;
        /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
        readonly timeZone: string;
      };
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
      } | null;
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
        /** When the person claimed the order or last extended the claim. */
        readonly at: string;
        /** When the claim ends by itself; it ends earlier if something is done to the order. */
        readonly until: string;
      } | null;
      /** Whether the till has the order, and how it got there. */
      readonly injection: {
        /** Injection state of the order. */
        readonly state: InjectionState;
        /** Whether the order has been SENDING or AWAITING_POS for longer than that can last. Operators may then retry it (with force), enter it by hand or cancel it; the till may have it. Always false for guests. */
        readonly stuck: boolean;
        /** The last error of the POS for this order; null once the till has it. */
        readonly lastError: {
          /** What is wrong, in one sentence that can be shown to the user. */
          readonly message: string;
          /** What can be done about it, in the language of `message`. */
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
  readonly shownIds?: readonly string[] | null | undefined;
  readonly since: string;
}

export interface WorkingAnswer {
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
      /** How the guest receives the order. */
      readonly fulfilment: Fulfilment;
      /** When the guest wants the order; null means as soon as possible. */
      readonly wantedAt: string | null;
      /** The time promised to the guest: by the POS, and until it has the order by the branch's own usual time. */
      readonly promisedAt: string | null;
      /** When the POS expects the order to be ready or delivered. */
      readonly estimatedAt: string | null;
      /** Kitchen and delivery status of the order. `injection` tells whether the till has it. */
      readonly status: OrderStatus;
      /** The branch that prepares the order, with its current settings. */
      readonly branch: {
        /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
        readonly timeZone: string;
      };
      /** The guest who ordered; null if the data was erased. */
      readonly customer: {
        /** Name as the guest gave it with this order. */
        readonly name: string;
      } | null;
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
      /** Why the order needs a person; null if it does not. Shown to operators only. */
      readonly attention: {
        /** Why a person is needed. */
        readonly reason: AttentionReason;
      } | null;
      /** Whether the till has the order, and how it got there. */
      readonly injection: {
        /** Injection state of the order. */
        readonly state: InjectionState;
        /** When the gateway will next send or look for the order automatically; null if nothing is scheduled. */
        readonly nextAttemptAt: string | null;
      };
    }[];
    /** Position of the page in the list, and how to get the next page. */
    readonly pageInfo: {
      /** Whether there are entries after this page. */
      readonly hasNextPage: boolean;
    };
  };
  /** All branches of a company. A key sees those of its company, a key that is limited to branches only those. */
  readonly branches: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** The id that arguments named branchId take. */
      readonly id: string;
      /** Whether such orders are accepted now. A pause with an end time ends by itself. */
      readonly acceptingDelivery: boolean;
      /** Whether such orders are accepted now. A pause with an end time ends by itself. */
      readonly acceptingPickup: boolean;
      /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
      readonly deliveryPausedUntil: string | null;
      /** When the pause ends; null if there is no pause, or until somebody reopens the branch. */
      readonly pickupPausedUntil: string | null;
      /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
      readonly delivery: {
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
      /** Whether the branch takes such orders now, by its hours and pauses, and when that changes. */
      readonly pickup: {
        /** When it opens; null if it is open, or if the time is not known: a pause without an end, or no hours within a year. */
        readonly opensAt: string | null;
        /** Why not; null if it is open. */
        readonly closedBecause: ClosedBecause | null;
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

export const Working: Operation<WorkingAnswer, WorkingVariables> = {
  document: `query Working($branchIds: [ID!], $shownIds: [ID!], $since: DateTime!) {
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
      delivery: openState(fulfilment: DELIVERY) {
        opensAt
        closedBecause
        minutes
        extraMinutes
        busyMinutes
        busyUntil
      }
      pickup: openState(fulfilment: PICKUP) {
        opensAt
        closedBecause
      }
    }
  }
  branchContacts(branchIds: $shownIds, first: 100) {
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
  posKeys(branchIds: $shownIds, first: 100) {
    id
    state
    reason
    branchIds(first: 100)
  }
}`,
};

export interface FiguresVariables {
  readonly branchIds?: readonly string[] | null | undefined;
  readonly day: string;
}

export interface FiguresAnswer {
  /** Figures about the orders of a period, by day and hour in the time zone of each branch. Times to the till and hand-overs are missing for orders whose events have already been purged. */
  readonly orderFigures: {
    /** Figures for the whole period. */
    readonly total: {
      /** Number of orders that were accepted. */
      readonly orders: number;
      /** Number of orders that were handed over to the staff, or should have been. */
      readonly handedOver: number;
      /** Median time from acceptance to the till, in seconds; null if no order has reached it. */
      readonly secondsToTill: number | null;
      /** Sales without cancelled orders, one amount per currency. */
      readonly sales: readonly {
        /** The amount as a decimal string with two decimal places: "449.90". */
        readonly amount: string;
        /** The currency of the branch. */
        readonly currencyCode: CurrencyCode;
      }[];
    };
    /** Figures for each hour that has orders, over all days of the period. */
    readonly hours: readonly {
      /** The hour in the branch's time zone, 0 to 23; null for all hours. */
      readonly hour: number | null;
      /** Number of orders that were accepted. */
      readonly orders: number;
      /** Number of orders that were handed over to the staff, or should have been. */
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
      /** Kitchen and delivery status of the order. `injection` tells whether the till has it. */
      readonly status: OrderStatus;
      /** The branch that prepares the order, with its current settings. */
      readonly branch: {
        /** Name of the branch, as guests and operators see it. */
        readonly name: string;
        /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
        readonly timeZone: string;
      };
      /** The guest who ordered; null if the data was erased. */
      readonly customer: {
        /** Name as the guest gave it with this order. */
        readonly name: string;
        /** Phone number in E.164 form, for example +79001234567. */
        readonly phone: string;
      } | null;
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
      /** Whether the till has the order, and how it got there. */
      readonly injection: {
        /** Injection state of the order. */
        readonly state: InjectionState;
      };
      /** Why the order needs a person; null if it does not. Shown to operators only. */
      readonly attention: {
        /** Why a person is needed. */
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
  /** All events of a branch's orders: replays what came after the cursor, then continues live; without a cursor it starts now. `states` restricts it to changes to these injection states. */
  readonly branchOrderEvents: ({
    /** Id of the event. To continue from here, use `cursor`, not this id. */
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

export interface SendAgainVariables {
  readonly id: string;
  readonly force: boolean;
}

export interface SendAgainAnswer {
  /** Sends a stuck order to the till again. The gateway checks the till first, so a retry never creates a duplicate. */
  readonly retryOrder: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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
  /** Records that the staff have entered the order into the till. */
  readonly markOrderEnteredByHand: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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
