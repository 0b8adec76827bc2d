import { useWords } from "../language/language";
import { useClock } from "../shell/use-clock";
import { GroupCard } from "./form/group-card";
import { type SettingsForm } from "./form/use-settings-form";
import { PromisesCard } from "./promises-card";
import { ZonesCard } from "./zones/zones-card";

/** The branch's location: its clock, its hours, where it delivers, and what that costs. */
export function TimeAndDelivery({ form }: { form: SettingsForm }) {
  const { hours: words } = useWords().branches;
  const clock = useClock(form.branch.timeZone);
  return (
    <div className="stack">
      <GroupCard form={form} groups={["BRANCH"]} aside={words.clock(clock)} />
      <GroupCard form={form} groups={["HOURS"]} />
      <PromisesCard branchId={form.branch.id} />
      <GroupCard form={form} groups={["DELIVERY"]} />
      <ZonesCard branchId={form.branch.id} />
    </div>
  );
}
