import { createHash } from "node:crypto";

/**
 * Equal for equal input, whatever the order of its fields. Empty fields do not count, so that a
 * field added later changes no hash as long as it is not used.
 */
export function hashOfInput(value: object): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(value)))
    .digest("hex");
}

function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields).filter((name) => !isEmpty(fields[name]));
  return Object.fromEntries(names.sort().map((name) => [name, canonical(fields[name])]));
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
