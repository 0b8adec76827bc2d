/**
 * An idempotency key for one decision of a person. crypto.randomUUID is not there on a page without
 * https.
 */
export function freshKey(): string {
  return `console-${Date.now()}-${Math.random().toString(36).slice(2)}`;
}
