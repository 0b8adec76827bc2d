import { useWords } from "../language/language";
import { type CheckState, type DoctorAnswer } from "./operations";

type Finding = NonNullable<DoctorAnswer["branch"]>["health"]["checks"][number];

const LOOKS: Record<CheckState, { readonly tone: string; readonly sign: string }> = {
  OK: { tone: "good", sign: "✓" },
  WARNING: { tone: "warn", sign: "!" },
  FAILED: { tone: "bad", sign: "✗" },
  NOT_CHECKED: { tone: "warn", sign: "?" },
};

/** What the doctor found of one thing, and what mends it. */
export function Check({ check: { code, state, message, fix } }: { check: Finding }) {
  const { setUp } = useWords();
  const { tone, sign } = LOOKS[state];
  return (
    <li data-check={code} data-state={state}>
      <span className={`sign ${tone}`} role="img" aria-label={setUp.states[state]}>
        {sign}
      </span>
      <span>
        {message}
        {fix !== null && <small className="fix">{fix}</small>}
      </span>
    </li>
  );
}
