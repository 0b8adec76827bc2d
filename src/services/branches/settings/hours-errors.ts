import { type UserError } from "../../../domain/errors/user-error";
import {
  type DayHours,
  minuteOf,
  periodOf,
  type WeekHours,
} from "../../../domain/hours/branch-hours";
import { Fulfilment } from "../../../domain/ticket/order-ticket";
import { isLocalDate } from "../../../domain/time/local-date";
import { MINUTES_A_DAY } from "../../../domain/time/wall-clock";
import { invalid } from "../changes/branch-error";
import { type InputPath } from "./setting-field";
import { MAX_ROWS } from "./settings-limits";

/** For one kind of fulfilment on one day. */
const MAX_PERIODS = 2;

/** Both are null when closed. */
export type Times = Pick<DayHours, "opens" | "closes">;

/** @param rows as read: a blank time is null */
export function weekErrors(rows: readonly WeekHours[], at: InputPath): UserError[] {
  const blank = rows.flatMap(({ opens }, index) =>
    (opens as string | null) === null ? [noTime([...at, String(index), "opens"])] : [],
  );
  return [...blank, ...rowErrors(rows, at, ({ fulfilment, day }) => `${fulfilment} ${day}`)];
}

export function daysErrors(rows: readonly DayHours[], at: InputPath): UserError[] {
  return [
    ...rows.flatMap(({ date }, index) => dateErrors(date, [...at, String(index), "date"])),
    ...rowErrors(rows, at, ({ fulfilment, date }) => `${fulfilment} ${date}`),
  ];
}

function fulfilmentErrors(
  { fulfilment }: { readonly fulfilment: Fulfilment },
  at: InputPath,
): UserError[] {
  if (fulfilment === Fulfilment.DELIVERY || fulfilment === Fulfilment.PICKUP) return [];
  const ru = "Часы есть у доставки и самовывоза";
  return [invalid([...at, "fulfilment"], ru, "Only delivery and pick-up have hours")];
}

function dateErrors(date: string, at: InputPath): UserError[] {
  if (isLocalDate(date)) return [];
  return [invalid(at, "Дата вида 2026-12-31", "A date such as 2026-12-31")];
}

/** @param dayOf the key that the periods of one day share */
function rowErrors<Row extends Times & Pick<WeekHours, "fulfilment">>(
  rows: readonly Row[],
  at: InputPath,
  dayOf: (row: Row) => string,
): UserError[] {
  if (rows.length > MAX_ROWS)
    return [invalid(at, `Не больше ${MAX_ROWS} строк`, `At most ${MAX_ROWS} rows`)];
  return rows.flatMap((row, index) => {
    const path = [...at, String(index)];
    const wrong = [...fulfilmentErrors(row, path), ...timeErrors(row, path)];
    if (wrong.length > 0) return wrong;
    const earlier = rows.slice(0, index).filter((other) => dayOf(other) === dayOf(row));
    return earlier.length > 0 ? togetherErrors(row, earlier, path) : [];
  });
}

function timeErrors({ opens, closes }: Times, at: InputPath): UserError[] {
  const misread = [
    { name: "opens", time: opens, other: closes },
    { name: "closes", time: closes, other: opens },
  ].filter(({ time, other }) => (time === null ? other !== null : minuteOf(time) === null));
  const wrong = misread.map(({ name }) => noTime([...at, name]));
  return opens !== null && minuteOf(opens) === MINUTES_A_DAY
    ? [...wrong, noTime([...at, "opens"])]
    : wrong;
}

function noTime(at: InputPath): UserError {
  return invalid(at, "Время вида 10:00, до 24:00", "A time such as 10:00");
}

/** @param earlier the preceding rows of the same day */
function togetherErrors(row: Times, earlier: readonly Times[], at: InputPath): UserError[] {
  const all = [...earlier, row];
  if (all.some(({ opens }) => opens === null)) {
    const ru = "День указан дважды: закрыт и с часами";
    return [invalid([...at, "opens"], ru, "The day is listed twice: closed and with hours")];
  }
  if (all.length > MAX_PERIODS) {
    const ru = `Не больше ${MAX_PERIODS} периодов в день`;
    return [invalid([...at, "opens"], ru, `No more than ${MAX_PERIODS} periods a day`)];
  }
  const [one, other] = all.map(({ opens, closes }) => periodOf(opens ?? "", closes ?? ""));
  const isApart = one && other && (one.to <= other.from || other.to <= one.from);
  if (isApart) return [];
  return [invalid([...at, "opens"], "Периоды дня пересекаются", "The periods of the day overlap")];
}
