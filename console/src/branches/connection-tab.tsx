import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { FailureNote } from "../parts/failure-note";
import { Icon } from "../parts/icon";
import { useLists } from "./form/dictionaries";
import { GroupCard } from "./form/group-card";
import { KeyFields } from "./form/key-fields";
import { type Group } from "./form/setting-value";
import { type SettingsForm } from "./form/use-settings-form";
import { type Check } from "./operations";
import { type Place, PLACES } from "./places-of-checks";
import { type DoctorVisit, isWrong } from "./use-doctor";

const STEPS = ["key", "CONNECTION", "MENU", "PAYMENT_TYPES", "LOYALTY", "STATUSES"] as const;

/** Everything that connects the branch to its restaurant, each part with its state above it. */
export function ConnectionTab({ form, visit }: { form: SettingsForm; visit: DoctorVisit }) {
  const lists = useLists();
  const { room } = useWords().branches;
  const more: readonly Group[] = ["POS_ORDERS", "GUEST_ORDERS"];
  const reload = (
    <Button small look="quiet" icon="refresh" isPending={lists.isAsking} onPress={lists.askAgain}>
      {room.readAgain}
    </Button>
  );
  return (
    <>
      <StepLinks visit={visit} form={form} />
      <FailureNote failure={lists.failure} />
      <section className="card" id="key" aria-label={room.keyTitle}>
        <header>
          <Icon name="key" />
          <h2>{room.keyTitle}</h2>
        </header>
        <div className="body stack form">
          <KeyFields form={form} />
        </div>
      </section>
      <GroupCard form={form} groups={["CONNECTION"]} aside={reload} />
      <GroupCard form={form} groups={["MENU"]} />
      <GroupCard form={form} groups={["PAYMENT_TYPES"]} />
      <GroupCard form={form} groups={["LOYALTY", "PROMO_CODES"]} />
      <GroupCard form={form} groups={["STATUSES"]} />
      {more.map((group) => (
        <GroupCard key={group} form={form} groups={[group]} />
      ))}
    </>
  );
}

function StepLinks({ visit, form }: { visit: DoctorVisit; form: SettingsForm }) {
  const { room } = useWords().branches;
  const { settings } = form.branch;
  const isDone: Record<(typeof STEPS)[number], boolean> = {
    key: settings.credential !== null,
    CONNECTION: settings.organizationIdInPos !== null,
    MENU: settings.externalMenuId !== null,
    PAYMENT_TYPES: settings.paymentTypes.length > 0,
    LOYALTY: true,
    STATUSES: true,
  };
  return (
    <ol className="steps" aria-label={room.steps}>
      {STEPS.map((step, index) => {
        const isBad = (visit.checks ?? []).some(
          (check) => isWrong(check) && placeOf(check) === step,
        );
        return (
          <li key={step} className={isBad ? "bad" : isDone[step] ? "done" : ""}>
            <a href={`#${step}`}>
              {index + 1}. {room.stepNames[step]}
            </a>
          </li>
        );
      })}
    </ol>
  );
}

function placeOf({ code }: Check): Place | undefined {
  return PLACES[code];
}
