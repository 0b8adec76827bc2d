import { useLanguage, useWords } from "../language/language";
import { type Story } from "./story";

/** Everything that happened to an order, in order. */
export function Timeline({ events }: { events: Story["timeline"]["nodes"] }) {
  const { orders: words } = useWords();
  const { language } = useLanguage();
  return (
    <>
      <h3>{words.timeline}</h3>
      <ol className="timeline">
        {events.map(({ id, at, summary, actor }) => (
          <li key={id}>
            <time dateTime={at}>{new Date(at).toLocaleTimeString(language)}</time>
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
