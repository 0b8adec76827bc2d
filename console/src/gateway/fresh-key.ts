/**
 * An idempotency key for one decision of a user. crypto.randomUUID is not available on a page
 * without https.
 */
export function freshKey(): string {
  return `console-${Date.now()}-${Math.random().toString(36).slice(2)}`;
}
