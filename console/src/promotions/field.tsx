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
  /** The gateway's objections to what was entered. */
  readonly errors?: readonly string[];
  readonly children: (control: Control) => ReactNode;
}

/** A field with its name, a hint about what to enter, and what is wrong with the present value. */
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
