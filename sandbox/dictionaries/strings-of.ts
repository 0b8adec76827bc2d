/** The strings of a JSON list; whatever else a caller put there is passed over. */
export function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
