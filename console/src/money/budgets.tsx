import { useAnswer } from "../gateway/use-answer";
import { useLanguage, useWords } from "../language/language";
import { Budgets as BudgetsOfKeys, type BudgetsAnswer } from "./operations";

type Key = BudgetsAnswer["posKeys"][number];
type Budget = Key["budgets"][number];

/** A budget holds at least a full second of calls. */
const LEAST_HELD = 1;

/** How much of iiko's allowance is used. */
export function Budgets() {
  const { money: words } = useWords();
  const { answer } = useAnswer(BudgetsOfKeys, {});
  return (
    <>
      {(answer?.posKeys ?? []).map((key) => (
        <section key={key.id} className="card c-5">
          <header>
            <h2>{words.budget}</h2>
            <span className="small muted end">{words.key(key.maskedKey)}</span>
          </header>
          <div className="body budget">
            {key.budgets.length === 0 && <span className="soft">{words.noBudget}</span>}
            {key.budgets.map((budget) => (
              <Bar key={budget.group} budget={budget} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function Bar({ budget: { group, perSecond, available, waiting } }: { budget: Budget }) {
  const { money: words } = useWords();
  const { language } = useLanguage();
  const number = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  const held = Math.max(perSecond, LEAST_HELD, available);
  const used = Math.max(0, held - available);
  const share = Math.min(100, (100 * used) / held);
  const text = words.budgetOf(number(used), number(perSecond));
  return (
    <>
      <span>{group}</span>
      <span className="prog" title={text}>
        <i className={waiting > 0 ? "amber-f" : "ink-f"} style={{ width: `${share}%` }} />
      </span>
      <span className="small soft num nowrap">
        {text}
        {waiting > 0 && `, ${words.waiting(waiting)}`}
      </span>
    </>
  );
}
