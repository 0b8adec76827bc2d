import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { FailureNote } from "../parts/failure-note";
import { BranchChoice, useBranch } from "../session/branch-choice";
import { Flow as FlowOfBranch, type FlowAnswer } from "./operations";
import { Sparkline } from "./sparkline";
import { useEvery } from "./use-every";

/**
 * The last hour of one branch: orders accepted per minute, and how long they took to reach the
 * till.
 */
export function Flow({ everyMs }: { everyMs: number }) {
  const { jobs: words } = useWords();
  const { branchId } = useBranch();
  const { answer, failure, ask } = useAnswer(FlowOfBranch, branchId === null ? null : { branchId });
  useEvery(everyMs, ask);
  if (branchId === null) return null;
  return (
    <section aria-label={words.flow}>
      <div className="section-h">
        <h2>{words.flow}</h2>
        <BranchChoice />
      </div>
      <FailureNote failure={failure} />
      {answer && <Minutes of={answer.orderFlow} />}
    </section>
  );
}

function Minutes({ of: minutes }: { of: FlowAnswer["orderFlow"] }) {
  const { jobs: words } = useWords();
  const accepted = minutes.map((minute) => minute.accepted);
  const seconds = minutes.map(({ secondsToPos }) => secondsToPos);
  const known = seconds.filter((each) => each !== null);
  const total = accepted.reduce((sum, each) => sum + each, 0);
  return (
    <div className="sparklines">
      <Sparkline
        values={accepted}
        title={words.perMinute}
        summary={words.inTheHour(total, Math.max(0, ...accepted))}
      />
      <Sparkline
        values={seconds}
        title={words.toTill}
        summary={words.slowest(Math.max(0, ...known).toFixed(1))}
      />
    </div>
  );
}
