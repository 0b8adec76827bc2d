import { type Story } from "./story";

/** On paper alone: word for word what the message to the staff says. */
export function PrintedOrder({ story: { staffText } }: { story: Story }) {
  return <pre className="printed">{staffText}</pre>;
}
