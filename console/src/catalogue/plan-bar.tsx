import { useId, useState } from "react";

import { freshKey } from "../gateway/fresh-key";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { ApplyPlan, type Plan } from "./operations";
import { type Accepted } from "./use-accepted";

interface Props {
  readonly plan: Plan;
  readonly accepted: Accepted;
  readonly onApplied: () => void;
}

/** The plan's totals, and applying it once no row waits for a «yes» any more. */
export function PlanBar({ plan, accepted, onApplied }: Props) {
  const { catalogue: words } = useWords();
  const changed = plan.summary.create + plan.summary.update + plan.summary.remove;
  const [isAsking, setIsAsking] = useState(false);
  const reason = useId();
  const { isRunning, failure, userErrors, apply } = useApply(plan, onApplied);
  if (plan.applied || changed === 0) return null;
  const isStopped = accepted.left > 0;
  return (
    <div className="plan" role="group" aria-label={words.kinds[plan.kind]}>
      <Sums plan={plan} accepted={accepted} />
      <span className="end row">
        <Button
          look="main"
          isDisabled={isStopped}
          isPending={isRunning}
          {...(isStopped && { "aria-describedby": reason })}
          onPress={() => setIsAsking(true)}
        >
          {isRunning ? words.applying(changed) : words.apply}
        </Button>
      </span>
      {isStopped && (
        <span className="small red why" id={reason}>
          {words.answerFirst}
        </span>
      )}
      <Outcome of={{ failure, userErrors }} />
      {isAsking && (
        <ApplyQuestion
          plan={plan}
          onNo={() => setIsAsking(false)}
          onYes={() => (setIsAsking(false), apply())}
        />
      )}
    </div>
  );
}

function ApplyQuestion(props: { plan: Plan; onNo: () => void; onYes: () => void }) {
  const { catalogue: words } = useWords();
  const { update, create, remove } = props.plan.summary;
  return (
    <Question
      title={words.applyTitle}
      consequence={words.applyQuestion(update, create, remove)}
      no={words.cancel}
      yes={words.apply}
      onNo={props.onNo}
      onYes={props.onYes}
    />
  );
}

function Sums({ plan: { summary, stopped }, accepted }: Pick<Props, "plan" | "accepted">) {
  const { catalogue: words } = useWords();
  const sums = [
    [words.parts.create, summary.create],
    [words.parts.update, summary.update],
    [words.parts.remove, summary.remove],
  ] as const;
  return (
    <span className="nums">
      {sums
        .filter(([, count]) => count > 0)
        .map(([name, count]) => (
          <span key={name}>
            {name} <b className="num">{count}</b>
          </span>
        ))}
      {accepted.left > 0 && (
        <span className="red">
          {words.parts.stopped} <b className="num red">{accepted.left}</b>
        </span>
      )}
      {accepted.left > 1 && (
        <Button look="quiet" small onPress={accepted.acceptAll}>
          {words.acceptAll(stopped.totalCount)}
        </Button>
      )}
    </span>
  );
}

function useApply(plan: Plan, onApplied: () => void) {
  const { catalogue: words } = useWords();
  const { isRunning, failure, userErrors, run } = useAction();
  const toast = useToast();
  const apply = () =>
    run(async (gateway) => {
      const accept = plan.guards.map(({ code }) => code);
      const asked = { planId: plan.id, idempotencyKey: freshKey(), accept };
      const { applyCataloguePlan } = await gateway.ask(ApplyPlan, asked);
      if (applyCataloguePlan.plan?.applied) {
        toast(words.applied);
        onApplied();
      }
      return applyCataloguePlan;
    });
  return { isRunning, failure, userErrors, apply };
}
