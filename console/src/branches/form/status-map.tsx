import { useWords } from "../../language/language";
import { FieldErrors } from "./setting-frame";
import { type Row, type SettingField } from "./setting-value";
import { type SettingsForm } from "./use-settings-form";

type Choice = SettingField["choices"][number];

/** iiko's words on the left, and what each of them means for guests on the right. */
export function StatusMap({ form, field }: { form: SettingsForm; field: SettingField }) {
  const { room } = useWords().branches;
  const rows = form.valueOf(field.name) as readonly Row[];
  const put = (posStatus: string, status: string) => {
    const others = rows.filter((row) => row["posStatus"] !== posStatus);
    form.change(field.name, status === "" ? others : [...others, { posStatus, status }]);
  };
  const meanings = choicesOf(field, "status");
  return (
    <>
      <p className="hint">{field.explanation}</p>
      <FieldErrors id="status-map" errors={form.errorsOf(field.name)} />
      <table className="tbl statuses">
        <thead>
          <tr>
            <th>{room.statusInPos}</th>
            <th>{room.statusForGuest}</th>
          </tr>
        </thead>
        <tbody>
          {choicesOf(field, "posStatus").map((word) => (
            <Status
              key={word.value}
              {...{ word, meanings }}
              chosen={rows.find((row) => row["posStatus"] === word.value)?.["status"]}
              onChoose={(status) => put(word.value, status)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface StatusProps {
  readonly word: Choice;
  readonly meanings: readonly Choice[];
  readonly chosen: Row[string] | undefined;
  readonly onChoose: (status: string) => void;
}

function Status({ word: { value, label }, meanings, chosen, onChoose }: StatusProps) {
  const { room } = useWords().branches;
  return (
    <tr>
      <td>
        {label} <small className="muted mono">{value}</small>
      </td>
      <td>
        <select
          className={chosen === undefined ? "inp none" : "inp"}
          aria-label={room.meaningOf(label)}
          value={String(chosen ?? "")}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="">{room.asUsual}</option>
          {meanings.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

function choicesOf({ columns }: SettingField, name: string): readonly Choice[] {
  return columns.find((one) => one.name === name)?.choices ?? [];
}
