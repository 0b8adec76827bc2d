import { useLanguage, useWords } from "../language/language";
import { useSum } from "../parts/use-sum";
import { type FiguresAnswer } from "./operations";
import { secondsText } from "./seconds-text";

type Figure = FiguresAnswer["now"]["total"];

/** The whole period in five numbers. */
export function FigureTiles({ now, past }: { now: Figure; past: Figure }) {
  const { money: words } = useWords();
  const { language } = useLanguage();
  const sum = useSum();
  const sales = (of: Figure) => of.sales.map(sum).join(" · ") || "0";
  const tiles = [
    { name: words.sales, value: sales(now), beside: words.before(sales(past)) },
    {
      name: words.orders,
      value: `${now.orders}`,
      beside: words.ways(now.delivery, now.orders - now.delivery),
    },
    {
      name: words.toTill,
      value: secondsText(now.secondsToTill, language),
      beside: words.reached(now.inTill, now.orders),
    },
    {
      name: words.slow,
      value: secondsText(now.secondsToTill95, language),
      beside: words.before(secondsText(past.secondsToTill95, language)),
    },
    {
      name: words.handed,
      value: `${now.handedOver}`,
      beside: words.before(`${past.handedOver}`),
    },
  ];
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
