import { type TrackedEvent } from "./operations.ts";

/** An event was emitted between the last one seen and this one, and did not arrive. */
export class EventGap extends Error {
  override readonly name = "EventGap";

  constructor() {
    super("What was told in between did not come");
  }
}

/** @param cursor of the last event seen; undefined if there was none */
export function isBehindGap({ previousCursor }: TrackedEvent, cursor: string | undefined): boolean {
  // A gateway of an earlier version sends no previous cursor.
  return cursor !== undefined && (previousCursor ?? cursor) !== cursor;
}
