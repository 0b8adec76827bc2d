import { type FormEvent, useState } from "react";
import { useWords } from "../language/language";
import { FaultNote } from "../parts/fault-note";
import { useSession } from "./session";

/** The field for the key; once it was let in, the way out. */
export function SignIn() {
  const { branches, leave } = useSession();
  const { session } = useWords();
  if (branches === null) return <KeyForm />;
  return (
    <button type="button" onClick={leave}>
      {session.leave}
    </button>
  );
}

function KeyForm() {
  const { enter, isEntering, fault } = useSession();
  const { session } = useWords();
  const [key, setKey] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter(key.trim());
  };
  return (
    <form className="sign-in" onSubmit={submit}>
      <label>
        {session.key}
        <input
          type="password"
          autoComplete="off"
          required
          title={session.kept}
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
      </label>
      <button type="submit" className="primary" disabled={isEntering}>
        {isEntering ? session.entering : session.enter}
      </button>
      <FaultNote fault={fault} />
    </form>
  );
}
