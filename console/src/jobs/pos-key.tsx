import { useAction } from "../gateway/use-action";
import { useLanguage, useWords } from "../language/language";
import { AskedOnce } from "../parts/asked-once";
import { Outcome } from "../parts/outcome";
import { type JobsAnswer, ResumeKey } from "./operations";

type Key = JobsAnswer["posKeys"][number];

const TONES: Record<Key["state"], string> = { OK: "good", CIRCUIT_OPEN: "warn", STOPPED: "bad" };

interface Props {
  readonly posKey: Key;
  readonly onDone: () => void;
}

/** A key to the POS: does it work, and how many calls are left of it. */
export function PosKey({ posKey: { maskedKey, state, reason, branches, budgets }, onDone }: Props) {
  const { jobs: words } = useWords();
  const action = useAction(onDone);
  const branchId = branches[0]?.id;
  return (
    <li className="card">
      <h2>
        {maskedKey} <span className={`badge ${TONES[state]}`}>{words.keyStates[state]}</span>
      </h2>
      <p>{branches.map(({ name }) => name).join(", ")}</p>
      {reason !== null && <p className="note bad">{reason}</p>}
      {state === "STOPPED" && branchId !== undefined && (
        <AskedOnce
          label={words.resume}
          question={words.resumeQuestion}
          disabled={action.isRunning}
          onYes={() =>
            action.run(async (gateway) => (await gateway.ask(ResumeKey, { branchId })).resumePosKey)
          }
        />
      )}
      <Outcome of={action} />
      <ul className="budgets">
        {budgets.map((budget) => (
          <Budget key={budget.group} budget={budget} />
        ))}
      </ul>
    </li>
  );
}

function Budget({
  budget: { group, available, perSecond, waiting, pausedUntil },
}: {
  budget: Key["budgets"][number];
}) {
  const { jobs: words } = useWords();
  const { language } = useLanguage();
  return (
    <li>
      <b>{group}</b> {words.budget(Math.floor(available), perSecond, waiting)}
      {pausedUntil !== null && (
        <span className="badge warn">
          {words.paused(new Date(pausedUntil).toLocaleTimeString(language))}
        </span>
      )}
    </li>
  );
}
