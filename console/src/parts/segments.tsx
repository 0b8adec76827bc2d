import { type ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Shown in place of the label. */
  readonly look?: ReactNode;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly among: readonly Segment<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** A choice of a few options, all of them visible. */
export function Segments<Value extends string>({ label, value, among, onChoose }: Props<Value>) {
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = among.find((one) => keys.has(one.value));
        if (chosen) onChoose(chosen.value);
      }}
    >
      {among.map((one) => (
        <ToggleButton key={one.value} id={one.value} aria-label={one.label}>
          {one.look ?? one.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
