/** One connection on which an order is followed, as it is seen by who asked for it. */
export interface Line {
  /** Ends the connection. */
  readonly signal: AbortSignal;
  /** To be called when the other side has answered: from then on events come by themselves. */
  readonly opened: () => void;
  /** To be called when the order is finished and everything of it has been told. */
  readonly finished: () => void;
}

/** From where an order is to be followed. */
export interface Place {
  readonly token: string;
  /** The last cursor that was seen. */
  readonly after: string | undefined;
}
