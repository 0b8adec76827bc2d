import { type ReactNode } from "react";

import { type Tone } from "./badge";
import { Icon, type IconName } from "./icon";

interface Props {
  readonly tone: Tone;
  readonly icon: IconName;
  /** What is so, in one bold sentence. */
  readonly lead: string;
  /** What follows from it. */
  readonly children?: ReactNode;
  /** The one thing to do about it. */
  readonly act?: ReactNode;
}

/** What is said above a room; told at once to who hears the screen where it is red. */
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
