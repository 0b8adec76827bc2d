import { useId } from "react";

import { useWords } from "../../language/language";
import { type Option, useLists } from "./dictionaries";
import { OptionSelect } from "./option-select";
import { ProductChoice } from "./product-choice";
import { describing, SettingFrame } from "./setting-frame";
import { amountOf, type SettingField } from "./setting-value";
import { type SettingsForm } from "./use-settings-form";

interface Props {
  readonly form: SettingsForm;
  readonly field: SettingField;
}

const NUMBERS = ["COUNT", "PERCENT", "SECONDS", "MINUTES"];

/** The control for a setting, chosen by the setting's kind alone. */
export function SettingControl({ form, field }: Props) {
  if (field.kind === "FLAG") return <Switch {...{ form, field }} />;
  if (field.kind === "LIST") return <Numbers {...{ form, field }} />;
  if (field.kind === "CHOICE")
    return <Choice {...{ form, field, options: field.choices }} none={undefined} />;
  if (field.dictionary === "PRODUCTS") return <ProductChoice {...{ form, field }} />;
  if (field.dictionary !== null) return <FromPos {...{ form, field }} />;
  return <Line {...{ form, field }} />;
}

/** A choice from one of the POS's lists; without the list, nothing can be chosen. */
function FromPos({ form, field }: Props) {
  const { room } = useWords().branches;
  const { optionsOf } = useLists();
  const options = optionsOf(field);
  const none = field.name === "organizationIdInPos" ? undefined : room.notChosen;
  return <Choice {...{ form, field, options, none }} />;
}

interface ChoiceProps extends Props {
  readonly options: readonly Option[] | undefined;
  readonly none: string | undefined;
}

function Choice({ form, field, options, none }: ChoiceProps) {
  const { room } = useWords().branches;
  const id = useId();
  const { name, label, explanation, kind } = field;
  const value = form.valueOf(name);
  const text = typeof value === "string" ? value : "";
  const isGone = text !== "" && options !== undefined && !options.some((o) => o.value === text);
  const errors = [...form.errorsOf(name), ...(isGone && kind !== "CHOICE" ? [room.goneError] : [])];
  return (
    <SettingFrame {...{ id, label, errors }} hint={explanation}>
      <OptionSelect
        {...{ options, none }}
        value={text}
        disabled={options === undefined && text === ""}
        control={describing(id, errors)}
        onChoose={(chosen) => form.change(name, chosen === "" ? null : chosen)}
      />
    </SettingFrame>
  );
}

/** A line of text, a number or an amount, with its unit next to it. */
function Line({ form, field }: Props) {
  const { room } = useWords().branches;
  const id = useId();
  const { name, label, explanation, kind, limits } = field;
  const isNumber = NUMBERS.includes(kind);
  const value = form.valueOf(name);
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const isAmount = kind === "AMOUNT";
  const errors = [
    ...form.errorsOf(name),
    ...(isAmount && text !== "" && amountOf(text) === undefined ? [room.noAmount] : []),
  ];
  const type = (written: string) => {
    if (isNumber) return form.change(name, written === "" ? null : Number(written));
    form.change(name, isAmount ? (amountOf(written) ?? written) : written);
  };
  const unit = room.units[kind];
  return (
    <SettingFrame {...{ id, label, errors }} hint={explanation}>
      <span className="row measured">
        <input
          {...describing(id, errors)}
          className={isNumber || isAmount ? "inp num" : "inp"}
          type={isNumber ? "number" : "text"}
          autoComplete="off"
          {...(isAmount && { inputMode: "decimal" as const })}
          {...(isNumber && numberLimits(limits))}
          {...(limits.characters !== null && { maxLength: limits.characters })}
          value={text}
          onChange={({ target }) => type(target.value)}
        />
        {unit !== undefined && <span className="muted">{unit}</span>}
      </span>
    </SettingFrame>
  );
}

function numberLimits({ least, most, orZero }: SettingField["limits"]) {
  return { min: orZero ? 0 : (least ?? undefined), max: most ?? undefined, step: 1 };
}

function Switch({ form, field: { name, label, explanation } }: Props) {
  const id = useId();
  return (
    <label className="switch" data-setting={name}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={form.valueOf(name) === true}
        onChange={({ target }) => form.change(name, target.checked)}
      />
      <span>
        <b>{label}</b>
        <small>{explanation}</small>
      </span>
    </label>
  );
}

/** A list of numbers on one line: "15, 15, 15". */
function Numbers({ form, field }: Props) {
  const { room } = useWords().branches;
  const id = useId();
  const { name, label, explanation } = field;
  const value = form.valueOf(name);
  const text = Array.isArray(value) ? value.join(", ") : "";
  const errors = form.errorsOf(name);
  const read = (written: string) => written.split(/[^\d]+/).flatMap((one) => (one ? [+one] : []));
  return (
    <SettingFrame {...{ id, label, errors }} hint={explanation}>
      <span className="row measured">
        <input
          key={text}
          {...describing(id, errors)}
          className="inp num"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={text}
          onBlur={({ target }) => form.change(name, read(target.value))}
        />
        <span className="muted">{room.units.SECONDS}</span>
      </span>
    </SettingFrame>
  );
}
