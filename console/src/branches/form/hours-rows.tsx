import { useId } from "react";

import { useWords } from "../../language/language";
import { Button } from "../../parts/button";
import { FieldErrors } from "./setting-frame";
import { type Row, type SettingField } from "./setting-value";
import { type SettingsForm } from "./use-settings-form";

interface Props {
  readonly form: SettingsForm;
  readonly field: SettingField;
}

/** Periods in which orders are accepted: by day of the week or for single days. */
export function HoursRows({ form, field }: Props) {
  const { room } = useWords().branches;
  const rows = form.valueOf(field.name) as readonly Row[];
  const change = (changed: readonly Row[]) => form.change(field.name, changed);
  // A new row copies the last one, because most rows resemble the one before.
  const add = () => change([...rows, Object.assign(blankOf(field), rows.at(-1))]);
  return (
    <fieldset className="hours-rows">
      <legend className="lab">{field.label}</legend>
      <p className="hint">{field.explanation}</p>
      <FieldErrors id={field.name} errors={rows.length === 0 ? form.errorsOf(field.name) : []} />
      {rows.map((row, index) => (
        <Period
          key={index}
          {...{ field, row }}
          errors={form.errorsOf(`${field.name}.${index}`)}
          onChange={(changed) => change(rows.with(index, changed))}
          onRemove={() => change(rows.toSpliced(index, 1))}
        />
      ))}
      <div className="row">
        <Button onPress={add}>{room.addHours}</Button>
      </div>
    </fieldset>
  );
}

interface PeriodProps {
  readonly field: SettingField;
  readonly row: Row;
  readonly errors: readonly string[];
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}

function Period({ field, row, errors, onChange, onRemove }: PeriodProps) {
  const { room } = useWords().branches;
  const id = useId();
  return (
    <div>
      <div className="hours-row">
        {field.columns.map((column) => (
          <Cell
            key={column.name}
            column={column}
            text={String(row[column.name] ?? "")}
            onChange={(text) => onChange({ ...row, [column.name]: text === "" ? null : text })}
          />
        ))}
        <Button look="quiet" icon="x" aria-label={room.removeHours} onPress={onRemove} />
      </div>
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

interface CellProps {
  readonly column: SettingField["columns"][number];
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function Cell({ column: { name, label, choices }, text, onChange }: CellProps) {
  if (choices.length > 0)
    return (
      <select
        className="inp"
        aria-label={label}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  return (
    <input
      className="inp"
      type={name === "date" ? "date" : "time"}
      aria-label={label}
      value={text}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function blankOf({ columns }: SettingField): Row {
  const values = columns.map(({ name, choices }) => [name, choices[0]?.value ?? null] as const);
  return Object.fromEntries(values);
}
