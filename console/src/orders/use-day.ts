import { useSyncExternalStore } from "react";

import { dayOf } from "./days";

const LOOK_EVERY_MS = 10_000;

/** The current day in a zone, as 2026-11-30; changes to the next one after midnight there. */
export function useDay(timeZone: string | undefined): string {
  return useSyncExternalStore(lookAgain, () => dayOf(Date.now(), timeZone));
}

function lookAgain(onChange: () => void): () => void {
  const timer = setInterval(onChange, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
