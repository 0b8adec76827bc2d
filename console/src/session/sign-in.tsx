import { type FormEvent, useState } from "react";

import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { FailureNote } from "../parts/failure-note";
import { RoomLink } from "../routing/room-link";
import { useSession } from "./session";

/** Shown in place of a room while nobody is signed in: the field for the key. */
export function SignIn() {
  const { isEntering, failure } = useSession();
  const { session, shell } = useWords();
  return (
    <section className="card sign-in" aria-labelledby="sign-in">
      <h1 id="sign-in">{shell.signInTitle}</h1>
      <p className="soft">{shell.signInLead}</p>
      <KeyForm />
      {!isEntering && <FailureNote failure={failure} />}
      <p className="small muted">{session.kept}</p>
      <p className="small">
        <RoomLink to="api">{shell.withoutKey}</RoomLink>
      </p>
    </section>
  );
}

function KeyForm() {
  const { enter, isEntering } = useSession();
  const { session } = useWords();
  const [key, setKey] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter(key.trim());
  };
  return (
    <form onSubmit={submit}>
      <label className="field">
        <span className="label">{session.key}</span>
        <input
          className="inp"
          type="password"
          autoComplete="off"
          required
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
      </label>
      <Button type="submit" look="main" isPending={isEntering}>
        {isEntering ? session.entering : session.enter}
      </Button>
    </form>
  );
}
