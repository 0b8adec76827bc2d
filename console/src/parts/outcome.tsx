import { type Action } from "../gateway/use-action";
import { FailureNote } from "./failure-note";

/** What went wrong with an action, in words; shows nothing while all is well. */
export function Outcome({
  of: { failure, userErrors },
}: {
  of: Pick<Action, "failure" | "userErrors">;
}) {
  return (
    <>
      <FailureNote failure={failure} />
      {userErrors.map(({ message }) => (
        <p key={message} className="note bad" role="alert">
          {message}
        </p>
      ))}
    </>
  );
}
