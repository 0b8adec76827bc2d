const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the local date in a time zone, as 2026-11-25. @param timeZone IANA */
export function localDateOf(at: Date, timeZone: string): string {
  // The Canadian locale writes dates as ISO 8601 does.
  const known =
    formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  formats.set(timeZone, known);
  return known.format(at);
}

/** Returns whether the text is a calendar day, written as 2026-11-25. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
