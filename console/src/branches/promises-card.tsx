import { useAnswer } from "../gateway/use-answer";
import { useLanguage, useWords } from "../language/language";
import { useMinutes } from "../money/use-minutes";
import { FailureNote } from "../parts/failure-note";
import { Promises, type PromisesAnswer } from "./operations";

type Branch = NonNullable<PromisesAnswer["branch"]>;
type Way = "delivery" | "pickup";

const WAYS: readonly Way[] = ["delivery", "pickup"];

/** How long guests are told an order takes now, and how accurate that has been. */
export function PromisesCard({ branchId }: { branchId: string }) {
  const { promises: words } = useWords().branches;
  const { answer, failure } = useAnswer(Promises, { id: branchId });
  const branch = answer?.branch;
  return (
    <section className="card" id="PROMISES" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <span className="end small muted">{words.period}</span>
      </header>
      <div className="body stack">
        <FailureNote failure={failure} />
        {branch && <PromiseTable branch={branch} />}
        <p className="small soft">{words.what}</p>
      </div>
    </section>
  );
}

function PromiseTable({ branch }: { branch: Branch }) {
  const { title, columns } = useWords().branches.promises;
  return (
    <table className="tbl cards plain" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{columns.way}</th>
          {(["now", "orders", "kept", "early", "late", "minutesLate"] as const).map((name) => (
            <th key={name} scope="col" className="r">
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {WAYS.map((way) => (
          <Row key={way} way={way} branch={branch} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ way, branch }: { way: Way; branch: Branch }) {
  const { promises, acceptance } = useWords().branches;
  const { columns } = promises;
  const { language } = useLanguage();
  const minutes = useMinutes();
  const { orders, kept, early, late, minutesLate } = branch[`${way}Record`];
  const { minutesFrom, minutesTo } = branch[way];
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const share = (count: number) => (orders === 0 ? "–" : percent.format(count / orders));
  return (
    <tr data-way={way}>
      <td className="strong">{acceptance[way]}</td>
      <td className="r num top-r">
        {minutesFrom === null || minutesTo === null ? "–" : `${minutesFrom}–${minutes(minutesTo)}`}
      </td>
      <td className="sub r num" data-l={columns.orders}>
        {orders}
      </td>
      <td className="sub r num" data-l={columns.kept}>
        {share(kept)}
      </td>
      <td className="sub r num" data-l={columns.early}>
        {share(early)}
      </td>
      <td className="sub r num" data-l={columns.late}>
        {share(late)}
      </td>
      <td className="sub r num" data-l={columns.minutesLate}>
        {minutesLate === null ? "–" : minutes(minutesLate)}
      </td>
    </tr>
  );
}
