import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { PlanPrices } from "./operations";
import { rememberRequest, showPlan } from "./plan-request";

/**
 * Requests what iiko's prices would change; the answer is a plan. When iiko cannot be read now, it
 * offers a plan based on the last menu that was read, and says how old its prices are.
 */
export function PricesButton({ branchId, onRead }: { branchId: string; onRead: () => void }) {
  const { catalogue: words } = useWords();
  const [isOld, setIsOld] = useState(false);
  const action = useAction(onRead);
  const plan = (refresh: boolean) =>
    action.run(async (gateway) => {
      const { syncPrices } = await gateway.ask(PlanPrices, { input: { branchId, refresh } });
      setIsOld(refresh && syncPrices.plan === null);
      if (syncPrices.plan) {
        rememberRequest(syncPrices.plan.id, { kind: "SYNC_PRICES", input: { branchId } });
        showPlan(syncPrices.plan.id);
      }
      return syncPrices;
    });
  return (
    <>
      <Button icon="coin" isPending={action.isRunning} onPress={() => plan(true)}>
        {action.isRunning ? words.comparing : words.planPrices}
      </Button>
      {isOld && (
        <Button isPending={action.isRunning} onPress={() => plan(false)}>
          {words.planOldPrices}
        </Button>
      )}
      <Outcome of={action} />
    </>
  );
}
