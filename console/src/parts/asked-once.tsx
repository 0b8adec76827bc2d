import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { useWords } from "../language/language";

interface Props {
  readonly label: string;
  /** What will happen. */
  readonly question: string;
  /** Fields to fill in. */
  readonly children?: ReactNode;
  readonly disabled?: boolean;
  readonly onYes: (fields: FormData) => void;
}

/** A button that asks once before it acts. Escape and «no» change nothing. */
export function AskedOnce({ label, question, children, disabled, onYes }: Props) {
  const { asking } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" disabled={disabled} onClick={() => setIsAsking(true)}>
        {label}
      </button>
    );
  }
  const leave = () => setIsAsking(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    leave();
    onYes(new FormData(event.currentTarget));
  };
  const leaveByKey = ({ key }: KeyboardEvent) => key === "Escape" && leave();
  return (
    <form className="asked" aria-label={label} onSubmit={submit} onKeyDown={leaveByKey}>
      <p>{question}</p>
      {children}
      <button type="submit" className="primary" autoFocus={!children}>
        {asking.yes(label)}
      </button>
      <button type="button" onClick={leave}>
        {asking.no}
      </button>
    </form>
  );
}
