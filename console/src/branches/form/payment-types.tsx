import { useId } from "react";

import { useWords } from "../../language/language";
import { useLists } from "./dictionaries";
import { OptionSelect } from "./option-select";
import { describing, SettingFrame } from "./setting-frame";
import { type Row, type SettingField } from "./setting-value";
import { type SettingsForm } from "./use-settings-form";

interface Props {
  readonly form: SettingsForm;
  readonly field: SettingField;
}

/** One list for each payment method; cash is always accepted at the till. */
export function PaymentTypes({ form, field }: Props) {
  const methods = field.columns.find(({ name }) => name === "method")?.choices ?? [];
  const rows = form.valueOf(field.name) as readonly Row[];
  const shown = methods.filter(
    ({ value }) => value !== "BONUS" || rows.some(({ method }) => method === value),
  );
  return (
    <>
      <p className="hint">{field.explanation}</p>
      <div className="grid2">
        {shown.map((method) => (
          <PaymentType key={method.value} {...{ form, field, rows, method }} />
        ))}
      </div>
    </>
  );
}

interface TypeProps extends Props {
  readonly rows: readonly Row[];
  readonly method: SettingField["choices"][number];
}

function PaymentType({ form, field, rows, method: { value: method, label } }: TypeProps) {
  const { room } = useWords().branches;
  const { optionsOf } = useLists();
  const id = useId();
  const options = optionsOf({ dictionary: "PAYMENT_TYPES" });
  const index = rows.findIndex((row) => row["method"] === method);
  const row = rows[index];
  const chosen = String(row?.["paymentTypeIdInPos"] ?? "");
  const isPaid = row?.["processedExternally"] === true;
  const isGone = chosen !== "" && options?.some(({ value }) => value === chosen) === false;
  const errors = [
    ...(index < 0 ? [] : form.errorsOf(`${field.name}.${index}`)),
    ...(isGone ? [room.goneError] : []),
  ];
  const put = (paymentTypeIdInPos: string, processedExternally: boolean) => {
    const next = { method, paymentTypeIdInPos: paymentTypeIdInPos || null, processedExternally };
    const others = rows.filter((one) => one["method"] !== method);
    form.change(field.name, paymentTypeIdInPos ? [...others, next].sort(byMethod) : others);
  };
  return (
    <SettingFrame {...{ id, label, errors }}>
      <OptionSelect
        options={options}
        none={room.notChosen}
        value={chosen}
        disabled={options === undefined && chosen === ""}
        control={describing(id, errors)}
        onChoose={(type) => put(type, method === "ONLINE" || (isPaid && method !== "CASH"))}
      />
      {method !== "CASH" && chosen !== "" && (
        <PaidTick field={field} isPaid={isPaid} onTick={(paid) => put(chosen, paid)} />
      )}
    </SettingFrame>
  );
}

interface PaidProps {
  readonly field: SettingField;
  readonly isPaid: boolean;
  readonly onTick: (isPaid: boolean) => void;
}

function PaidTick({ field, isPaid, onTick }: PaidProps) {
  return (
    <label className="row tick-line">
      <input
        type="checkbox"
        className="tick"
        checked={isPaid}
        onChange={({ target }) => onTick(target.checked)}
      />
      {field.columns.find(({ name }) => name === "processedExternally")?.label}
    </label>
  );
}

const byMethod = (one: Row, other: Row) =>
  String(one["method"]).localeCompare(String(other["method"]));
