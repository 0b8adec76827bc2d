import { type Locale, type Text } from "../texts/locale";
import { Fulfilment } from "../ticket/order-ticket";
import { momentInWords, momentText, type Reader } from "../time/moment-in-words";
import { OrderStage, type Staged, stageOf } from "./order-stage";
import { OrderStatus } from "./order-status";
import { headlineOf, stepNames } from "./stage-words";

/** The parts of an order that show its progress. */
export interface Progressing extends Staged {
  readonly createdAt: Date;
  readonly statusChangedAt: Date;
  readonly wantedAt: Date | null;
  readonly promisedAt: Date | null;
  /** The interval shown to the guest when placing the order; null: none. */
  readonly promisedFrom: Date | null;
  readonly promisedTo: Date | null;
  readonly estimatedAt: Date | null;
  readonly courier: { readonly name: string } | null;
}

interface ProgressStep {
  readonly name: string;
  /** The statuses that belong to the step. */
  readonly statuses: readonly OrderStatus[];
  readonly done: boolean;
  readonly current: boolean;
}

/** An order's progress, as shown to its guest. */
interface Progress {
  readonly stage: OrderStage;
  readonly headline: string;
  /** When the guest receives it; null: unknown, or it is over. */
  readonly expectedAt: Date | null;
  readonly summary: string;
  readonly steps: readonly ProgressStep[];
}

/** The step that a status belongs to, where it is not a step itself. */
const PART_OF: Partial<Record<OrderStatus, OrderStatus>> = {
  [OrderStatus.UNCONFIRMED]: OrderStatus.NEW,
  [OrderStatus.QUEUED_FOR_COOKING]: OrderStatus.ACCEPTED,
  [OrderStatus.WAITING_FOR_COURIER]: OrderStatus.READY,
  [OrderStatus.CLOSED]: OrderStatus.DELIVERED,
};

/**
 * How many steps are ticked, and which time counts: the POS's promise, the guest's own wish, or
 * none.
 */
interface Rule {
  readonly reached: OrderStatus | null;
  readonly time: "promise" | "wish" | "none";
}

const WAITS: Rule = { reached: OrderStatus.NEW, time: "wish" };
const OVER: Rule = { reached: OrderStatus.DELIVERED, time: "none" };

const RULES: Record<OrderStage, Rule> = {
  [OrderStage.PLACED]: WAITS,
  [OrderStage.RECEIVED]: { reached: OrderStatus.NEW, time: "promise" },
  [OrderStage.CONFIRMING]: { reached: OrderStatus.NEW, time: "promise" },
  [OrderStage.WITH_PEOPLE]: WAITS,
  [OrderStage.UNREACHED]: WAITS,
  [OrderStage.ACCEPTED_BY_HAND]: { reached: OrderStatus.ACCEPTED, time: "wish" },
  [OrderStage.ACCEPTED]: { reached: OrderStatus.ACCEPTED, time: "promise" },
  [OrderStage.WAITS_FOR_KITCHEN]: { reached: OrderStatus.ACCEPTED, time: "promise" },
  [OrderStage.COOKING]: { reached: OrderStatus.COOKING, time: "promise" },
  [OrderStage.READY]: { reached: OrderStatus.READY, time: "promise" },
  [OrderStage.ON_THE_WAY]: { reached: OrderStatus.ON_THE_WAY, time: "promise" },
  [OrderStage.DELIVERED]: OVER,
  [OrderStage.CLOSED]: OVER,
  [OrderStage.CANCELLED]: { reached: null, time: "none" },
};

type Way = "brought" | "fetched";

/** How a time is worded: with day and hour, in the future and in the past. */
const TIMES: Record<"promise" | "wish", Record<Way, Record<"ahead" | "past", Text>>> = {
  promise: {
    brought: {
      ahead: { ru: "ожидается", en: "expected" },
      past: { ru: "ожидался", en: "was expected" },
    },
    fetched: {
      ahead: { ru: "будет готов", en: "ready" },
      past: { ru: "должен был быть готов", en: "was to be ready" },
    },
  },
  wish: {
    brought: {
      ahead: { ru: "вы просили", en: "wanted" },
      past: { ru: "вы просили", en: "wanted" },
    },
    fetched: {
      ahead: { ru: "вы просили", en: "wanted" },
      past: { ru: "вы просили", en: "wanted" },
    },
  },
};

