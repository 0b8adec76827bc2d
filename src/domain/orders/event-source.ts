/** The system that something about an order comes from. */
export type EventSource = "RESULT_REST" | "POS" | "GATEWAY";

/**
 * The same as rows hold it. Earlier releases say IIKO for the POS and read nothing else, so that is
 * what is written while they may still run beside this one; POS is read as well.
 */
export type StoredSource = EventSource | "IIKO";

export function toStoredSource(source: EventSource): StoredSource {
  return source === "POS" ? "IIKO" : source;
}
