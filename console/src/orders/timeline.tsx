import { useWords } from "../language/language";
import { useMoment } from "../parts/use-moment";
import { type Story } from "./story";

/** Everything that happened to an order, in order. */
export function Timeline({
  events,
  timeZone,
}: {
  events: Story["timeline"]["nodes"];
  timeZone: string;
}) {
  const { orders: words } = useWords();
  const moment = useMoment(timeZone);
  return (
    <>
      <h2>{words.timeline}</h2>
      <ol className="timeline">
        {events.map(({ id, at, summary, actor }) => (
          <li key={id}>
            <time dateTime={at}>{moment(at)}</time>
            <span>
              {summary}
              {actor !== null && <small> · {actor}</small>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
