export interface Alternative<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A labelled list with one choice. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly among: readonly Alternative<Value>[];
  readonly onChoose: (value: Value) => void;
}) {
  const { label, value, among, onChoose } = props;
  return (
    <label className="choice">
      {label}
      <select
        className="inp"
        value={value}
        onChange={({ target }) => onChoose(target.value as Value)}
      >
        {among.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}
