import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { useMoment } from "../parts/use-moment";
import { RoomLink } from "../routing/room-link";
import { useScope } from "../session/scope";
import { JobBadge } from "./job-badge";
import { kindWords } from "./kind-words";
import { type JobRow } from "./operations";
import { RetryJobButton } from "./retry-job";
import { useJob } from "./use-job";

/** One job: what it is for, its state, and what the user can do about it. */
export function JobDetails({ id, onClose }: { id: string; onClose: (() => void) | null }) {
  const { shell, jobs: words } = useWords();
  const { job, failure, ask } = useJob(id);
  if (failure) return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (job === undefined) return <Skeleton rows={4} label={shell.loading} />;
  if (job === null) {
    return (
      <EmptyState picture="done" title={words.gone}>
        {words.goneLead}
      </EmptyState>
    );
  }
  const { name, what, todo } = kindWords(words, job.kind);
  return (
    <section className="card job" aria-label={name}>
      <header>
        <h2>{name}</h2>
        {onClose && (
          <span className="end">
            <Button look="quiet" small icon="x" aria-label={words.close} onPress={onClose} />
          </span>
        )}
      </header>
      <div className="body stack">
        <p className="soft">{what}</p>
        <Facts job={job} />
        {job.error !== null && (
          <p className="small">{words.errors[job.error as "FAILED" | "WORKER_DIED"]}</p>
        )}
        <ToDo job={job} todo={todo} onRetried={ask} />
        <details className="small muted">
          <summary>{words.forSupport}</summary>
          <span className="mono">
            {job.kind} · {job.id}
          </span>
        </details>
      </div>
    </section>
  );
}

function Facts({ job }: { job: JobRow }) {
  const { jobs: words } = useWords();
  const { branches } = useScope();
  const { order, branch, createdAt, runAt, attempts } = job;
  const moment = useMoment(branch?.timeZone ?? branches[0]?.timeZone);
  const facts = [
    [words.columns.state, <JobBadge key="state" job={job} />],
    ...(order ? [[words.facts.order, `№ ${order.number}`] as const] : []),
    [words.facts.branch, branch?.name ?? words.noBranch],
    [words.facts.added, moment(createdAt)],
    [words.facts.due, moment(runAt)],
    [words.facts.begun, words.times(attempts)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="small muted">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ToDoProps {
  readonly job: JobRow;
  readonly onRetried: () => void;
  readonly todo: string;
}

/** The next step in words, with a link to the room where it is done. */
function ToDo({ job, todo, onRetried }: ToDoProps) {
  const { jobs: words } = useWords();
  const { kind, order, branch } = job;
  const isMenu = kind === "refresh-pos-menu";
  return (
    <div className="todo">
      <h3>{words.todo}</h3>
      <p>{todo}</p>
      <div className="row">
        {job.state === "DEAD" && <RetryJobButton job={job} onDone={onRetried} />}
        {order && (
          <RoomLink to="orders" rest={[order.number]} className="btn sm">
            {words.openOrder(order.number)}
          </RoomLink>
        )}
        {branch && isMenu && (
          <RoomLink to="catalogue" filters={{ of: branch.id }} className="btn sm">
            {words.openCatalogue}
          </RoomLink>
        )}
        {branch && !isMenu && (
          <RoomLink to="branches" rest={[branch.id]} className="btn sm">
            {words.openBranch}
          </RoomLink>
        )}
      </div>
    </div>
  );
}
