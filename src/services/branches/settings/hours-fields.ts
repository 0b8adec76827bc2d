import {
  type DayHours,
  minuteOf,
  timeOf,
  type Weekday,
  type WeekHours,
} from "../../../domain/hours/branch-hours";
import { type Text } from "../../../domain/texts/locale";
import { keyOf } from "../../../domain/texts/typed-text";
import { MINUTES_A_DAY } from "../../../domain/time/wall-clock";
import { BUSY_FIELDS } from "./busy-fields";
import { daysErrors, type Times, weekErrors } from "./hours-errors";
import { columnOf } from "./setting-column";
import { SettingGroup, SettingKind } from "./setting-kind";
import { LONGEST, MAX_ROWS } from "./settings-limits";
import { choicesOf, flag, flagOn, whole } from "./simple-kinds";
import { list } from "./text-kinds";

const group = SettingGroup.HOURS;

const FULFILMENTS: Readonly<Record<"DELIVERY" | "PICKUP", Text>> = {
  DELIVERY: { ru: "Доставка", en: "Delivery" },
  PICKUP: { ru: "Самовывоз", en: "Pick-up" },
};

const DAYS: Readonly<Record<Weekday, Text>> = {
  MONDAY: { ru: "Понедельник", en: "Monday" },
  TUESDAY: { ru: "Вторник", en: "Tuesday" },
  WEDNESDAY: { ru: "Среда", en: "Wednesday" },
  THURSDAY: { ru: "Четверг", en: "Thursday" },
  FRIDAY: { ru: "Пятница", en: "Friday" },
  SATURDAY: { ru: "Суббота", en: "Saturday" },
  SUNDAY: { ru: "Воскресенье", en: "Sunday" },
};

const FULFILMENT = columnOf("fulfilment", SettingKind.CHOICE, ["Способ получения", "Fulfilment"], {
  choices: choicesOf(FULFILMENTS),
});
const OPENS = columnOf("opens", SettingKind.TEXT, ["Открытие", "Opens"], {
  limits: { longest: LONGEST.timeOfDay },
});
const CLOSES = columnOf("closes", SettingKind.TEXT, ["Закрытие", "Closes"], {
  limits: { longest: LONGEST.timeOfDay },
});

