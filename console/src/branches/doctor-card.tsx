import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { FailureNote } from "../parts/failure-note";
import { Icon, type IconName } from "../parts/icon";
import { useMoment } from "../parts/use-moment";
import { RoomLink } from "../routing/room-link";
import { type Check } from "./operations";
import { PLACES, stepOf, tabOf } from "./places-of-checks";
import { type DoctorVisit, isWrong } from "./use-doctor";

const LOOKS: Record<Check["state"], { readonly name: string; readonly icon: IconName }> = {
  OK: { name: "ok", icon: "check" },
  WARNING: { name: "bad", icon: "warn" },
  FAILED: { name: "bad broken", icon: "stop" },
  NOT_CHECKED: { name: "wait", icon: "question" },
};
const ORDER: readonly Check["state"][] = ["FAILED", "WARNING", "OK", "NOT_CHECKED"];

interface Where {
  readonly branchId: string;
  /** The tab that the doctor appears next to; "set-up" in the wizard. */
  readonly tab: string;
}

interface Props extends Where {
  readonly visit: DoctorVisit;
}

/**
 * Shows what works, what does not and how to fix it: failures first, with a link to their field.
 */
export function DoctorCard({ branchId, tab, visit }: Props) {
  const { doctor: words } = useWords().branches;
  const moment = useMoment(undefined, "short");
  const { checks, at, isLooking, failure, look } = visit;
  const sorted = [...(checks ?? [])].sort(
    (one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state),
  );
  const good = sorted.filter((check) => check.state === "OK").length;
  const unknown = sorted.filter((check) => check.state === "NOT_CHECKED").length;
  return (
    <section className="card" id="doctor" aria-label={words.title} aria-busy={isLooking}>
      <header>
        <h2>{words.title}</h2>
        {at !== undefined && <span className="small muted">{moment(at)}</span>}
        <span className="end">
          <Button small icon="refresh" isPending={isLooking} onPress={look}>
            {checks === undefined ? words.check : words.again}
          </Button>
        </span>
      </header>
      <FailureNote failure={failure} />
      <Summary checks={checks} isLooking={isLooking} />
      <ul className="doctor checks">
        {sorted.map((check) => (
          <Finding key={check.code} {...{ branchId, tab, check }} />
        ))}
        {good + unknown > 0 && (
          <li className="sum">
            <Icon name="check" />
            <p>{words.rest(good, unknown)}</p>
          </li>
        )}
      </ul>
    </section>
  );
}

function Summary({ checks, isLooking }: Pick<DoctorVisit, "checks" | "isLooking">) {
  const { doctor: words } = useWords().branches;
  if (checks === undefined)
    return <p className="body soft">{isLooking ? words.looking : words.notYet}</p>;
  const wrong = checks.filter(isWrong).length;
  return (
    <p className={`doctor-sum ${wrong === 0 ? "green" : "amber"}`} role="status">
      {wrong === 0 ? words.allWell : words.notWell(wrong)}
    </p>
  );
}

function Finding({ branchId, tab, check }: Where & { check: Check }) {
  const { doctor: words } = useWords().branches;
  const { code, state, message, fix } = check;
  const { name, icon } = LOOKS[state];
  return (
    <li className={name} data-check={code} data-state={state}>
      <Icon name={icon} />
      <div>
        <div className={isWrong(check) ? "strong" : ""}>
          <span className="vh">{words.states[state]}: </span>
          {message}
        </div>
        {fix !== null && (
          <div className={isWrong(check) ? "fix" : "small muted"}>
            {fix}
            {isWrong(check) && <FixLink {...{ branchId, tab, code }} />}
          </div>
        )}
      </div>
    </li>
  );
}

/** Leads to the field that fixes it. */
function FixLink({ branchId, tab, code }: Where & { code: string }) {
  const { doctor: words } = useWords().branches;
  const place = PLACES[code];
  if (place === undefined) return null;
  if (place === "catalogue")
    return (
      <RoomLink to="catalogue" filters={{ of: branchId }}>
        {words.toCatalogue}
      </RoomLink>
    );
  const there = tabOf(place);
  if (there === tab && there !== "hooks") return <a href={`#${place}`}>{words.toField}</a>;
  const rest = tab === "set-up" ? [branchId, "set-up", stepOf(place)] : [branchId, there];
  return (
    <RoomLink to="branches" rest={rest}>
      {words.toField}
    </RoomLink>
  );
}
