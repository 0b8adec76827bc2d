import { useWords } from "../language/language";
import { type CatalogueAnswer } from "./operations";

interface Props {
  readonly issues: readonly Issue[];
  readonly menu: CatalogueAnswer["posMenu"];
}

type Issue = CatalogueAnswer["catalogueIssues"][number];

const TONES: Record<Issue["severity"], string> = { ERROR: "bad", WARNING: "warn", INFO: "info" };

/** What is wrong between the POS's menu and the catalogue, and what mends it. */
export function Issues({ issues, menu }: Props) {
  const { catalogue: words } = useWords();
  if (!menu) return <p className="note warn">{words.nothingCompared}</p>;
  if (issues.length === 0) {
    const isFresh = menu.failingSince === null && menu.lastError === null && menu.heldBack === null;
    return (
      <p className={`note ${isFresh ? "good" : "warn"}`}>
        {isFresh ? words.noIssues : words.noIssuesThen}
      </p>
    );
  }
  return (
    <details className="card">
      <summary>{words.issues(issues.length)}</summary>
      <ul className="checks">
        {issues.map(({ severity, message, fix, article }) => (
          <li key={message}>
            <span className={`badge ${TONES[severity]}`}>
              {article ?? words.severities[severity]}
            </span>
            <span>
              {message}
              {fix !== null && <small className="fix">{fix}</small>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
