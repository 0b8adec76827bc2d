import { useWords } from "../language/language";
import { useMoment } from "../parts/use-moment";
import { useSum } from "../parts/use-sum";
import { type Story } from "./story";
import { Money } from "./ticket-money";

type Line = Story["lines"][number];

/** All that is needed to enter an order at the till, in the order in which it is typed there. */
export function Ticket({ story }: { story: Story }) {
  const { orders: words } = useWords();
  return (
    <section className="card ticket" aria-label={words.ticket}>
      <Guest story={story} />
      <table className="list">
        <tbody>
          {story.lines.map((line, index) => (
            <LineRow key={index} line={line} />
          ))}
        </tbody>
      </table>
      <Money story={story} />
    </section>
  );
}

function Guest({
  story: { customer, address, fulfilment, wantedAt, comment, branch },
}: {
  story: Story;
}) {
  const { orders: words } = useWords();
  const moment = useMoment(branch.timeZone, "short");
  return (
    <dl>
      <dt>{words.guest}</dt>
      <dd>
        {customer ? (
          <>
            {customer.name} <a href={`tel:${customer.phone}`}>{customer.phone}</a>
          </>
        ) : (
          words.erased
        )}
      </dd>
      <dt>{words.fulfilments[fulfilment]}</dt>
      <dd>{wantedAt === null ? words.asSoonAsPossible : words.wantedAt(moment(wantedAt))}</dd>
      {address && (
        <>
          <dt>{words.address}</dt>
          <dd>
            {address.line}
            {address.comment !== null && <small>{address.comment}</small>}
          </dd>
        </>
      )}
      {comment !== null && (
        <>
          <dt>{words.comment}</dt>
          <dd className="said">{comment}</dd>
        </>
      )}
    </dl>
  );
}

function LineRow({
  line: { article, name, sizeName, quantity, comment, total, options, halves },
}: {
  line: Line;
}) {
  const sum = useSum();
  const articles = halves.length > 0 ? halves.map((half) => half.article).join(" + ") : article;
  return (
    <tr>
      <td className="amount">{Number(quantity)} ×</td>
      <td>
        <b>{name}</b>
        {sizeName !== null && `, ${sizeName}`} <code>{articles}</code>
        {options.map((option, index) => (
          <small key={index}>
            + {Number(option.quantity)} × {option.name}{" "}
            {option.article !== null && <code>{option.article}</code>}
          </small>
        ))}
        {comment !== null && <small className="said">«{comment}»</small>}
      </td>
      <td className="amount">{sum(total)}</td>
    </tr>
  );
}
