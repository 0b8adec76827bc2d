import { type ReactNode } from "react";
import { useWords } from "../language/language";
import { type Room as RoomName } from "../routing/address";

interface Props {
  readonly name: RoomName;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A room with its heading. */
export function Room({ name, aside, children }: Props) {
  const { shell } = useWords();
  return (
    <section className="panel" data-panel={name}>
      <div className="head">
        <h1>{shell.rooms[name]}</h1>
        {aside}
      </div>
      {children}
    </section>
  );
}
