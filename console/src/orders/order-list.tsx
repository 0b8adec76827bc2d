import { useLanguage, useWords } from "../language/language";
import { type BoardOrder, INJECTION_TONES, STATUS_TONES } from "./tones";

interface Props {
  readonly orders: readonly BoardOrder[];
  readonly onOpen: (id: string) => void;
}

export function OrderList({ orders, onOpen }: Props) {
  const { orders: words } = useWords();
  const { language } = useLanguage();
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
        {orders.map(({ id, number, createdAt, status, injection: { state }, totals: { total } }) => (
          <tr key={id} data-order={number}>
            <td>
              <button type="button" onClick={() => onOpen(id)}>
                {number}
              </button>
            </td>
            <td>{new Date(createdAt).toLocaleTimeString(language, { timeStyle: "short" })}</td>
            <td>
              <span className={`badge ${INJECTION_TONES[state]}`}>{words.states[state]}</span>
            </td>
            <td>
              <span className={`badge ${STATUS_TONES[status]}`}>{words.statuses[status]}</span>
            </td>
            <td className="amount">{`${total.amount} ${total.currencyCode}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
