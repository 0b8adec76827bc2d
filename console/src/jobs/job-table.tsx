import { useLanguage, useWords } from "../language/language";
import { type Page } from "./operations";

interface Props {
  readonly title: string;
  readonly page: Page;
  readonly tone: "good" | "bad" | "info";
}

/** The jobs of one state; how many there are in all, and the newest of them. */
export function JobTable({ title, page: { totalCount, nodes }, tone }: Props) {
  const { jobs: words } = useWords();
  const { language } = useLanguage();
  return (
    <details open={nodes.length > 0}>
      <summary>
        {title} <span className={`badge ${tone}`}>{totalCount}</span>
      </summary>
      {nodes.length > 0 && (
        <table>
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
            {nodes.map(({ id, kind, attempts, runAt, error, branch, order }) => (
              <tr key={id}>
                <td>{kind}</td>
                <td>
                  {[branch?.name, order && `№ ${order.number}`].filter(Boolean).join(", ") || "—"}
                </td>
                <td>{new Date(runAt).toLocaleTimeString(language)}</td>
                <td>{attempts}</td>
                <td>{error ?? "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
