import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { useMoment } from "../parts/use-moment";
import { isWithPeople } from "./may-be";
import { type Story } from "./story";

/** How far the order has come, and where it is stuck. */
export function OrderWay({ story }: { story: Story }) {
  const { orders, order: words } = useWords();
  const { branch, progress, injection } = story;
  const moment = useMoment(branch.timeZone, "short");
  if (progress.steps.length === 0) return null;
  const isStuck = isWithPeople(injection) || injection.state === "OUTCOME_UNKNOWN";
  const stuckAt = isStuck ? progress.steps.findIndex(({ done }) => !done) : -1;
  return (
    <section className="card way-card" aria-label={words.way}>
      <ol className="way">
        {progress.steps.map(({ name, at, done }, index) => (
          <li key={name} className={index === stuckAt ? "stuck" : done ? "done" : undefined}>
            <i>{index === stuckAt ? <Icon name="warn" /> : done && <Icon name="check" />}</i>
            <b>{name}</b>
            {index === stuckAt ? orders.states[injection.state] : at !== null && moment(at)}
          </li>
        ))}
      </ol>
    </section>
  );
}
