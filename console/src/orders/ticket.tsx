import { useWords } from "../language/language";
import { useToast } from "../parts/toasts";
import { useSum } from "../parts/use-sum";
import { isWithPeople } from "./may-be";
import { type Story } from "./story";
import { TicketFacts } from "./ticket-facts";
import { TicketTotals } from "./ticket-totals";
import { type Ticks } from "./use-ticks";

type Line = Story["lines"][number];

interface Props {
  readonly story: Story;
  readonly ticks: Ticks;
}

/** Everything needed to enter an order at the till, in the order in which it is typed there. */
export function Ticket({ story, ticks }: Props) {
  const { order: words } = useWords();
  const { lines } = story;
  const isEntering = isWithPeople(story.injection);
  const done = lines.filter((_, index) => ticks.done.has(index)).length;
  return (
    <section className="card ticket">
      <TicketFacts story={story} />
      <div className="perf" />
      {isEntering && (
        <div className="row small muted ticked">
          <span>{words.ticks(done, lines.length)}</span>
          <span className="prog" aria-hidden="true">
            <i style={{ width: `${(100 * done) / Math.max(1, lines.length)}%` }} />
          </span>
          <span className="end desk-only">{words.copyArticles}</span>
        </div>
      )}
      <ul className="items">
        {lines.map((line, index) => (
          <Item
            key={index}
            line={line}
            isTicked={ticks.done.has(index)}
            onTick={isEntering ? () => ticks.tick(index) : null}
          />
        ))}
      </ul>
      <div className="perf" />
      <TicketTotals story={story} />
    </section>
  );
}

interface ItemProps {
  readonly line: Line;
  readonly isTicked: boolean;
  readonly onTick: (() => void) | null;
}

function Item({ line, isTicked, onTick }: ItemProps) {
  const { order: words } = useWords();
  const sum = useSum();
  const { name, sizeName, quantity, comment, total, halves } = line;
  const title = sizeName === null ? name : `${name}, ${sizeName}`;
  return (
    <li className={onTick ? "item" : "item no-tick"}>
      {onTick && (
        <input
          className="tick"
          type="checkbox"
          aria-label={words.ticked(title)}
          checked={isTicked}
          onChange={onTick}
        />
      )}
      <span className="qty">{Number(quantity)}×</span>
      <span>
        <span className="name">{title}</span> {halves.length === 0 && <Article of={line.article} />}
        <ItemParts line={line} />
        {comment !== null && <span className="cmt">{comment}</span>}
      </span>
      <span className="sum num">{sum(total)}</span>
    </li>
  );
}

function ItemParts({ line: { options, halves, parts } }: { line: Line }) {
  const sum = useSum();
  return (
    <>
      {halves.map((half) => (
        <span key={half.article} className="opt">
          ½ {half.name} <Article of={half.article} />
        </span>
      ))}
      {parts.map((part, index) => (
        <span key={index} className="opt">
          {part.name}
          {part.sizeName !== null && `, ${part.sizeName}`} <Article of={part.article} />
        </span>
      ))}
      {options.map((option, index) => (
        <span key={index} className="opt">
          + {Number(option.quantity) > 1 && `${Number(option.quantity)} × `}
          {option.name} {option.article !== null && <Article of={option.article} />}{" "}
          {Number(option.price.amount) > 0 && sum(option.price)}
        </span>
      ))}
    </>
  );
}

/** Copied on a press, in the form in which it is typed at the till. */
function Article({ of }: { of: string }) {
  const { order: words } = useWords();
  const toast = useToast();
  const copy = () =>
    void navigator.clipboard.writeText(of).then(
      () => toast(words.copied),
      () => undefined,
    );
  return (
    <button type="button" className="art" onClick={copy}>
      {of}
    </button>
  );
}
