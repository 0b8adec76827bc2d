import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { BranchRoom } from "../parts/branch-room";
import { FaultNote } from "../parts/fault-note";
import { Flow } from "./flow";
import { JobTable } from "./job-table";
import { Jobs } from "./operations";
import { PosKey } from "./pos-key";
import { useEvery } from "./use-every";

const REFRESH_MS = 5_000;

/**
 * What the gateway is at: how orders flow, which jobs are not done, and what the POS still lets it
 * ask.
 */
export function JobsPanel() {
  return <BranchRoom name="jobs" of={Work} />;
}

function Work({ branchId }: { branchId: string }) {
  const { jobs: words } = useWords();
  const { answer, fault, ask } = useAnswer(Jobs, { branchId });
  useEvery(REFRESH_MS, ask);
  if (!answer) return <FaultNote fault={fault} />;
  const { running, waiting, dead, posKeys, orderFlow } = answer;
  return (
    <>
      <FaultNote fault={fault} />
      <Flow minutes={orderFlow} />
      <JobTable title={words.dead} page={dead} tone={dead.totalCount > 0 ? "bad" : "good"} />
      <JobTable title={words.running} page={running} tone="info" />
      <JobTable title={words.waiting} page={waiting} tone="info" />
      <h2>{words.keys}</h2>
      <ul className="cards">
        {posKeys.map((posKey) => (
          <PosKey key={posKey.id} posKey={posKey} onDone={ask} />
        ))}
      </ul>
    </>
  );
}
