import { useWords } from "../../language/language";
import { RoomLink } from "../../routing/room-link";

export const STEPS = ["key", "restaurant", "menu", "payments", "messages", "doctor"] as const;
export type Step = (typeof STEPS)[number];

/** Shows the current step; every step can be opened once there is a branch. */
export function WizardSteps({ id, step: here }: { id: string | undefined; step: Step }) {
  const { wizard: words } = useWords().branches;
  const at = STEPS.indexOf(here);
  return (
    <ol className="steps" aria-label={words.steps}>
      {STEPS.map((step, index) => {
        const name = `${index + 1}. ${words.stepNames[step]}`;
        return (
          <li key={step} className={index < at ? "done" : index === at ? "here" : ""}>
            {id === undefined ? (
              <span aria-current={index === at ? "step" : undefined}>{name}</span>
            ) : (
              <RoomLink
                to="branches"
                rest={[id, "set-up", step]}
                aria-current={index === at ? "step" : undefined}
              >
                {name}
              </RoomLink>
            )}
          </li>
        );
      })}
    </ol>
  );
}
