import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Badge, type Tone } from "../parts/badge";
import { Button } from "../parts/button";
import { type IconName } from "../parts/icon";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { useMoment } from "../parts/use-moment";
import { type PosKeysAnswer, ResumeKey } from "./operations";

type Key = PosKeysAnswer["posKeys"][number];

const LOOKS: Record<Key["state"], { readonly tone: Tone; readonly icon: IconName }> = {
  OK: { tone: "green", icon: "check" },
  CIRCUIT_OPEN: { tone: "amber", icon: "warn" },
  STOPPED: { tone: "red", icon: "stop" },
};

interface Props {
  readonly posKey: Key;
  readonly onDone: () => void;
}

/** A key to the POS: whether it works, whose it is, and how many calls it has left. */
export function PosKey({ posKey, onDone }: Props) {
  const { jobs: words } = useWords();
  const { maskedKey, state, reason, branches, budgets } = posKey;
  return (
    <li className="card pos-key">
      <header>
        <h3 className="mono">{maskedKey}</h3>
        <Badge {...LOOKS[state]}>{words.keyStates[state]}</Badge>
        <span className="small soft">{namesOf(branches)}</span>
        {state === "STOPPED" && <ResumeButton posKey={posKey} onDone={onDone} />}
      </header>
      {reason !== null && <p className="reason">{reason}</p>}
      {budgets.length > 0 && <Budgets of={budgets} />}
    </li>
  );
}

/** Collapsed while nothing waits for its turn. */
function Budgets({ of: budgets }: { of: Key["budgets"] }) {
  const { jobs: words } = useWords();
  const waiting = budgets.reduce((sum, budget) => sum + budget.waiting, 0);
  const isBusy = waiting > 0 || budgets.some(({ pausedUntil }) => pausedUntil !== null);
  return (
    <details open={isBusy}>
      <summary className="small soft">{words.budgets(budgets.length, waiting)}</summary>
      <ul className="budgets">
        {budgets.map((budget) => (
          <Budget key={budget.group} budget={budget} />
        ))}
      </ul>
    </details>
  );
}

/** Asks before the waiting orders go to the till. */
function ResumeButton({ posKey: { maskedKey, branches }, onDone }: Props) {
  const { jobs: words } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction(onDone);
  const toast = useToast();
  const branchId = branches[0]?.id;
  if (branchId === undefined) return null;
  const resume = () => {
    setIsAsking(false);
    action.run(async (gateway) => {
      const { resumePosKey } = await gateway.ask(ResumeKey, { branchId });
      if (resumePosKey.userErrors.length === 0) toast(words.resumed(maskedKey));
      return resumePosKey;
    });
  };
  return (
    <span className="end">
      <Button small isPending={action.isRunning} onPress={() => setIsAsking(true)}>
        {words.resume}
      </Button>
      <Outcome of={action} />
      {isAsking && (
        <Question
          title={words.resumeTitle(maskedKey)}
          consequence={words.resumeQuestion(namesOf(branches))}
          no={words.resumeNo}
          yes={words.resumeYes}
          onNo={() => setIsAsking(false)}
          onYes={resume}
        />
      )}
    </span>
  );
}

function namesOf(branches: Key["branches"]): string {
  const names = branches.map(({ name }) => name);
  return names.sort((one, other) => one.localeCompare(other)).join(", ");
}

function Budget({
  budget: { group, available, perSecond, waiting, pausedUntil },
}: {
  budget: Key["budgets"][number];
}) {
  const { jobs: words } = useWords();
  const moment = useMoment();
  return (
    <li>
      <b>{group}</b>
      <span className="small soft num">
        {words.budget(Math.floor(available), perSecond, waiting)}
      </span>
      {pausedUntil !== null && (
        <Badge tone="amber" icon="pause">
          {words.paused(moment(pausedUntil))}
        </Badge>
      )}
    </li>
  );
}