/** When orders are accepted, in the branch's local time. */
export const HOURS_FIELDS = {
  week: list(
    "hoursWeek",
    {
      type: "WeekHours",
      mostItems: MAX_ROWS,
      columns: [
        FULFILMENT,
        columnOf("day", SettingKind.CHOICE, ["День", "Day"], { choices: choicesOf(DAYS) }),
        OPENS,
        CLOSES,
      ],
      read: readTimes<WeekHours>,
      stored: storedTimes<WeekHours>,
      userErrors: weekErrors,
    },
    {
      group,
      label: { ru: "Часы по дням недели", en: "Hours of the week" },
      explanation: {
        ru: "Когда филиал принимает заказы. Закрытие не позже открытия: на следующий день. Пусто: круглосуточно.",
        en: "When the branch takes orders. Closing at or before opening: on the day after. Empty: around the clock.",
      },
      shown:
        "Hours of the week, by way of receiving an order; a way without rows is open around the clock.",
      given:
        "Hours of the week. Replaces the whole list; each day may have two periods per way of receiving an order, and a way without rows is open around the clock.",
    },
  ),
  days: list(
    "hoursDays",
    {
      type: "DayHours",
      mostItems: MAX_ROWS,
      columns: [
        FULFILMENT,
        columnOf("date", SettingKind.TEXT, ["Дата", "Date"], {
          limits: { longest: LONGEST.date },
        }),
        OPENS,
        CLOSES,
      ],
      read: readTimes<DayHours>,
      stored: storedTimes<DayHours>,
      userErrors: daysErrors,
    },
    {
      group,
      label: { ru: "Особые дни", en: "Special days" },
      explanation: {
        ru: "Праздники и другие дни не как обычно. Без времени: закрыто весь день.",
        en: "Holidays and other days unlike the week. Without times: closed all day.",
      },
      shown: "Days that differ from the week, such as holidays.",
      given:
        "Days that differ from the week, such as holidays. Replaces the whole list; a row without times closes the day.",
    },
  ),
  preorderMinMinutes: whole(
    "preorderMinMinutes",
    { kind: SettingKind.MINUTES, standard: 0, least: 0, most: 1_440 },
    {
      group,
      label: { ru: "Предзаказ не раньше чем через", en: "Pre-orders at least ahead" },
      explanation: {
        ru: "За сколько минут самое позднее гость заказывает ко времени. 0: сколько угодно.",
        en: "How many minutes ahead a guest orders for a time at the latest. 0: any.",
      },
      shown: "How many minutes ahead of the wanted time a pre-order must be placed; 0 by default.",
      given: "How many minutes ahead of the wanted time a pre-order must be placed, 0 to 1440.",
    },
  ),
  preorderMaxDays: whole(
    "preorderMaxDays",
    // The POS accepts orders for no more than 60 days ahead (docs/iiko.md#limits).
    { kind: SettingKind.COUNT, standard: 60, least: 0, most: 60 },
    {
      group,
      label: { ru: "Предзаказ на дней вперёд", en: "Pre-orders, days ahead" },
      explanation: {
        ru: "На сколько дней вперёд можно заказать. 0: только на сегодня.",
        en: "How many days ahead a guest may order. 0: only for today.",
      },
      shown:
        "How many days of the branch's calendar ahead a guest may order; 0 means only for today, 60 is the default.",
      given: "How many days of the branch's calendar ahead a guest may order, 0 to 60.",
    },
  ),
  slotMinutes: whole(
    "slotMinutes",
    { kind: SettingKind.MINUTES, standard: 30, least: 10, most: 240 },
    {
      group,
      label: { ru: "Длина слота", en: "Length of a time slot" },
      explanation: {
        ru: "На отрезки такой длины делится день, с полуночи. Гость выбирает из них время заказа.",
        en: "The day is divided into slots of this length, from midnight on. Guests choose a time from them.",
      },
      shown: "Length of a time slot in minutes; 30 by default.",
      given:
        "Length of a time slot in minutes, 10 to 240. The first slot of a day begins at midnight.",
    },
  ),
  slotOrders: whole(
    "slotOrders",
    { kind: SettingKind.COUNT, standard: 0, least: 0, most: 1_000 },
    {
      group,
      label: { ru: "Заказов в слоте", en: "Orders in a time slot" },
      explanation: {
        ru: "Сколько заказов ко времени филиал успевает за один слот. Лишним предлагается следующий. 0: сколько угодно.",
        en: "How many orders for a time the branch manages in one slot. Further ones are offered the next slot. 0: any number.",
      },
      shown:
        "How many orders with `wantedAt` the branch takes in one time slot; 0 means any number.",
      given:
        "How many orders with `wantedAt` the branch takes in one time slot, 0 to 1000; 0 means any number. Delivery and pick-up count together.",
    },
  ),
  ...BUSY_FIELDS,
  pauseWhileTillSilent: flagOn("pauseWhileTillSilent", {
    group,
    label: { ru: "Пауза, пока касса молчит", en: "Pause while the till is silent" },
    explanation: {
      ru: "Пока касса не отвечает, заказы «как можно скорее» не принимаются; когда она ответит, пауза снимется сама. Заказы ко времени принимаются.",
      en: "While the till does not answer, no as-soon-as-possible orders are taken; once it answers, the pause ends by itself. Orders for a time are taken.",
    },
    shown:
      "Whether as-soon-as-possible orders are paused while the till does not answer; true by default.",
    given:
      "Whether as-soon-as-possible orders are paused while the till does not answer; null means true.",
  }),
  asapWhenClosed: flag("asapWhenClosed", {
    group,
    label: { ru: "Заказ в закрытое время", en: "Orders while closed" },
    explanation: {
      ru: "Заказ «как можно скорее», сделанный вне часов работы, становится заказом к первому свободному слоту. Выключено: в нём отказывают.",
      en: "An as-soon-as-possible order placed outside the hours becomes an order for the first free slot. Off: it is refused.",
    },
    shown:
      "Whether an as-soon-as-possible order placed outside the hours becomes an order for the first free time slot; otherwise it is refused with BRANCH_CLOSED.",
    given:
      "Whether an as-soon-as-possible order placed outside the hours becomes an order for the first free time slot; otherwise it is refused with BRANCH_CLOSED.",
  }),
} as const;

function readTimes<Row extends Times>(row: Row): Row {
  const read = (time: string | null | undefined) =>
    (typeof time === "string" && keyOf(time)) || null;
  return Object.assign({}, row, { opens: read(row.opens), closes: read(row.closes) });
}

function storedTimes<Row extends Times>(row: Row): Row {
  // The end of a day is the start of the next one, which is how clocks show it.
  const stored = (time: string | null) =>
    time === null ? null : timeOf((minuteOf(time) ?? 0) % MINUTES_A_DAY);
  return Object.assign({}, row, { opens: stored(row.opens), closes: stored(row.closes) });
}
