import { useId, useState } from "react";

import { useWords } from "../../language/language";
import { Button } from "../../parts/button";
import { Segments } from "../../parts/segments";
import { describing, SettingFrame } from "./setting-frame";
import { type SettingField } from "./setting-value";
import { type SettingsForm } from "./use-settings-form";

/** The key to the POS: its visible part, and fields to enter another one. */
export function KeyFields({ form }: { form: SettingsForm }) {
  const { room } = useWords().branches;
  const { credential } = form.branch.settings;
  const [isOpen, setIsOpen] = useState(false);
  const secrets = form.fields.filter(({ kind }) => kind === "SECRET");
  const isTyping = secrets.some(({ name }) => form.changed.some((one) => one.name === name));
  if (credential === null || isOpen || isTyping)
    return <NewKey form={form} secrets={secrets} onLeave={() => setIsOpen(false)} />;
  return (
    <SettingFrame id="stored-key" label={room.storedKey} errors={[]} hint={room.keyKept}>
      <span className="row nowrap">
        <input id="stored-key" className="inp mono" value={credential.masked} readOnly />
        <Button onPress={() => setIsOpen(true)}>{room.replaceKey}</Button>
      </span>
    </SettingFrame>
  );
}

interface Props {
  readonly form: SettingsForm;
  readonly secrets: readonly SettingField[];
  readonly onLeave: () => void;
}

/** A key of the first kind takes one line, one of the second kind three. */
function NewKey({ form, secrets, onLeave }: Props) {
  const { room } = useWords().branches;
  const [kind, setKind] = useState<"one" | "three">("one");
  const shown = secrets.filter(({ name }) => (name === "apiLogin") === (kind === "one"));
  const clear = () => secrets.forEach(({ name }) => form.change(name, ""));
  const choose = (wanted: "one" | "three") => {
    clear();
    setKind(wanted);
  };
  return (
    <div className="stack form">
      <Segments
        label={room.keyKind}
        value={kind}
        among={[
          { value: "one", label: room.keyOne },
          { value: "three", label: room.keyThree },
        ]}
        onChoose={choose}
      />
      {shown.map((field) => (
        <Secret key={field.name} form={form} field={field} />
      ))}
      {form.branch.settings.credential !== null && (
        <div className="row">
          <Button
            look="quiet"
            onPress={() => {
              clear();
              onLeave();
            }}
          >
            {room.keepKey}
          </Button>
        </div>
      )}
    </div>
  );
}

function Secret({ form, field }: { form: SettingsForm; field: SettingField }) {
  const id = useId();
  const { name, label, explanation, limits } = field;
  const errors = form.errorsOf(name);
  const typed = form.valueOf(name);
  return (
    <SettingFrame {...{ id, label, errors }} hint={explanation}>
      <input
        {...describing(id, errors)}
        className="inp mono"
        name={name}
        autoComplete="off"
        spellCheck={false}
        maxLength={limits.characters ?? undefined}
        value={typeof typed === "string" ? typed : ""}
        onChange={({ target }) => form.change(name, target.value.trim())}
      />
    </SettingFrame>
  );
}
