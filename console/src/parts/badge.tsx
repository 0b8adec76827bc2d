import { type ReactNode } from "react";

import { Icon, type IconName } from "./icon";

/**
 * red: nobody has it, or money or a key are stopped; amber: a person must do something, or it will
 * be late soon; blue: moving by itself; green: done and safe; grey: over.
 */
export type Tone = "red" | "amber" | "blue" | "green" | "grey";

/** A state: never a colour alone, nor an icon alone. */
export function Badge(props: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={`badge t-${props.tone}`}>
      <Icon name={props.icon} />
      {props.children}
    </span>
  );
}

/** Beside words that say the same. */
export function Dot({ tone, isLive = false }: { tone: Tone; isLive?: boolean }) {
  return <span className={`dot t-${tone}${isLive ? " live" : ""}`} aria-hidden="true" />;
}

/** How many there are of something; `hot` waits for a person, `warm` will have to. */
export function Count({ of, heat }: { of: number; heat?: "hot" | "warm" }) {
  if (of === 0) return null;
  return <span className={`count ${heat ?? ""}`}>{of > 999 ? "999+" : of}</span>;
}
