import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { useClock } from "../shell/use-clock";
import { GroupCard } from "./form/group-card";
import { type SettingsForm } from "./form/use-settings-form";

/** What there is of a branch's place: its clock and what a delivery costs. Zones and hours come. */
export function HoursAndZones({ form }: { form: SettingsForm }) {
  const { hours: words } = useWords().branches;
  const clock = useClock(form.branch.timeZone);
  return (
    <div className="stack">
      <GroupCard form={form} groups={["BRANCH"]} aside={words.clock(clock)} />
      <GroupCard form={form} groups={["DELIVERY"]} />
      <EmptyState picture="nothing" title={words.title}>
        {words.what}
      </EmptyState>
    </div>
  );
}
