import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Pager } from "../parts/pager";
import { Segments } from "../parts/segments";
import { Skeleton } from "../parts/skeleton";
import { usePages } from "../parts/use-pages";
import { useFilter } from "../routing/use-filter";
import { Promotions } from "./operations";
import { isOver, stateOf } from "./promotion-state";
import { PromotionTable } from "./promotion-table";
import { useToday } from "./use-today";

const SHOWN = ["all", "live", "over"] as const;

/** The promotions of a branch, newest first, with how much of each is used. */
export function PromotionList({ branchId }: { branchId: string }) {
  const { shell, promotions: words } = useWords();
  const [filter, choose] = useFilter("show");
  const { answer, rows, pages, failure, ask } = usePages(
    Promotions,
    { branchId },
    ({ promotions }) => promotions,
  );
  const today = useToday();
  const shown = SHOWN.find((one) => one === filter) ?? "all";
  const some = rows.filter(
    (promotion) => shown === "all" || isOver(stateOf(promotion, today)) === (shown === "over"),
  );
  if (failure) return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (!answer) return <Skeleton rows={6} label={shell.loading} />;
  if (rows.length === 0) {
    return (
      <EmptyState picture="begin" title={words.none}>
        {words.noneLead}
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <Filters shown={shown} onShow={choose} />
      {some.length === 0 ? (
        <EmptyState picture="nothing" title={words.noneShown}>
          {words.noneShownLead}
        </EmptyState>
      ) : (
        <section className="card">
          <PromotionTable promotions={some} />
          <Pager {...pages} />
        </section>
      )}
    </div>
  );
}

type Shown = (typeof SHOWN)[number];

function Filters({ shown, onShow }: { shown: Shown; onShow: (filter: string) => void }) {
  const { promotions: words } = useWords();
  return (
    <div className="row filters">
      <Segments
        label={words.states}
        value={shown}
        among={SHOWN.map((value) => ({ value, label: words.shown[value] }))}
        onChoose={(value) => onShow(value === "all" ? "" : value)}
      />
      <span className="small muted">{words.lead}</span>
    </div>
  );
}
