/** The system from which information about an order comes. */
export type EventSource = "RESULT_REST" | "POS" | "GATEWAY";

/**
 * The source as stored in rows. Earlier releases write IIKO for the POS and read nothing else, so
 * that is what is written while they may still run alongside this one; POS is read as well.
 */
export type StoredSource = EventSource | "IIKO";

export function toStoredSource(source: EventSource): StoredSource {
  return source === "POS" ? "IIKO" : source;
}
