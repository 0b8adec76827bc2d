import { useWords } from "../language/language";
import { useMoment } from "../parts/use-moment";
import { type Story } from "./story";

/** The tries to put an order into the till, and the messages to people about it. */
export function Attempts({ injection, timeZone }: Pick<Story, "injection"> & { timeZone: string }) {
  const { orders: words } = useWords();
  const time = useMoment(timeZone);
  const { attempts, fallback, nextAttemptAt } = injection;
  return (
    <details>
      <summary>{words.attempts(attempts.length, fallback.length)}</summary>
      <ul className="timeline">
        {attempts.map(({ number, startedAt, outcome, error }) => (
          <li key={number}>
            <time dateTime={startedAt}>{time(startedAt)}</time>
            <span>
              {outcome === null ? words.underWay : words.outcomes[outcome]} {error?.message}
            </span>
          </li>
        ))}
        {fallback.map(({ kind, target, sentAt, error }) => (
          <li key={kind + target + sentAt}>
            {sentAt !== null && <time dateTime={sentAt}>{time(sentAt)}</time>}
            <span>
              {kind} → {target} {error}
            </span>
          </li>
        ))}
        {nextAttemptAt !== null && <li>{words.next(time(nextAttemptAt))}</li>}
      </ul>
    </details>
  );
}