const PLACED_ON: Text = { ru: "оформлен", en: "ordered on" };
const COURIER: Text = { ru: "курьер", en: "courier" };

/**
 * Returns what the guest is shown about an order now. This is the only place that decides it and
 * puts it into words.
 */
export function progressOf(order: Progressing, reader: Reader): Progress {
  const stage = stageOf(order);
  const headline = headlineOf(stage, order.fulfilment)[reader.locale];
  const expected = expectationOf(order, stage);
  const courier = stage === OrderStage.ON_THE_WAY ? order.courier : null;
  const parts = [
    headline,
    courier && `${COURIER[reader.locale]}: ${courier.name}`,
    expected && expectationText(order, expected, reader),
    dayOf(order, stage, reader),
  ];
  const summary = parts.filter((part) => part !== null).join(" · ");
  return {
    stage,
    headline,
    expectedAt: expected?.at ?? null,
    summary,
    steps: stepsOf(order, stage, reader.locale),
  };
}

interface Expectation {
  readonly at: Date;
  readonly by: "promise" | "wish";
  /** Shown instead of the moment; null: the moment is shown. */
  readonly interval: { readonly from: Date; readonly to: Date } | null;
}

function expectationOf(
  { fulfilment, ...order }: Progressing,
  stage: OrderStage,
): Expectation | null {
  const { time } = RULES[stage];
  // An order that is ready for collection is there: no time lies ahead any more.
  if (time === "none" || (stage === OrderStage.READY && fulfilment !== Fulfilment.DELIVERY))
    return null;
  const promised = time === "promise" ? (order.estimatedAt ?? order.promisedAt) : null;
  if (promised) return { at: promised, by: "promise", interval: intervalAround(promised, order) };
  return order.wantedAt && { at: order.wantedAt, by: "wish", interval: null };
}

/** The interval shown to the guest stays, as long as the POS's own time lies within it. */
function intervalAround(
  at: Date,
  { promisedFrom: from, promisedTo: to }: Pick<Progressing, "promisedFrom" | "promisedTo">,
): Expectation["interval"] {
  return from && to && from <= at && at <= to ? { from, to } : null;
}

function expectationText(
  { fulfilment }: Progressing,
  { at, by, interval }: Expectation,
  reader: Reader,
): string {
  const { day, time } = momentInWords(interval?.from ?? at, reader);
  const way = fulfilment === Fulfilment.DELIVERY ? "brought" : "fetched";
  const words = TIMES[by][way][(interval?.to ?? at) < reader.now ? "past" : "ahead"][reader.locale];
  const [until, on] = { ru: ["к", ""], en: ["by", "on "] }[reader.locale];
  const hours = interval
    ? `${time}–${momentInWords(interval.to, reader).time}`
    : `${until} ${time}`;
  return day === null ? `${words} ${hours}` : `${words} ${on}${day} ${hours}`;
}

/** An order from another day states the day on which it ended or was placed. */
function dayOf(order: Progressing, stage: OrderStage, reader: Reader): string | null {
  if (RULES[stage].time === "none") {
    const { day } = momentInWords(order.statusChangedAt, reader);
    return day === null ? null : momentText(order.statusChangedAt, reader);
  }
  const { day } = momentInWords(order.createdAt, reader);
  return day === null ? null : `${PLACED_ON[reader.locale]} ${day}`;
}

function stepsOf({ fulfilment }: Progressing, stage: OrderStage, locale: Locale): ProgressStep[] {
  const { reached } = RULES[stage];
  if (reached === null) return [];
  const all = stepNames(fulfilment);
  const here = all.findIndex(({ status }) => status === reached);
  // The gateway never learns what becomes of an order that was entered by hand.
  const shown = stage === OrderStage.ACCEPTED_BY_HAND ? all.slice(0, here + 1) : all;
  return shown.map(({ status, name }, index) => ({
    name: name[locale],
    statuses: statusesOf(status, fulfilment),
    done: index <= here,
    current: index === here,
  }));
}

function statusesOf(step: OrderStatus, fulfilment: Fulfilment): OrderStatus[] {
  return Object.values(OrderStatus).filter((status) => stepOf(status, fulfilment) === step);
}

function stepOf(status: OrderStatus, fulfilment: Fulfilment): OrderStatus {
  if (status === OrderStatus.ON_THE_WAY && fulfilment !== Fulfilment.DELIVERY)
    return OrderStatus.READY;
  return PART_OF[status] ?? status;
}
