import { Field, Float, Int, ObjectType } from "type-graphql";

import { isLocalDate } from "../../domain/time/local-date";
import { notAPeriod } from "../../domain/faults/thrown-texts";
import { InvalidInput } from "../../errors";
import { type OrderFigure as Figure } from "../../services/orders/read/find-order-figures";
import { Money, toMoney } from "../schema/money";

const MOST_DAYS = 62;
const DAY_MS = 86_400_000;

@ObjectType({
  simpleResolvers: true,
  description:
    "What orders come to: those of a period, of one day of it, or of one hour of all its days.",
})
export class OrderFigure {
  @Field(() => String, {
    nullable: true,
    description: "The day, as 2026-11-25 of the branch's calendar; null: all days.",
  })
  day!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The hour, 0 to 23 of the branch's clock; null: all hours.",
  })
  hour!: number | null;

  @Field(() => Int, { description: "How many orders were taken." })
  orders!: number;

  @Field(() => Int, { description: "Of those, how many are brought; all others are collected." })
  delivery!: number;

  @Field(() => Int, { description: "Of those, how many were cancelled." })
  cancelled!: number;

  @Field(() => Int, { description: "Of those, how many came to the till by themselves." })
  inTill!: number;

  @Field(() => Float, {
    nullable: true,
    description: "The median from acceptance to the till; null: none has got there.",
  })
  secondsToTill!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "95 of 100 orders were in the till sooner; null: none has got there.",
  })
  secondsToTill95!: number | null;

  @Field(() => Int, { description: "How many were given to the staff, or were to be." })
  handedOver!: number;

  @Field(() => Int, { description: "Of those handed over: the POS refused the order." })
  refused!: number;

  @Field(() => Int, { description: "Of those handed over: no message reached anybody at first." })
  unreached!: number;

  @Field(() => [Money], {
    description: "What the guests pay, an amount for each currency; cancelled orders left out.",
  })
  sales!: Money[];
}

@ObjectType({ simpleResolvers: true, description: "What the orders of a period come to." })
export class OrderFigures {
  @Field(() => OrderFigure, { description: "Of the whole period." })
  total!: OrderFigure;

  @Field(() => [OrderFigure], { description: "Of each day that has orders, the earliest first." })
  days!: OrderFigure[];

  @Field(() => [OrderFigure], {
    description: "Of each hour that has orders, over all days of the period together.",
  })
  hours!: OrderFigure[];
}

const NONE: Figure = {
  ...{ day: null, hour: null, orders: 0, delivery: 0, cancelled: 0, inTill: 0 },
  ...{ secondsToTill: null, secondsToTill95: null, handedOver: 0, refused: 0, unreached: 0 },
  sales: [],
};

/** @throws {InvalidInput} these are no days, or too many of them */
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

function toFigure({ sales, ...figure }: Figure): OrderFigure {
  return { ...figure, sales: sales.map(({ currency, kopecks }) => toMoney(kopecks, currency)) };
}
