import { useLanguage, useWords } from "../language/language";
import { useSum } from "../parts/use-sum";
import { type Figure } from "./figure-columns";
import { secondsText } from "./seconds-text";
import { useMinutes } from "./use-minutes";

/** The whole period summarised in six numbers. */
export function FigureTiles({ now, past }: { now: Figure; past: Figure }) {
  const { money: words } = useWords();
  const tiles = [...useOrderTiles(now, past), ...useWayTiles(now, past)];
  return (
    <section className="card tiles" aria-label={words.totals}>
      {tiles.map(({ name, value, beside }) => (
        <div key={name}>
          <div className="kpi-l">{name}</div>
          <div className="v">{value}</div>
          <div className="d">{beside}</div>
        </div>
      ))}
    </section>
  );
}

/** What was ordered, and what part of it came to nothing. */
function useOrderTiles(now: Figure, past: Figure) {
  const { money: words } = useWords();
  const sum = useSum();
  const sums = (of: Figure["sales"]) => of.map(sum).join(" · ") || "0";
  const paid = now.cancelledPayments;
  return [
    { name: words.sales, value: sums(now.sales), beside: words.before(sums(past.sales)) },
    {
      name: words.orders,
      value: `${now.orders}`,
      beside: words.ways(now.delivery, now.orders - now.delivery),
    },
    {
      name: words.cancelled,
      value: `${now.cancelled}`,
      beside: paid.length > 0 ? words.wasPaid(sums(paid)) : words.before(`${past.cancelled}`),
    },
  ];
}

/** How orders got through: to the till, to the staff, through the kitchen. */
function useWayTiles(now: Figure, past: Figure) {
  const { money: words } = useWords();
  const { language } = useLanguage();
  const written = useMinutes();
  const minutes = (seconds: number | null) => (seconds === null ? "–" : written(seconds / 60));
  const slow = (text: string) => `${words.slow}: ${text}`;
  return [
    {
      name: words.toTill,
      value: secondsText(now.secondsToTill, language),
      beside: `${slow(secondsText(now.secondsToTill95, language))}, ${words.reached(now.inTill, now.orders)}`,
    },
    {
      name: words.handed,
      value: `${now.handedOver}`,
      beside: words.before(`${past.handedOver}`),
    },
    {
      name: words.kitchen,
      value: minutes(now.secondsToReady),
      beside: slow(minutes(now.secondsToReady95)),
    },
  ];
}
