import { useWords } from "../language/language";
import { type CatalogueAnswer } from "./operations";

type Issue = CatalogueAnswer["catalogIssues"][number];

const TONES: Record<Issue["severity"], string> = { ERROR: "bad", WARNING: "warn", INFO: "info" };

/** What is wrong between the POS's menu and the catalogue, and what mends it. */
export function Issues({ issues }: { issues: readonly Issue[] }) {
  const { catalogue: words } = useWords();
  if (issues.length === 0) return <p className="note good">{words.noIssues}</p>;
  return (
    <details className="card">
      <summary>{words.issues(issues.length)}</summary>
      <ul className="checks">
        {issues.map(({ severity, message, fix, article }) => (
          <li key={message}>
            <span className={`badge ${TONES[severity]}`}>{article ?? words.severities[severity]}</span>
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
