import { useMemo, useSyncExternalStore } from "react";

import { type Address, addressOf } from "./address";

const MOVED = "console:moved";

/** Goes to an address of the console without reloading the page. */
export function go(path: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", path);
  else history.replaceState(null, "", path);
  window.dispatchEvent(new Event(MOVED));
  if (how === "push") window.scrollTo(0, 0);
}

/** The console's current address. Follows back and forward. */
export function useAddress(): Address {
  const href = useSyncExternalStore(listen, () => location.pathname + location.search);
  return useMemo(() => {
    const { pathname, search } = new URL(href, location.origin);
    return addressOf(pathname, search);
  }, [href]);
}

function listen(onChange: () => void): () => void {
  window.addEventListener("popstate", onChange);
  window.addEventListener(MOVED, onChange);
  return () => {
    window.removeEventListener("popstate", onChange);
    window.removeEventListener(MOVED, onChange);
  };
}
