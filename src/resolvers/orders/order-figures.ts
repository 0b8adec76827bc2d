import { Field, Float, Int, ObjectType } from "type-graphql";

import { notAPeriod } from "../../domain/errors/thrown-texts";
import { isLocalDate } from "../../domain/time/local-date";
import { InvalidInput } from "../../errors";
import { type OrderFigure as Figure } from "../../services/orders/read/find-order-figures";
import { Money, toMoney } from "../schema/money";

const MOST_DAYS = 62;
const DAY_MS = 86_400_000;

@ObjectType({
  simpleResolvers: true,
  description:
    "Figures about the orders of a period, of one of its days, or of one hour on all of its days.",
})
export class OrderFigure {
  @Field(() => String, {
    nullable: true,
    description: "The day in the branch's calendar, for example 2026-11-25; null for all days.",
  })
  day!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The hour in the branch's time zone, 0 to 23; null for all hours.",
  })
  hour!: number | null;

  @Field(() => Int, { description: "Number of orders that were accepted." })
  orders!: number;

  @Field(() => Int, {
    description: "Number of these orders that are delivered; the others are collected.",
  })
  delivery!: number;

  @Field(() => Int, { description: "Number of these orders that were cancelled." })
  cancelled!: number;

  @Field(() => Int, {
    description: "Number of the cancelled orders that guests had paid for online.",
  })
  cancelledPaid!: number;

  @Field(() => [Money], {
    description:
      "What guests had paid online for the cancelled orders, one amount per currency. The gateway does not know which of it has been returned.",
  })
  cancelledPayments!: Money[];

  @Field(() => Int, { description: "Number of these orders that reached the till automatically." })
  inTill!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Median time from acceptance to the till, in seconds; null if no order has reached it.",
  })
  secondsToTill!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "95th percentile of the time from acceptance to the till, in seconds; null if no order has reached it.",
  })
  secondsToTill95!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Median time from the till until the kitchen was done, in seconds; orders for later are left out. null if none is ready, or if the POS does not report it.",
  })
  secondsToReady!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "95th percentile of the time from the till until the kitchen was done, in seconds; orders for later are left out. null if none is ready.",
  })
  secondsToReady95!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Median time from the till until the guest had the order, in seconds; orders for later are left out. null if no guest has it.",
  })
  secondsToGuest!: number | null;

  @Field(() => Int, {
    description: "Number of orders that were handed over to the staff, or should have been.",
  })
  handedOver!: number;

  @Field(() => Int, { description: "Number of the orders handed over that the POS had refused." })
  refused!: number;

  @Field(() => Int, {
    description: "Number of the orders handed over for which at first no message reached anyone.",
  })
  unreached!: number;

  @Field(() => [Money], {
    description: "Sales without cancelled orders, one amount per currency.",
  })
  sales!: Money[];
}

@ObjectType({ simpleResolvers: true, description: "Figures about the orders of a period." })
export class OrderFigures {
  @Field(() => OrderFigure, { description: "Figures for the whole period." })
  total!: OrderFigure;

  @Field(() => [OrderFigure], {
    description: "Figures for each day that has orders, earliest first.",
  })
  days!: OrderFigure[];

  @Field(() => [OrderFigure], {
    description: "Figures for each hour that has orders, over all days of the period.",
  })
  hours!: OrderFigure[];
}

const NONE: Figure = {
  day: null,
  hour: null,
  orders: 0,
  delivery: 0,
  cancelled: 0,
  cancelledPaid: 0,
  cancelledPayments: [],
  inTill: 0,
  secondsToTill: null,
  secondsToTill95: null,
  secondsToReady: null,
  secondsToReady95: null,
  secondsToGuest: null,
  handedOver: 0,
  refused: 0,
  unreached: 0,
  sales: [],
};

/** @throws {InvalidInput} if these are not days, or there are too many of them */
export function checkPeriod(from: string, to: string): void {
  const days = (new Date(to).getTime() - new Date(from).getTime()) / DAY_MS + 1;
  if (!isLocalDate(from) || !isLocalDate(to) || days < 1 || days > MOST_DAYS)
    throw new InvalidInput(notAPeriod(MOST_DAYS));
}

export function toFigures(found: readonly Figure[]): OrderFigures {
  const figures = found.map(toFigure);
  return {
    total: figures.find(({ day, hour }) => day === null && hour === null) ?? toFigure(NONE),
    days: figures.filter(({ day }) => day !== null),
    hours: figures.filter(({ hour }) => hour !== null),
  };
}

function toFigure({ sales, cancelledPayments, ...figure }: Figure): OrderFigure {
  const [sold, cancelled] = [toMoneys(sales), toMoneys(cancelledPayments)];
  return { ...figure, sales: sold, cancelledPayments: cancelled };
}

function toMoneys(sums: Figure["sales"]): Money[] {
  return sums.map(({ currency, kopecks }) => toMoney(kopecks, currency));
}
