import { type ReactNode, useId } from "react";

interface Control {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly "aria-describedby": string;
  readonly "aria-invalid"?: true;
}

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  /** What the gateway says against what was entered. */
  readonly errors?: readonly string[];
  readonly children: (control: Control) => ReactNode;
}

/** A field with its name, what belongs into it, and what is wrong with what is in it. */
export function Field({ label, hint, name, errors = [], children }: Props) {
  const id = useId();
  const isWrong = errors.length > 0;
  const control = {
    id,
    name,
    className: "inp",
    "aria-describedby": `${id}-hint`,
    ...(isWrong && { "aria-invalid": true as const }),
  };
  return (
    <div className="field" data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children(control)}
      <span className={isWrong ? "hint red" : "hint"} id={`${id}-hint`}>
        {isWrong ? errors.join(" ") : hint}
      </span>
    </div>
  );
}
