import { useWords } from "../language/language";
import { useMoment } from "../parts/use-moment";
import { type BoardOrder } from "./tones";
import { type LiveEvent } from "./use-branch-events";

const SHOWN = 5;

interface Props {
  readonly events: readonly LiveEvent[];
  readonly isLive: boolean;
  readonly orders: readonly BoardOrder[];
  readonly timeZone: string | undefined;
}

/** The last things that happened, as they happen. */
export function LiveFeed({ events, isLive, orders, timeZone }: Props) {
  const { orders: words } = useWords();
  const moment = useMoment(timeZone);
  const numberOf = (orderId: string) => orders.find(({ id }) => id === orderId)?.number ?? "…";
  return (
    <div className="card feed">
      <p role="status">
        <span className={`badge ${isLive ? "good" : "warn"}`}>
          {isLive ? words.live : words.connecting}
        </span>
      </p>
      <ol aria-live="polite" aria-label={words.live}>
        {events.slice(0, SHOWN).map(({ id, orderId, at, summary }) => (
          <li key={id}>
            <time dateTime={at}>{moment(at)}</time>
            <b>{numberOf(orderId)}</b> {summary}
          </li>
        ))}
      </ol>
    </div>
  );
}
