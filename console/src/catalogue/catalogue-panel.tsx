import { useState } from "react";
import { useAnswer } from "../gateway/use-answer";
import { BranchRoom } from "../parts/branch-room";
import { FaultNote } from "../parts/fault-note";
import { ImportForm } from "./import-form";
import { Issues } from "./issues";
import { MenuState } from "./menu-state";
import { Catalogue, type Plan } from "./operations";
import { PlanView } from "./plan-view";
import { PricesButton } from "./prices-button";

/**
 * From the POS's menu to the catalogue: refresh, see what is wrong, look at a plan, apply exactly
 * that plan.
 */
export function CataloguePanel() {
  return <BranchRoom name="catalogue" of={Steps} />;
}

function Steps({ branchId }: { branchId: string }) {
  const { answer, fault, ask } = useAnswer(Catalogue, { branchId });
  const [plan, setPlan] = useState<Plan | null>(null);
  const applied = (now: Plan) => {
    setPlan(now);
    ask();
  };
  if (!answer) return <FaultNote fault={fault} />;
  if (plan) return <PlanView plan={plan} onApplied={applied} onBack={() => setPlan(null)} />;
  const { posMenu, catalogueIssues, sections } = answer;
  return (
    <>
      <FaultNote fault={fault} />
      <MenuState branchId={branchId} menu={posMenu} onRefreshed={ask} />
      <Issues issues={catalogueIssues} menu={posMenu} />
      {posMenu && (
        <ImportForm
          branchId={branchId}
          categories={posMenu.categories}
          sections={sections.nodes}
          onSection={ask}
          onPlan={setPlan}
        />
      )}
      {posMenu && <PricesButton branchId={branchId} onPlan={setPlan} onRefreshed={ask} />}
    </>
  );
}
