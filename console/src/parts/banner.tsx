import { type ReactNode } from "react";

import { type Tone } from "./badge";
import { Icon, type IconName } from "./icon";

interface Props {
  readonly tone: Tone;
  readonly icon: IconName;
  /** The fact, in one bold sentence. */
  readonly lead: string;
  /** Its consequence. */
  readonly children?: ReactNode;
  /** The one action to take. */
  readonly act?: ReactNode;
}

/** A message above a room; a red one is announced to screen readers immediately. */
export function Banner({ tone, icon, lead, children, act }: Props) {
  return (
    <div className={`banner t-${tone}`} role={tone === "red" ? "alert" : "status"}>
      <Icon name={icon} />
      <div>
        <b>{lead}</b> {children !== undefined && <span className="soft">{children}</span>}
      </div>
      {act}
    </div>
  );
}
