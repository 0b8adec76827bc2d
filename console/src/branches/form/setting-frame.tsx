import { type ReactNode } from "react";

import { Icon } from "../../parts/icon";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly errors: readonly string[];
  readonly children: ReactNode;
}

/** A field with its texts: what it is, what it does, and what is wrong with it. */
export function SettingFrame({ id, label, hint, errors, children }: Props) {
  return (
    <div className="field" data-setting={id}>
      <label htmlFor={id}>{label}</label>
      {children}
      <FieldErrors id={id} errors={errors} />
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <span className="err" id={`${id}-error`} role="alert">
      <Icon name="warn" small />
      <span>{errors.join(". ")}</span>
    </span>
  );
}

/** What a control reports about itself besides its label. */
export function describing(id: string, errors: readonly string[]) {
  const isWrong = errors.length > 0;
  return {
    id,
    "aria-describedby": isWrong ? `${id}-error ${id}-hint` : `${id}-hint`,
    ...(isWrong && { "aria-invalid": true as const }),
  };
}
