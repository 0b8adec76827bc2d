import { type AnchorHTMLAttributes, type MouseEvent } from "react";

import { useScopedQuery } from "../session/scope";
import { pathTo, type Room } from "./address";
import { go } from "./use-address";

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  readonly to: Room;
  /** What comes after the room in the address. */
  readonly rest?: readonly string[];
  /** Filters of the room that the link leads to. */
  readonly filters?: Readonly<Record<string, string>>;
}

/** A link within the console; the chosen branches go along. A new tab is the browser's affair. */
export function RoomLink({ to, rest, filters, onClick, ...anchor }: Props) {
  const href = pathTo(to, rest, useScopedQuery(filters));
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return <a {...anchor} href={href} onClick={follow} />;
}
