import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Outcome } from "../parts/outcome";
import { type Plan, PlanPrices } from "./operations";

/** What the POS's prices would change; the answer is a plan. */
export function PricesButton({ branchId, onPlan }: { branchId: string; onPlan: (plan: Plan | null) => void }) {
  const { catalogue: words } = useWords();
  const action = useAction();
  const plan = () =>
    action.run(async (gateway) => {
      const { syncPrices } = await gateway.ask(PlanPrices, { input: { branchId } });
      onPlan(syncPrices.plan);
      return syncPrices;
    });
  return (
    <div className="card">
      <div className="row">
        <h3>{words.pricesTitle}</h3>
        <button type="button" disabled={action.isRunning} onClick={plan}>
          {action.isRunning ? words.planning : words.planPrices}
        </button>
      </div>
      <Outcome of={action} />
    </div>
  );
}
