import { useSyncExternalStore } from "react";

const wide = window.matchMedia("(width >= 1200px)");

/** Is there room for a list and what was chosen of it, side by side? */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => wide.matches);
}

function listen(onChange: () => void): () => void {
  wide.addEventListener("change", onChange);
  return () => wide.removeEventListener("change", onChange);
}
