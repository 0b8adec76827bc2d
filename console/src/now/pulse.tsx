import { useMemo } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useEvery } from "../jobs/use-every";
import { useLanguage, useWords } from "../language/language";
import { useDay } from "../orders/use-day";
import { useAge } from "../parts/use-age";
import { useSum } from "../parts/use-sum";
import { useScope } from "../session/scope";
import { useNow } from "../shell/use-clock";
import { usedOf, type WorkingOrder } from "./lanes";
import { Figures, type FiguresAnswer } from "./operations";
import { useWaiting } from "./waiting";

const ASK_EVERY_MS = 60_000;

/**
 * Three figures and a chart: what waits, what is under way, and how long orders take to reach the
 * till.
 */
export function Pulse({ orders }: { orders: readonly WorkingOrder[] }) {
  const { now: words } = useWords();
  const { total, oldestSince } = useWaiting();
  const { language } = useLanguage();
  const figures = useToday();
  const age = useAge();
  const now = useNow();
  const late = orders.filter((order) => usedOf(order, now) >= 1).length;
  const seconds = figures?.total.secondsToTill ?? null;
  return (
    <section className="card pulse" aria-label={words.pulse}>
      <div>
        <div className="kpi-l">{words.waiting}</div>
        <div className={`kpi-v ${total > 0 ? "red" : ""}`} data-kpi="waiting">
          {total}{" "}
          <small>
            {oldestSince === undefined
              ? words.nobodyWaits.toLowerCase()
              : words.waitingFor(age(now - Date.parse(oldestSince)))}
          </small>
        </div>
      </div>
      <div>
        <div className="kpi-l">{words.working}</div>
        <div className="kpi-v">
          {orders.length} <small>{words.late(late)}</small>
        </div>
      </div>
      <div>
        <div className="kpi-l">{words.toTill}</div>
        <div className="kpi-v">
          {seconds === null ? "—" : secondsIn(language, seconds)}{" "}
          <small>{seconds === null ? words.noneYet : words.usually}</small>
        </div>
      </div>
      <div>{figures && <Hours figures={figures} />}</div>
    </section>
  );
}

function secondsIn(language: string, seconds: number): string {
  const unit = { style: "unit", unit: "second", unitDisplay: "short" } as const;
  const maximumFractionDigits = seconds < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { ...unit, maximumFractionDigits }).format(seconds);
}

/**
 * Uses the first branch's calendar; where another branch's day has already begun, its orders are
 * added later.
 */
function useToday(): FiguresAnswer["orderFigures"] | undefined {
  const { branches, isAll } = useScope();
  const branchIds = useMemo(() => branches.map(({ id }) => id), [branches]);
  const day = useDay(branches[0]?.timeZone);
  const { answer, ask } = useAnswer(Figures, { branchIds: isAll ? null : branchIds, day });
  useEvery(ASK_EVERY_MS, ask);
  return answer?.orderFigures;
}

/** A bar for each hour; the part that had to be handed over to the staff is red. */
function Hours({ figures: { total, hours } }: { figures: FiguresAnswer["orderFigures"] }) {
  const { now: words } = useWords();
  const sum = useSum();
  const most = Math.max(1, ...hours.map(({ orders }) => orders));
  const sales = total.sales.map(sum).join(" + ");
  return (
    <>
      <div className="kpi-l kpi-row">
        <span>{words.byHour}</span>
        <span className="num">
          {[words.today(total.orders), sales].filter(Boolean).join(" · ")}
        </span>
      </div>
      <svg
        className="spark"
        viewBox="0 0 24 30"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.byHour}
      >
        {Array.from({ length: 24 }, (_, hour) => {
          const { orders = 0, handedOver = 0 } = hours.find((one) => one.hour === hour) ?? {};
          const height = orders === 0 ? 1 : (orders / most) * 30;
          const red = orders === 0 ? 0 : (handedOver / orders) * height;
          return (
            <g key={hour}>
              <title>{words.hour(hour, orders, handedOver)}</title>
              <rect className="hit" x={hour} y="0" width="1" height="30" />
              <rect x={hour + 0.12} y={30 - height} width=".76" height={height} />
              <rect className="bad" x={hour + 0.12} y={30 - red} width=".76" height={red} />
            </g>
          );
        })}
      </svg>
    </>
  );
}
