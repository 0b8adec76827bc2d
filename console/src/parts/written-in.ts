/** The text of a form field without surrounding spaces. */
export function writtenIn(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim() : "";
}
