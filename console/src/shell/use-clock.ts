import { useEffect, useState } from "react";

import { useLanguage } from "../language/language";

const TICK_MS = 1_000;

/** The current time, updated once a second; every component that counts time uses it. */
export function useNow(everyMs = TICK_MS): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** The time of day: "18:42". @param timeZone undefined for the operator's own */
export function useClock(timeZone: string | undefined): string {
  const { language } = useLanguage();
  const now = useNow();
  return new Intl.DateTimeFormat(language, { timeZone, hour: "2-digit", minute: "2-digit" }).format(
    now,
  );
}
