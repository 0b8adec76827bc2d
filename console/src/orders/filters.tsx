import { ToggleButton } from "react-aria-components/ToggleButton";

import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Segments } from "../parts/segments";
import { useAddress } from "../routing/use-address";
import { useFilter } from "../routing/use-filter";
import { useScope } from "../session/scope";
import { OrdersWaiting } from "./operations";
import { periodOf, PERIODS } from "./order-filter";
import { useOrderNews } from "./use-order-news";

const CHIPS = ["waiting", "till", "late", "delivery", "pickup", "cancelled"] as const;

export function PeriodChoice() {
  const { order: words } = useWords();
  const { query } = useAddress();
  const [, choose] = useFilter("period");
  const among = PERIODS.map((value) => ({ value, label: words.periods[value] }));
  return <Segments label={words.period} value={periodOf(query)} among={among} onChoose={choose} />;
}

/** What was searched for in the field above every room, until it is removed. */
export function SoughtChip() {
  const { order: words } = useWords();
  const [sought, seek] = useFilter("q");
  if (sought === "") return null;
  return (
    <Button small icon="x" aria-label={words.stopSearch(sought)} onPress={() => seek("")}>
      {words.sought(sought)}
    </Button>
  );
}

export function FilterChips() {
  const { order: words } = useWords();
  const [shown, show] = useFilter("show");
  const waiting = useWaiting();
  return (
    <div className="chips" role="group" aria-label={words.filters}>
      {CHIPS.map((chip) => (
        <ToggleButton
          key={chip}
          className="chip"
          isSelected={shown === chip}
          onChange={(isOn) => show(isOn ? chip : "")}
        >
          {words.chips[chip]}
          {(waiting[chip] ?? 0) > 0 && <b className="num">{waiting[chip]}</b>}
        </ToggleButton>
      ))}
    </div>
  );
}

function useWaiting(): Partial<Record<(typeof CHIPS)[number], number>> {
  const { branches, isAll } = useScope();
  const branchIds = isAll ? null : branches.map(({ id }) => id);
  const { answer, ask } = useAnswer(OrdersWaiting, { branchIds });
  useOrderNews(ask);
  const counts = answer?.ordersNeedingPeople ?? [];
  const sum = (some: typeof counts) => some.reduce((total, { count }) => total + count, 0);
  return { waiting: sum(counts), late: sum(counts.filter(({ reason }) => reason === "LATE")) };
}
