import { useWords } from "../language/language";
import { type BoardOrder, INJECTION_TONES, STATUS_TONES } from "./tones";

export interface Cell {
  readonly state: BoardOrder["injection"]["state"];
  readonly status: BoardOrder["status"];
}

interface Props {
  readonly orders: readonly BoardOrder[];
  readonly chosen: Cell | undefined;
  readonly onChoose: (cell: Cell | undefined) => void;
}

export function isIn({ state, status }: Cell, order: BoardOrder): boolean {
  return order.injection.state === state && order.status === status;
}

/**
 * Where the orders are: down, whether the till has them; across, how far kitchen and courier are.
 * Empty lines are left out.
 */
export function TwoAxes({ orders, chosen, onChoose }: Props) {
  const { orders: words } = useWords();
  const states = known(INJECTION_TONES).filter((state) =>
    orders.some((order) => order.injection.state === state),
  );
  const statuses = known(STATUS_TONES).filter((status) =>
    orders.some((order) => order.status === status),
  );
  return (
    <table className="axes">
      <StatusNames statuses={statuses} />
      <tbody>
        {states.map((state) => (
          <tr key={state}>
            <th scope="row">
              <span className={`badge ${INJECTION_TONES[state]}`}>{words.states[state]}</span>
            </th>
            {statuses.map((status) => (
              <td key={status}>
                <CountButton
                  cell={{ state, status }}
                  orders={orders}
                  chosen={chosen}
                  onChoose={onChoose}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StatusNames({ statuses }: { readonly statuses: readonly Cell["status"][] }) {
  const { orders: words } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{words.axes}</th>
        {statuses.map((status) => (
          <th key={status} scope="col">
            {words.statuses[status]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function CountButton({ cell, orders, chosen, onChoose }: Props & { cell: Cell }) {
  const { orders: words } = useWords();
  const count = orders.filter((order) => isIn(cell, order)).length;
  if (count === 0) return null;
  const isChosen = chosen?.state === cell.state && chosen.status === cell.status;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={`${words.states[cell.state]}, ${words.statuses[cell.status]}: ${count}`}
      onClick={() => onChoose(isChosen ? undefined : cell)}
    >
      {count}
    </button>
  );
}

function known<Name extends string>(tones: Record<Name, unknown>): Name[] {
  return Object.keys(tones) as Name[];
}
