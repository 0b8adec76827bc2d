import { useWords } from "../language/language";
import { type ImportField } from "./operations";

/** What an import takes over: all of it unless somebody unticks something. */
export function FieldChoice() {
  const { catalogue: words } = useWords();
  return (
    <details>
      <summary>{words.fieldsTitle}</summary>
      {(Object.keys(words.fields) as ImportField[]).map((field) => (
        <label key={field}>
          <input type="checkbox" name="field" value={field} defaultChecked /> {words.fields[field]}
        </label>
      ))}
    </details>
  );
}
