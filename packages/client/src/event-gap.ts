import { type TrackedEvent } from "./operations.ts";

/** Something was told between what was seen last and this, and did not come. */
export class EventGap extends Error {
  override readonly name = "EventGap";

  constructor() {
    super("What was told in between did not come");
  }
}

/** @param cursor of what was seen last; undefined: nothing was */
export function isBehindGap({ previousCursor }: TrackedEvent, cursor: string | undefined): boolean {
  // A gateway of before tells of no previous cursor.
  return cursor !== undefined && (previousCursor ?? cursor) !== cursor;
}
