import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { useAmount } from "./currency";
import { Delta } from "./difference";
import { GuardRow } from "./guard-row";
import { type Difference, type Plan, type PlanRow } from "./operations";
import { Thumb } from "./thumb";
import { type Accepted } from "./use-accepted";

interface Props {
  readonly plan: Plan;
  readonly rows: readonly PlanRow[];
  readonly accepted: Accepted;
}

/** Article by article and field by field: the current value and the new one. */
export function PlanTable({ plan, rows, accepted }: Props) {
  const { catalogue: words } = useWords();
  return (
    <table className="tbl cards plan-t">
      <thead>
        <tr>
          <th scope="col">{words.columns.product}</th>
          <th scope="col">{words.columns.what}</th>
          <th scope="col" className="r">
            ±
          </th>
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.article} data-article={row.article}>
          <ChangeRow row={row} isStopped={row.guards.length > 0 && !plan.applied} />
          {row.guards.length > 0 && !plan.applied && (
            <GuardRow plan={plan} row={row} accepted={accepted} />
          )}
        </tbody>
      ))}
    </table>
  );
}

function ChangeRow({ row, isStopped }: { row: PlanRow; isStopped: boolean }) {
  const { catalogue: words } = useWords();
  const { article, name, action, reason, fields } = row;
  return (
    <tr className={isStopped ? "guarded" : undefined}>
      <td>
        <span className="prod">
          <Thumb name={name ?? article} article={article} shelf="pos" />
          <span>
            <b>{name ?? words.unknownProduct}</b>
            <small>
              <span className="mono">{article}</span> · {words.actions[action]}
            </small>
          </span>
        </span>
      </td>
      <td className="sub">
        {fields.map((difference) => (
          <FieldLine key={difference.field} of={difference} />
        ))}
        {reason !== null && <span className="small soft reason">{reason}</span>}
      </td>
      <td className="r top-r">
        <Delta of={fields} />
      </td>
    </tr>
  );
}

function FieldLine({ of: { field, before, after, locked } }: { of: Difference }) {
  const { catalogue: words } = useWords();
  const amount = useAmount();
  const isPrice = field === "price" || field.startsWith("price.");
  const written = (value: string | null) =>
    value === null ? (isPrice ? words.noPrice : "–") : isPrice ? amount(value) : value;
  return (
    <div className="field-line">
      <span className="muted small">{named(field, words.fieldNames)}</span>{" "}
      {locked ? (
        <span className="row lock">
          <Icon name="lock" small />
          {words.staysLocked(written(before), written(after))}
        </span>
      ) : (
        <>
          {before !== null && <span className="was num">{written(before)}</span>}
          <span className="num">{written(after)}</span>
        </>
      )}
    </div>
  );
}

/** `price.30 см`: the field, and the size or group it belongs to. */
function named(field: string, names: Readonly<Record<string, string>>): string {
  const [what = "", ...which] = field.split(".");
  return [names[what] ?? what, which.join(".")].filter((part) => part !== "").join(", ");
}
