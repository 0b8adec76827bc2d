import { useEffect, useState } from "react";

import { useLanguage } from "../language/language";

const TICK_MS = 1_000;

/** The moment, once a second; every part that counts time counts from the same. */
export function useNow(everyMs = TICK_MS): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** The time of day: "18:42". @param timeZone undefined: the operator's own */
export function useClock(timeZone: string | undefined): string {
  const { language } = useLanguage();
  const now = useNow();
  return new Intl.DateTimeFormat(language, { timeZone, hour: "2-digit", minute: "2-digit" }).format(
    now,
  );
}
