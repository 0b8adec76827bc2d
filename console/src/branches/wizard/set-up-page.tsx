import { useEffect } from "react";

import { useWords } from "../../language/language";
import { FailedState } from "../../parts/failed-state";
import { FailureNote } from "../../parts/failure-note";
import { Skeleton } from "../../parts/skeleton";
import { ListsProvider, useLists } from "../form/dictionaries";
import { type Branch, type SettingField } from "../form/setting-value";
import { type SettingsForm, useSettingsForm } from "../form/use-settings-form";
import { useBranch } from "../use-branch";
import { DoctorStep } from "./doctor-step";
import { FormStep } from "./form-step";
import { suggestionsOf } from "./suggestions";
import { type Step, STEPS, WizardSteps } from "./wizard-steps";

/** Leads step by step from the key to a green doctor; saved values remain when the user leaves. */
export function SetUpPage({ id, step: wanted }: { id: string; step: string | undefined }) {
  const { shell, branches } = useWords();
  const { answer, failure, ask, renew } = useBranch(id);
  if (failure && !answer)
    return <FailedState failure={failure} title={branches.page.notLoaded} onAgain={ask} />;
  if (!answer?.branch)
    return (
      <>
        <h1 className="vh">{shell.rooms.branches}</h1>
        <Skeleton rows={6} label={shell.loading} />
      </>
    );
  const step = STEPS.find((one) => one === wanted) ?? "restaurant";
  const { branch, branchSettingFields: fields } = answer;
  return (
    <>
      <FailureNote failure={failure} />
      <SetUp {...{ branch, fields, step, renew }} />
    </>
  );
}

interface Props {
  readonly branch: Branch;
  readonly fields: readonly SettingField[];
  readonly step: Step;
  readonly renew: () => Promise<void>;
}

function SetUp({ branch, fields, step, renew }: Props) {
  const { wizard: words } = useWords().branches;
  const form = useSettingsForm(branch, fields, renew);
  return (
    <ListsProvider form={form}>
      <div className="head">
        <h1>{words.titleOf(branch.name)}</h1>
      </div>
      <WizardSteps id={branch.id} step={step} />
      <Suggesting form={form} step={step} />
      {step === "doctor" ? (
        <DoctorStep branch={branch} />
      ) : (
        <FormStep key={step} form={form} step={step} />
      )}
    </ListsProvider>
  );
}

/** Selects the values that are beyond doubt before the user has chosen any. */
function Suggesting({ form, step }: { form: SettingsForm; step: Step }) {
  const { optionsOf, restaurant } = useLists();
  const restaurants = optionsOf({ dictionary: "ORGANIZATIONS" });
  const { id } = form.branch;
  useEffect(() => {
    const isOfStep = (name: string) => NAMES[step]?.includes(name) === true;
    for (const [name, value] of suggestionsOf(form, restaurants, restaurant))
      if (isOfStep(name)) form.change(name, value);
    // Runs once for each list that arrives; a value that the user clears stays cleared.
  }, [id, step, restaurants?.length, restaurant?.idInPos]);
  return null;
}

const NAMES: Partial<Record<Step, readonly string[]>> = {
  restaurant: ["pos", "organizationIdInPos", "terminalGroupIdInPos"],
  menu: ["externalMenuId"],
  payments: [
    "paymentTypes",
    "pointsPaymentTypeIdInPos",
    "pointsWalletIdInPos",
    "universalDiscountIdInPos",
  ],
};
