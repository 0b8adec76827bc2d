import { type ReactNode } from "react";

import { useWords } from "../language/language";
import { type Words } from "../language/words";
import { useSession } from "../session/session";

export type PanelName = keyof Words["panels"];

/** The frame of a panel next to GraphiQL; its content is only for users who are signed in. */
export function Panel({ name, children }: { name: PanelName; children: ReactNode }) {
  const { panels, session } = useWords();
  const { branches } = useSession();
  return (
    <section className="panel" data-panel={name} aria-label={panels[name]}>
      <h2>{panels[name]}</h2>
      {branches === null ? <p className="note">{session.needed}</p> : children}
    </section>
  );
}
