import { type ReactNode } from "react";

import { Icon, type IconName } from "./icon";

/**
 * red: nobody has the order, or money or a key is stopped; amber: a person must act, or it will
 * soon be late; blue: progresses on its own; green: done and safe; grey: over.
 */
export type Tone = "red" | "amber" | "blue" | "green" | "grey";

/** A state: never shown by colour alone, nor by an icon alone. */
export function Badge(props: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={`badge t-${props.tone}`}>
      <Icon name={props.icon} />
      {props.children}
    </span>
  );
}

/** Shown next to words that say the same. */
export function Dot({ tone, isLive = false }: { tone: Tone; isLive?: boolean }) {
  return <span className={`dot t-${tone}${isLive ? " live" : ""}`} aria-hidden="true" />;
}

/** A count; `hot` waits for a person, `warm` soon will. */
export function Count({ of, heat }: { of: number; heat?: "hot" | "warm" }) {
  if (of === 0) return null;
  return <span className={`count ${heat ?? ""}`}>{of > 999 ? "999+" : of}</span>;
}
