// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

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

export type Figure = {
  /** The day, as 2026-11-25 of the branch's calendar; null: all days. */
  readonly day: string | null;
  /** The hour, 0 to 23 of the branch's clock; null: all hours. */
  readonly hour: number | null;
  /** How many orders were taken. */
  readonly orders: number;
  /** Of those, how many are brought; all others are collected. */
  readonly delivery: number;
  /** Of those, how many were cancelled. */
  readonly cancelled: number;
  /** Of those, how many came to the till by themselves. */
  readonly inTill: number;
  /** The median from acceptance to the till; null: none has got there. */
  readonly secondsToTill: number | null;
  /** 95 of 100 orders were in the till sooner; null: none has got there. */
  readonly secondsToTill95: number | null;
  /** How many were given to the staff, or were to be. */
  readonly handedOver: number;
  /** Of those handed over: the POS refused the order. */
  readonly refused: number;
  /** Of those handed over: no message reached anybody at first. */
  readonly unreached: number;
  /** What the guests pay, an amount for each currency; cancelled orders left out. */
  readonly sales: readonly {
    /** A decimal string with two places: "449.90". */
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
  /** What the orders of a period come to, by day and hour of each branch's own clock. What is older than events are kept has no times to the till and no hand-overs. */
  readonly now: {
    /** Of the whole period. */
    readonly total: Figure;
    /** Of each day that has orders, the earliest first. */
    readonly days: readonly Figure[];
    /** Of each hour that has orders, over all days of the period together. */
    readonly hours: readonly Figure[];
  };
  /** What the orders of a period come to, by day and hour of each branch's own clock. What is older than events are kept has no times to the till and no hand-overs. */
  readonly past: {
    /** Of the whole period. */
    readonly total: Figure;
    /** Of each day that has orders, the earliest first. */
    readonly days: readonly Figure[];
    /** Of each hour that has orders, over all days of the period together. */
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
  inTill
  secondsToTill
  secondsToTill95
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
  /** The POS keys of the branches you may work on: do they work, and how many calls are left. */
  readonly posKeys: readonly {
    /** The same for equal keys of one POS; tells nothing about them. */
    readonly id: string;
    /** The last characters of the key. */
    readonly maskedKey: string;
    /** Groups that were used so far. */
    readonly budgets: readonly {
      /** The POS's own name of the group. */
      readonly group: string;
      /** How many calls a second may go out in the long run. */
      readonly perSecond: number;
      /** Calls that may go out at once, now. */
      readonly available: number;
      /** Calls that wait for their turn. */
      readonly waiting: number;
      /** The POS has asked for a pause until then. */
      readonly pausedUntil: string | null;
    }[];
  }[];
}

export const Budgets: Operation<BudgetsAnswer, BudgetsVariables> = {
  document: `query Budgets {
  posKeys {
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
