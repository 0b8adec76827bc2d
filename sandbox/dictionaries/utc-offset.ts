/**
 * Returns a zone's offset from UTC at a moment, as iiko writes it: "03:00:00", or "-03:30:00" west
 * of Greenwich.
 */
export function utcOffset(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    timeZoneName: "longOffset",
  }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign = "+", hoursAndMinutes = "00:00"] = /^GMT([+-])(\d\d:\d\d)$/.exec(name) ?? [];
  return `${sign === "-" ? "-" : ""}${hoursAndMinutes}:00`;
}
