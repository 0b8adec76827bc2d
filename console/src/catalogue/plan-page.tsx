import { useAnswer } from "../gateway/use-answer";
import { useChange } from "../gateway/use-change";
import { useWords } from "../language/language";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Pager } from "../parts/pager";
import { Segments } from "../parts/segments";
import { Skeleton } from "../parts/skeleton";
import { useMoment } from "../parts/use-moment";
import { usePages } from "../parts/use-pages";
import { useFilter } from "../routing/use-filter";
import { type CatalogueHeadAnswer, Plan, PlanRows } from "./operations";
import { PlanBar } from "./plan-bar";
import { ACTIONS, PARTS } from "./plan-parts";
import { showPlan } from "./plan-request";
import { PlanTable } from "./plan-table";
import { useAccepted } from "./use-accepted";

interface Props {
  readonly id: string;
  readonly head: CatalogueHeadAnswer;
  readonly onApplied: () => void;
}

/** A plan: what would change, row by row, and a button to apply exactly that. */
export function PlanPage({ id, head, onApplied }: Props) {
  const { shell, catalogue: words } = useWords();
  const { answer, failure, ask } = useAnswer(Plan, { id });
  useChange(head, ask);
  const plan = answer?.cataloguePlan;
  const applied = () => {
    ask();
    onApplied();
  };
  return (
    <div className="stack">
      <div className="row">
        <Button small onPress={() => showPlan(null)}>
          {words.back}
        </Button>
        {plan && <h2>{words.kinds[plan.kind]}</h2>}
        {plan && <Validity plan={plan} />}
      </div>
      {failure && <FailedState failure={failure} title={words.planNotLoaded} onAgain={ask} />}
      {!answer && !failure && <Skeleton rows={8} label={shell.loading} />}
      {plan === null && <EmptyState picture="nothing" title={words.noPlan} />}
      {plan && <PlanContent plan={plan} onApplied={applied} />}
    </div>
  );
}

function Validity({ plan: { applied, expiresAt, posMenuReadAt } }: { plan: Plan }) {
  const { catalogue: words } = useWords();
  const moment = useMoment(undefined, "short");
  if (applied) return null;
  return (
    <span className="soft small">
      {posMenuReadAt !== null && `${words.pricesOf(moment(posMenuReadAt))} · `}
      {words.validUntil(moment(expiresAt))}
    </span>
  );
}

function PlanContent({ plan, onApplied }: { plan: Plan; onApplied: () => void }) {
  const { catalogue: words } = useWords();
  const [shown, show] = useFilter("show");
  const counts = { ...plan.summary, stopped: plan.stopped.totalCount };
  const some = PARTS.filter((part) => counts[part] > 0);
  const part = some.find((one) => one === shown) ?? some[0] ?? "unchanged";
  const asked = { id: plan.id, action: ACTIONS[part], guarded: part === "stopped" };
  const { rows, pages, failure, ask } = usePages(PlanRows, asked, (a) => a.cataloguePlan?.changes);
  const accepted = useAccepted(plan);
  const { create, update, remove } = plan.summary;
  return (
    <>
      {plan.applied && <Banner tone="green" icon="check" lead={words.applied} />}
      {!plan.applied && create + update + remove === 0 && (
        <Banner tone="green" icon="check" lead={words.nothingToDo} />
      )}
      {some.length > 1 && (
        <div className="row filters">
          <Segments
            label={words.partsLabel}
            value={part}
            among={some.map((value) => {
              return { value, label: `${words.parts[value]} ${counts[value]}` };
            })}
            onChoose={show}
          />
        </div>
      )}
      {failure && <FailedState failure={failure} title={words.planNotLoaded} onAgain={ask} />}
      <section className="card">
        <PlanTable plan={plan} rows={rows} accepted={accepted} />
        <Pager {...pages} />
        <PlanBar plan={plan} accepted={accepted} onApplied={onApplied} />
      </section>
    </>
  );
}
