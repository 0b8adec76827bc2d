import { type InputHTMLAttributes } from "react";

/** A labelled line of text in a form. */
export function Field({
  label,
  ...input
}: { label: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label>
      {label}
      <input type="text" autoComplete="off" {...input} />
    </label>
  );
}
