import { useMemo } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { daysBefore } from "../orders/days";
import { useDay } from "../orders/use-day";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Segments } from "../parts/segments";
import { Skeleton } from "../parts/skeleton";
import { useFilter } from "../routing/use-filter";
import { useScope } from "../session/scope";
import { Budgets } from "./budgets";
import { FigureCharts } from "./figure-charts";
import { FigureTiles } from "./figure-tiles";
import { Figures } from "./operations";

const PERIODS = ["today", "week", "month"] as const;
type Period = (typeof PERIODS)[number];

/** How many days a period covers, and how many days ago the period to compare it with was. */
const DAYS: Record<Period, { readonly length: number; readonly ago: number }> = {
  today: { length: 1, ago: 7 },
  week: { length: 7, ago: 7 },
  month: { length: 28, ago: 28 },
};

/** How the day is going: orders, their route to the till, and what iiko still allows. */
export function MoneyRoom() {
  const { shell, money: words } = useWords();
  const [chosen, choose] = useFilter("period");
  const period = PERIODS.find((one) => one === chosen) ?? "today";
  const asked = useAsked(period);
  const { answer, failure, ask } = useAnswer(Figures, asked);
  const among = PERIODS.map((value) => ({ value, label: words.periods[value] }));
  return (
    <section className="room" data-panel="money">
      <div className="head">
        <h1>{shell.rooms.money}</h1>
        <Segments label={words.period} value={period} among={among} onChoose={choose} />
      </div>
      {failure && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
      {!answer && !failure && <Skeleton rows={6} label={shell.loading} />}
      {answer && answer.now.total.orders === 0 && (
        <EmptyState picture="nothing" title={words.none}>
          {words.noneLead}
        </EmptyState>
      )}
      {answer && answer.now.total.orders > 0 && (
        <FigureTiles now={answer.now.total} past={answer.past.total} />
      )}
      <div className="charts">
        {answer && answer.now.total.orders > 0 && <FigureCharts answer={answer} asked={asked} />}
        <Budgets />
      </div>
    </section>
  );
}

function useAsked(period: Period) {
  const { branches, isAll } = useScope();
  const ids = isAll ? null : branches.map(({ id }) => id).join();
  const today = useDay(branches[0]?.timeZone ?? "UTC");
  return useMemo(() => {
    const { length, ago } = DAYS[period];
    const from = daysBefore(today, length - 1);
    return {
      from,
      to: today,
      pastFrom: daysBefore(from, ago),
      pastTo: daysBefore(today, ago),
      branchIds: ids === null ? null : ids.split(","),
    };
  }, [period, today, ids]);
}
