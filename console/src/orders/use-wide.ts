import { useSyncExternalStore } from "react";

const wide = window.matchMedia("(width >= 1200px)");

/** Whether there is room for a list and the chosen item side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => wide.matches);
}

function listen(onChange: () => void): () => void {
  wide.addEventListener("change", onChange);
  return () => wide.removeEventListener("change", onChange);
}
