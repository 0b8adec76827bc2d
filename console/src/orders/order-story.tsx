import { useWords } from "../language/language";
import { type Tone } from "../parts/badge";
import { useMoment } from "../parts/use-moment";
import { type Story } from "./story";

interface Props {
  readonly story: Story;
}

/** The attempts in words. Shows nothing when the first one succeeded. */
export function WhyNot({ story: { injection, branch } }: Props) {
  const { order: words } = useWords();
  const { attempts, fallback, lastError } = injection;
  if (injection.state === "IN_POS" && attempts.length < 2) return null;
  if (attempts.length === 0 && fallback.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{words.whyTitle}</h2>
      </header>
      <div className="body stack">
        {attempts.length > 0 && <p>{words.why(attempts.length)}</p>}
        {lastError && (
          <p>
            {lastError.message} {lastError.fix}
          </p>
        )}
        <Attempts attempts={attempts} timeZone={branch.timeZone} />
        {fallback.length > 0 && <Messages fallback={fallback} />}
        <details className="fold">
          <summary>{words.support}</summary>
          <pre className="mono small support">
            {attempts
              .map(({ number, correlationId }) => `${number}: ${correlationId ?? "-"}`)
              .join("\n")}
          </pre>
        </details>
      </div>
    </section>
  );
}

interface AttemptsProps extends Pick<Story["injection"], "attempts"> {
  readonly timeZone: string;
}

function Attempts({ attempts, timeZone }: AttemptsProps) {
  const { orders, order: words } = useWords();
  const moment = useMoment(timeZone);
  const waited = (from: string, to: string | null) =>
    to === null ? "…" : words.seconds(((Date.parse(to) - Date.parse(from)) / 1000).toFixed(0));
  return (
    <table className="tbl attempts">
      <thead>
        <tr>
          <th scope="col">{words.attempt}</th>
          <th scope="col">{words.waited}</th>
          <th scope="col">{words.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ number, startedAt, finishedAt, outcome, error }) => (
          <tr key={number}>
            <td className="num">{moment(startedAt)}</td>
            <td className="num">{waited(startedAt, finishedAt)}</td>
            <td>
              {outcome === null ? orders.underWay : orders.outcomes[outcome]}
              {outcome === "REJECTED" && error && `: ${error.message}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Messages({ fallback }: Pick<Story["injection"], "fallback">) {
  const { order: words } = useWords();
  return (
    <div>
      <h3>{words.messages}</h3>
      <ul>
        {fallback.map(({ kind, target, purpose, sentAt }) => (
          <li key={`${kind} ${target} ${purpose} ${sentAt}`} className="small soft">
            {target}: {sentAt === null ? words.notSent : words.sent}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Everything that happened, newest first. */
export function Happened({ story: { timeline, branch } }: Props) {
  const { order: words } = useWords();
  const moment = useMoment(branch.timeZone);
  return (
    <section className="card">
      <header>
        <h2>{words.happened}</h2>
        <span className="muted small end">{words.branchTime}</span>
      </header>
      <div className="body">
        <ol className="story">
          {[...timeline.nodes].reverse().map((event) => (
            <li key={event.id} className={`t-${toneOf(event)}`}>
              <time dateTime={event.at}>{moment(event.at)}</time>
              <i />
              <div>
                <p>{event.summary}</p>
                <Beside event={event} />
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

type Told = Story["timeline"]["nodes"][number];

function Beside({ event }: { event: Told }) {
  const remark = event.__typename === "InjectionEvent" ? event.remark : null;
  const said = [event.actor, remark].filter((one) => one !== null);
  return said.length > 0 ? <p>{said.join(": ")}</p> : null;
}

function toneOf(event: Told): Tone {
  if (event.__typename === "OrderStatusEvent") return event.to === "CANCELLED" ? "grey" : "green";
  if (event.__typename !== "InjectionEvent") return "grey";
  switch (event.state) {
    case "IN_POS":
    case "ENTERED_BY_HAND":
      return "green";
    case "DEAD_LETTERED":
      return "red";
    case "FALLBACK_SENT":
    case "OUTCOME_UNKNOWN":
    case "RETRY_SCHEDULED":
      return "amber";
    default:
      return "blue";
  }
}

export function GuestSees({ story: { summary } }: Props) {
  const { order: words } = useWords();
  return (
    <section className="card">
      <header>
        <h2>{words.guestSees}</h2>
      </header>
      <div className="body soft">«{summary}»</div>
    </section>
  );
}

/** What became of a request to cancel the order. */
export function Cancellation({ story: { cancellation, cancelReason } }: Props) {
  const { order: words } = useWords();
  if (!cancellation && cancelReason === null) return null;
  return (
    <section className="card">
      <header>
        <h2>{words.cancellation}</h2>
      </header>
      <div className="body">
        {cancellation && <p>{words.cancellations[cancellation.outcome]}</p>}
        {cancellation?.error && (
          <p>
            {cancellation.error.message} {cancellation.error.fix}
          </p>
        )}
        <p className="soft">{cancellation?.reason ?? cancelReason}</p>
      </div>
    </section>
  );
}
