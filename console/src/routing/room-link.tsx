import { type AnchorHTMLAttributes, type MouseEvent } from "react";

import { useScopedQuery } from "../session/scope";
import { pathTo, type Room } from "./address";
import { go } from "./use-address";

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  readonly to: Room;
  /** The part of the address after the room. */
  readonly rest?: readonly string[];
  /** Filters for the room that the link leads to. */
  readonly filters?: Readonly<Record<string, string>>;
}

/**
 * A link within the console that keeps the chosen branches. Opening it in a new tab is left to the
 * browser.
 */
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
