/** The text of a field of a form, without the spaces around it. */
export function writtenIn(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim() : "";
}
