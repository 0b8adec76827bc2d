import { useWords } from "../language/language";
import { useWide } from "../orders/use-wide";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Pager } from "../parts/pager";
import { Skeleton } from "../parts/skeleton";
import { usePages } from "../parts/use-pages";
import { useFilter } from "../routing/use-filter";
import { JobDetails } from "./job-details";
import { type useJobFilter } from "./job-filter";
import { JobTable } from "./job-table";
import { JobsPage } from "./operations";
import { useEvery } from "./use-every";

interface Props {
  readonly filter: ReturnType<typeof useJobFilter>;
  readonly everyMs: number;
}

/** The jobs that match the filters and, from 1200 px, the open one next to them. */
export function JobList({ filter: { asked, shown }, everyMs }: Props) {
  const { shell, jobs: words } = useWords();
  const { answer, rows, pages, failure, ask } = usePages(JobsPage, asked, ({ jobs }) => jobs);
  const [open, choose] = useFilter("open");
  const isWide = useWide();
  useEvery(everyMs, ask);
  const isBeside = isWide && open !== "";
  const isGood = shown === "dead";
  return (
    <div className={isBeside ? "two" : "stack"}>
      <div className="stack">
        {failure && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
        {!answer && !failure && <Skeleton rows={6} label={shell.loading} />}
        {answer && rows.length === 0 && (
          <EmptyState
            picture={isGood ? "done" : "nothing"}
            title={isGood ? words.noneDead : words.none}
          >
            {isGood ? words.noneDeadLead : words.noneLead}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <section className="card">
            <JobTable
              jobs={rows}
              open={isBeside ? open : ""}
              onOpen={isWide ? (id) => choose(id === open ? "" : id) : null}
            />
            <Pager {...pages} />
          </section>
        )}
      </div>
      {isBeside && (
        <aside className="side">
          <JobDetails key={open} id={open} onClose={() => choose("")} />
        </aside>
      )}
    </div>
  );
}
