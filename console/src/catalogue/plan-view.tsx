import { freshKey } from "../gateway/fresh-key";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { AskedOnce } from "../parts/asked-once";
import { Outcome } from "../parts/outcome";
import { useMoment } from "../parts/use-moment";
import { Changes } from "./changes";
import { ApplyPlan, type Plan, type PlanGuardCode } from "./operations";

interface Props {
  readonly plan: Plan;
  readonly onApplied: (plan: Plan) => void;
  readonly onBack: () => void;
}

/** A plan: what would change, before and after, and applying exactly that. */
export function PlanView({ plan, onApplied, onBack }: Props) {
  const { catalogue: words } = useWords();
  const moment = useMoment();
  const { summary, created, updated, removed, blocked } = plan;
  const changes = [created, updated, removed, blocked].flatMap(({ nodes }) => nodes);
  const isEmpty = summary.create + summary.update + summary.remove === 0;
  const isCutShort =
    changes.length < summary.create + summary.update + summary.remove + summary.blocked;
  return (
    <>
      <p>
        <button type="button" onClick={onBack}>
          {words.back}
        </button>
      </p>
      <h2>{words.kinds[plan.kind]}</h2>
      <p role="status" className={`note ${plan.applied ? "good" : ""}`}>
        {plan.applied ? words.applied : words.notApplied} {words.summary(summary)}
      </p>
      {plan.posMenuReadAt !== null && <p>{words.refreshedAt(moment(plan.posMenuReadAt))}</p>}
      {!plan.applied && !isEmpty && <Apply plan={plan} onApplied={onApplied} />}
      {isCutShort && <p>{words.cutShort}</p>}
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

/** Guards are accepted one by one: what is not ticked stops the plan, and the gateway says so. */
function Apply({ plan: { id, guards }, onApplied }: Pick<Props, "plan" | "onApplied">) {
  const { catalogue: words } = useWords();
  const action = useAction();
  const apply = (accept: PlanGuardCode[]) =>
    action.run(async (gateway) => {
      const asked = { planId: id, idempotencyKey: freshKey(), accept };
      const { applyCataloguePlan } = await gateway.ask(ApplyPlan, asked);
      if (applyCataloguePlan.plan?.applied) onApplied(applyCataloguePlan.plan);
      return applyCataloguePlan;
    });
  return (
    <div className="actions">
      <AskedOnce
        label={words.apply}
        question={words.applyQuestion}
        disabled={action.isRunning}
        onYes={(fields) => apply(fields.getAll("accept") as PlanGuardCode[])}
      >
        {guards.length > 0 &&
          guards.map(({ code, message }) => (
            <label key={code} className="note warn">
              <input type="checkbox" name="accept" value={code} /> {words.accept(message)}
            </label>
          ))}
      </AskedOnce>
      <Outcome of={action} />
    </div>
  );
}
