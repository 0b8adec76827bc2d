import { useWords } from "../language/language";
import { type Change } from "./operations";

const TONES: Partial<Record<Change["action"], string>> = {
  CREATE: "good",
  UPDATE: "info",
  REMOVE: "warn",
  BLOCKED: "bad",
};

/** Article by article, field by field: what is there now and what would be. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { catalogue: words } = useWords();
  return (
    <table className="changes">
      <thead>
        <tr>
          {words.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {changes.map((change) => (
        <tbody key={change.article} data-article={change.article}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              <span className={`badge ${TONES[change.action] ?? "info"}`}>
                {words.actions[change.action]}
              </span>{" "}
              <b>{change.name}</b> {change.article}
              {change.reason !== null && <small className="fix">{change.reason}</small>}
            </th>
          </tr>
          {change.fields.map(({ field, before, after, locked }) => (
            <tr key={field}>
              <td>{named(field, words.fieldNames)}</td>
              <td className="before">{before ?? "—"}</td>
              <td>{locked ? words.locked(after ?? "—") : (after ?? "—")}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** `price.30 см`: what, and of which size or group. */
function named(field: string, names: Readonly<Record<string, string>>): string {
  const [what = "", ...which] = field.split(".");
  return [names[what] ?? what, which.join(".")].filter((part) => part !== "").join(": ");
}
