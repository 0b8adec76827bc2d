import { type Story } from "./story";

/** Only on paper: word for word the message to the staff. */
export function PrintedOrder({ story: { staffText } }: { story: Story }) {
  return <pre className="printed">{staffText}</pre>;
}
