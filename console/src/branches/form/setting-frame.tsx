import { type ReactNode } from "react";

import { Icon } from "../../parts/icon";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly faults: readonly string[];
  readonly children: ReactNode;
}

/** A field with its words: what it is, what it does, and what is wrong with it. */
export function SettingFrame({ id, label, hint, faults, children }: Props) {
  return (
    <div className="field" data-setting={id}>
      <label htmlFor={id}>{label}</label>
      {children}
      <FieldFaults id={id} faults={faults} />
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

export function FieldFaults({ id, faults }: { id: string; faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <span className="err" id={`${id}-fault`} role="alert">
      <Icon name="warn" small />
      <span>{faults.join(". ")}</span>
    </span>
  );
}

/** What a control says of itself beside its label. */
export function describing(id: string, faults: readonly string[]) {
  const isWrong = faults.length > 0;
  return {
    id,
    "aria-describedby": isWrong ? `${id}-fault ${id}-hint` : `${id}-hint`,
    ...(isWrong && { "aria-invalid": true as const }),
  };
}
