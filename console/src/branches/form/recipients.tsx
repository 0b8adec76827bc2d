import { useId } from "react";

import { useAction } from "../../gateway/use-action";
import { useWords } from "../../language/language";
import { Button } from "../../parts/button";
import { FailureNote } from "../../parts/failure-note";
import { useToast } from "../../parts/toasts";
import { type FallbackKind, TestMessage } from "../operations";
import { describing, FieldErrors } from "./setting-frame";
import { type Row, type SettingField } from "./setting-value";
import { type SettingsForm } from "./use-settings-form";

interface Props {
  readonly form: SettingsForm;
  readonly field: SettingField;
}

/**
 * Whom to notify about an order that the till does not accept; each recipient can be sent a test
 * message now.
 */
export function Recipients({ form, field }: Props) {
  const { room } = useWords().branches;
  const rows = form.valueOf(field.name) as readonly Row[];
  const kinds = choicesOf(field, "kind");
  const languages = choicesOf(field, "language");
  const add = () => {
    const blank = { kind: kinds[0]?.value ?? "", target: "", enabled: true };
    const language = languages[0]?.value ?? "RU";
    form.change(field.name, [...rows, Object.assign(blank, { language })]);
  };
  const isSaved = !form.changed.includes(field);
  return (
    <>
      <p className="hint">{field.explanation}</p>
      {rows.length === 0 && <p className="soft">{room.nobodyTold}</p>}
      <ul className="recipients">
        {rows.map((_, index) => (
          <li key={index}>
            <Recipient {...{ form, field, rows, index, isSaved }} />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onPress={add}>{room.addRecipient}</Button>
        {!isSaved && <span className="small muted">{room.testAfterSaving}</span>}
      </div>
    </>
  );
}

interface RecipientProps extends Props {
  readonly rows: readonly Row[];
  readonly index: number;
  readonly isSaved: boolean;
}

function Recipient({ form, field, rows, index, isSaved }: RecipientProps) {
  const id = useId();
  const row = rows[index] ?? {};
  const errors = form.errorsOf(`${field.name}.${index}`);
  const put = (change: Row) =>
    form.change(
      field.name,
      rows.map((one, at) => (at === index ? Object.assign({}, one, change) : one)),
    );
  const remove = () =>
    form.change(
      field.name,
      rows.filter((_, at) => at !== index),
    );
  return (
    <>
      <div className="recipient">
        <RowChoice name="kind" {...{ field, row, put }} />
        <input
          {...describing(id, errors)}
          className="inp"
          aria-label={labelOf(field, "target")}
          placeholder={labelOf(field, "target")}
          autoComplete="off"
          value={String(row["target"] ?? "")}
          onChange={({ target }) => put({ target: target.value })}
        />
        <RowChoice name="language" {...{ field, row, put }} />
        <RowTools {...{ form, field, row, put, remove, isSaved }} />
      </div>
      <FieldErrors id={id} errors={errors} />
    </>
  );
}

interface RowProps {
  readonly field: SettingField;
  readonly row: Row;
  readonly put: (change: Row) => void;
}

function RowChoice({ field, row, put, name }: RowProps & { readonly name: string }) {
  return (
    <select
      className="inp"
      aria-label={labelOf(field, name)}
      value={String(row[name])}
      onChange={({ target }) => put({ [name]: target.value })}
    >
      {choicesOf(field, name).map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface ToolsProps extends RowProps {
  readonly form: SettingsForm;
  readonly remove: () => void;
  readonly isSaved: boolean;
}

function RowTools({ form, field, row, put, remove, isSaved }: ToolsProps) {
  const { room } = useWords().branches;
  return (
    <span className="row tools">
      <label className="row tick-line">
        <input
          type="checkbox"
          className="tick"
          checked={row["enabled"] === true}
          onChange={({ target }) => put({ enabled: target.checked })}
        />
        {labelOf(field, "enabled")}
      </label>
      <TestButton {...{ form, row, isSaved }} />
      <Button
        look="quiet"
        icon="x"
        aria-label={room.removeRecipient(String(row["target"]))}
        onPress={remove}
      />
    </span>
  );
}

/** Sends a message to the recipient as saved. */
function TestButton({ form, row, isSaved }: { form: SettingsForm; row: Row; isSaved: boolean }) {
  const { room } = useWords().branches;
  const toast = useToast();
  const { run, isRunning, failure, userErrors } = useAction();
  const target = String(row["target"]);
  const send = () =>
    run(async (gateway) => {
      const asked = { branchId: form.branch.id, kind: row["kind"] as FallbackKind, target };
      const { sendTestMessage: done } = await gateway.ask(TestMessage, asked);
      if (done.sent) toast(room.testSent(target));
      return done;
    });
  return (
    <span className="test">
      <Button icon="send" isPending={isRunning} isDisabled={!isSaved} onPress={send}>
        {room.sendTest}
      </Button>
      <FailureNote failure={failure} />
      {userErrors.map(({ message }) => (
        <span key={message} className="err" role="alert">
          {message}
        </span>
      ))}
    </span>
  );
}

function choicesOf({ columns }: SettingField, name: string) {
  return columns.find((column) => column.name === name)?.choices ?? [];
}

function labelOf({ columns }: SettingField, name: string): string {
  return columns.find((column) => column.name === name)?.label ?? name;
}
