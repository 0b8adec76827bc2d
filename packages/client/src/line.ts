/**
 * One connection on which an order is followed, from the point of view of the code that requested
 * it.
 */
export interface Line {
  /** Ends the connection. */
  readonly signal: AbortSignal;
  /** Called when the other side has responded: from then on events arrive on their own. */
  readonly opened: () => void;
  /** Called when the order is finished and all its events have been emitted. */
  readonly finished: () => void;
}

/** Where to start following an order. */
export interface Place {
  readonly token: string;
  /** The last cursor seen. */
  readonly after: string | undefined;
}
