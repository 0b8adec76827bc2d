import { useState } from "react";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Outcome } from "../parts/outcome";
import { type Plan, PlanPrices } from "./operations";

interface Props {
  readonly branchId: string;
  readonly onPlan: (plan: Plan | null) => void;
  readonly onRefreshed: () => void;
}

/**
 * What the POS's prices would change; the answer is a plan. Where the POS cannot be read now, the
 * plan says how old its prices are.
 */
export function PricesButton({ branchId, onPlan, onRefreshed }: Props) {
  const { catalogue: words } = useWords();
  const [isOld, setIsOld] = useState(false);
  const action = useAction(onRefreshed);
  const plan = (refresh: boolean) =>
    action.run(async (gateway) => {
      const { syncPrices } = await gateway.ask(PlanPrices, { input: { branchId, refresh } });
      if (syncPrices.plan) onPlan(syncPrices.plan);
      setIsOld(refresh && syncPrices.plan === null);
      return syncPrices;
    });
  return (
    <div className="card">
      <div className="row">
        <h2>{words.pricesTitle}</h2>
        <button type="button" disabled={action.isRunning} onClick={() => plan(true)}>
          {action.isRunning ? words.refreshing : words.planPrices}
        </button>
      </div>
      <Outcome of={action} />
      {isOld && (
        <button type="button" disabled={action.isRunning} onClick={() => plan(false)}>
          {words.planOldPrices}
        </button>
      )}
    </div>
  );
}
