import { type Action } from "../gateway/use-action";
import { FaultNote } from "./fault-note";

/** What went wrong with an action, in words; nothing while all is well. */
export function Outcome({ of: { fault, refusals } }: { of: Pick<Action, "fault" | "refusals"> }) {
  return (
    <>
      <FaultNote fault={fault} />
      {refusals.map(({ message }) => (
        <p key={message} className="note bad" role="alert">
          {message}
        </p>
      ))}
    </>
  );
}
