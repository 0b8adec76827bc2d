import { useState } from "react";

import { toFailure } from "../../gateway/gateway-failure";
import { useFailureText } from "../../gateway/use-failure-text";
import { useWords } from "../../language/language";
import { Banner } from "../../parts/banner";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/failure-note";
import { useToast } from "../../parts/toasts";
import { pathTo } from "../../routing/address";
import { RoomLink } from "../../routing/room-link";
import { go } from "../../routing/use-address";
import { useSession } from "../../session/session";
import { useLists } from "../form/dictionaries";
import { GroupCard } from "../form/group-card";
import { KeyFields } from "../form/key-fields";
import { isOutOfDate } from "../form/save-bar";
import { type Group } from "../form/setting-value";
import { type SettingsForm } from "../form/use-settings-form";
import { ReadMenu, RegisterWebHook } from "../operations";
import { type Step, STEPS } from "./wizard-steps";

const GROUPS: Readonly<Record<Step, readonly (readonly Group[])[]>> = {
  key: [],
  restaurant: [["CONNECTION"]],
  menu: [["MENU"]],
  payments: [["PAYMENT_TYPES"], ["LOYALTY", "PROMO_CODES"]],
  messages: [["FALLBACK"]],
  doctor: [],
};

interface Props {
  readonly form: SettingsForm;
  readonly step: Step;
}

/** One step: its fields, and the button that saves them and goes on. */
export function FormStep({ form, step }: Props) {
  const { wizard: words, room } = useWords().branches;
  const { failure, isAsking } = useLists();
  return (
    <div className="stack wizard">
      <p className="soft">{words.leads[step]}</p>
      {failure && (
        <Banner tone="red" icon="stop" lead={words.keyFails} act={<KeyLink form={form} />}>
          {words.keyFailsWhat}
        </Banner>
      )}
      {step === "key" && (
        <section className="card" aria-label={room.keyTitle}>
          <div className="body stack form">
            <KeyFields form={form} />
          </div>
        </section>
      )}
      {GROUPS[step].map((groups) => (
        <GroupCard
          key={groups[0]}
          form={form}
          groups={groups}
          aside={isAsking ? words.asking : undefined}
        />
      ))}
      <Onward form={form} step={step} />
    </div>
  );
}

function KeyLink({ form }: { form: SettingsForm }) {
  const { wizard: words } = useWords().branches;
  return (
    <RoomLink className="btn sm" to="branches" rest={[form.branch.id, "set-up", "key"]}>
      {words.stepNames.key}
    </RoomLink>
  );
}

function Onward({ form, step }: Props) {
  const { wizard: words, room } = useWords().branches;
  const { isGoing, goOn } = useOnward(form, step);
  const at = STEPS.indexOf(step);
  const before = STEPS[at - 1];
  const isLast = STEPS[at + 1] === "doctor";
  return (
    <div className="card save-bar">
      {before !== undefined && (
        <RoomLink className="btn quiet" to="branches" rest={[form.branch.id, "set-up", before]}>
          {words.back}
        </RoomLink>
      )}
      <FailureNote failure={form.failure} />
      {form.userErrors.map(({ message }) => (
        <p key={message} className="err" role="alert">
          {message}
        </p>
      ))}
      <span className="row end">
        {isOutOfDate(form) && (
          <Button look="quiet" onPress={form.takeTheirs}>
            {room.loadTheirs}
          </Button>
        )}
        <Button look="main" isPending={isGoing} onPress={goOn}>
          {isLast ? words.saveAndCheck : words.saveAndNext}
        </Button>
      </span>
    </div>
  );
}

/** Saves what has changed, does the work that belongs to the step, and opens the next one. */
function useOnward(form: SettingsForm, step: Step) {
  const { wizard: words } = useWords().branches;
  const failureText = useFailureText();
  const { gateway } = useSession();
  const toast = useToast();
  const [isGoing, setIsGoing] = useState(false);
  const branchId = form.branch.id;
  const belonging = async () => {
    if (step === "menu") {
      const { refreshPosMenu: read } = await gateway.ask(ReadMenu, { branchId });
      for (const { message } of read.userErrors) toast(message, { isError: true });
      const categories = read.posMenu?.categories ?? [];
      const products = categories.reduce((sum, { itemCount }) => sum + itemCount, 0);
      if (read.userErrors.length === 0) toast(words.menuRead(products));
    }
    // The doctor reports whose web hook it is, and what to do if it belongs to someone else.
    if (step === "messages") await gateway.ask(RegisterWebHook, { branchId, force: false });
  };
  const walk = async () => {
    const isSaved = form.changed.length === 0 || (await form.save({ verify: false })) !== undefined;
    if (!isSaved) return;
    await belonging();
    const next = STEPS[STEPS.indexOf(step) + 1] ?? "doctor";
    go(pathTo("branches", [branchId, "set-up", next], new URLSearchParams(location.search)));
  };
  const goOn = () => {
    setIsGoing(true);
    void walk()
      .catch((error: unknown) => toast(failureText(toFailure(error)), { isError: true }))
      .finally(() => setIsGoing(false));
  };
  return { isGoing, goOn };
}
