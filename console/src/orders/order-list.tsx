import { useWords } from "../language/language";
import { useMoment } from "../parts/use-moment";
import { useSum } from "../parts/use-sum";
import { type BoardOrder, INJECTION_TONES, STATUS_TONES } from "./tones";

interface Props {
  readonly orders: readonly BoardOrder[];
  readonly timeZone: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** As the gateway sorts them: what waits for a person on top, whatever its age. */
export function OrderList({ orders, timeZone, onOpen }: Props) {
  const { orders: words } = useWords();
  const moment = useMoment(timeZone, "short");
  const sum = useSum();
  return (
    <table className="list">
      <thead>
        <tr>
          {words.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map(
          ({ id, number, createdAt, status, injection: { state }, totals: { total } }) => (
            <tr key={id} data-order={number}>
              <td>
                <button type="button" onClick={() => onOpen(id)}>
                  {number}
                </button>
              </td>
              <td>{moment(createdAt)}</td>
              <td>
                <span className={`badge ${INJECTION_TONES[state]}`}>{words.states[state]}</span>
              </td>
              <td>
                <span className={`badge ${STATUS_TONES[status]}`}>{words.statuses[status]}</span>
              </td>
              <td className="amount">{sum(total)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
