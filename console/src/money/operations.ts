// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

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

export type Figure = {
  /** The day in the branch's calendar, for example 2026-11-25; null for all days. */
  readonly day: string | null;
  /** The hour in the branch's time zone, 0 to 23; null for all hours. */
  readonly hour: number | null;
  /** Number of orders that were accepted. */
  readonly orders: number;
  /** Number of these orders that are delivered; the others are collected. */
  readonly delivery: number;
  /** Number of these orders that were cancelled. */
  readonly cancelled: number;
  /** Number of the cancelled orders that guests had paid for online. */
  readonly cancelledPaid: number;
  /** What guests had paid online for the cancelled orders, one amount per currency. The gateway does not know which of it has been returned. */
  readonly cancelledPayments: readonly {
    /** The amount as a decimal string with two decimal places: "449.90". */
    readonly amount: string;
    /** The currency of the branch. */
    readonly currencyCode: CurrencyCode;
  }[];
  /** Number of these orders that reached the till automatically. */
  readonly inTill: number;
  /** Median time from acceptance to the till, in seconds; null if no order has reached it. */
  readonly secondsToTill: number | null;
  /** 95th percentile of the time from acceptance to the till, in seconds; null if no order has reached it. */
  readonly secondsToTill95: number | null;
  /** Median time from the till until the kitchen was done, in seconds; orders for later are left out. null if none is ready, or if the POS does not report it. */
  readonly secondsToReady: number | null;
  /** 95th percentile of the time from the till until the kitchen was done, in seconds; orders for later are left out. null if none is ready. */
  readonly secondsToReady95: number | null;
  /** Median time from the till until the guest had the order, in seconds; orders for later are left out. null if no guest has it. */
  readonly secondsToGuest: number | null;
  /** Number of orders that were handed over to the staff, or should have been. */
  readonly handedOver: number;
  /** Number of the orders handed over that the POS had refused. */
  readonly refused: number;
  /** Number of the orders handed over for which at first no message reached anyone. */
  readonly unreached: number;
  /** Sales without cancelled orders, one amount per currency. */
  readonly sales: readonly {
    /** The amount as a decimal string with two decimal places: "449.90". */
    readonly amount: string;
    /** The currency of the branch. */
    readonly currencyCode: CurrencyCode;
  }[];
};

export interface FiguresVariables {
  readonly from: string;
  readonly to: string;
  readonly pastFrom: string;
  readonly pastTo: string;
  readonly branchIds?: readonly string[] | null | undefined;
}

export interface FiguresAnswer {
  /** Figures about the orders of a period, by day and hour in the time zone of each branch. Times to the till and hand-overs are missing for orders whose events have already been purged. */
  readonly now: {
    /** Figures for the whole period. */
    readonly total: Figure;
    /** Figures for each day that has orders, earliest first. */
    readonly days: readonly Figure[];
    /** Figures for each hour that has orders, over all days of the period. */
    readonly hours: readonly Figure[];
  };
  /** Figures about the orders of a period, by day and hour in the time zone of each branch. Times to the till and hand-overs are missing for orders whose events have already been purged. */
  readonly past: {
    /** Figures for the whole period. */
    readonly total: Figure;
    /** Figures for each day that has orders, earliest first. */
    readonly days: readonly Figure[];
    /** Figures for each hour that has orders, over all days of the period. */
    readonly hours: readonly Figure[];
  };
}

export const Figures: Operation<FiguresAnswer, FiguresVariables> = {
  document: `query Figures($from: String!, $to: String!, $pastFrom: String!, $pastTo: String!, $branchIds: [ID!]) {
  now: orderFigures(from: $from, to: $to, branchIds: $branchIds) {
    total {
      ...Figure
    }
    days {
      ...Figure
    }
    hours {
      ...Figure
    }
  }
  past: orderFigures(from: $pastFrom, to: $pastTo, branchIds: $branchIds) {
    total {
      ...Figure
    }
    days {
      ...Figure
    }
    hours {
      ...Figure
    }
  }
}

fragment Figure on OrderFigure {
  day
  hour
  orders
  delivery
  cancelled
  cancelledPaid
  cancelledPayments {
    amount
    currencyCode
  }
  inTill
  secondsToTill
  secondsToTill95
  secondsToReady
  secondsToReady95
  secondsToGuest
  handedOver
  refused
  unreached
  sales {
    amount
    currencyCode
  }
}`,
};

export interface BudgetsVariables {
}

export interface BudgetsAnswer {
  /** POS keys of the branches that you may work on, by their ids: whether they work, and how many calls are left. */
  readonly posKeys: readonly {
    /** The same for equal keys of one POS; it reveals nothing about the key. */
    readonly id: string;
    /** The last characters of the key. */
    readonly maskedKey: string;
    /** Rate limits of the groups of calls used so far. */
    readonly budgets: readonly {
      /** Name of the group of calls. */
      readonly group: string;
      /** Sustained number of calls per second. */
      readonly perSecond: number;
      /** Number of calls that may be made immediately. */
      readonly available: number;
      /** Number of calls that wait for their turn. */
      readonly waiting: number;
      /** Until when the POS has asked to pause. */
      readonly pausedUntil: string | null;
    }[];
  }[];
}

export const Budgets: Operation<BudgetsAnswer, BudgetsVariables> = {
  document: `query Budgets {
  posKeys(first: 100) {
    id
    maskedKey
    budgets {
      group
      perSecond
      available
      waiting
      pausedUntil
    }
  }
}`,
};
