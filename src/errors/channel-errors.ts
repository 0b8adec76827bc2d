import { AppError } from "./app-error";

/**
 * A fallback channel did not take the message, or not all of it, or did not say; it may be asked
 * again.
 */
export class ChannelFailed extends AppError {
  override readonly code = "CHANNEL_FAILED";
  override readonly retryable = true;
  /** No answer after the message had left: it may have arrived all the same. */
  readonly mayHaveArrived: boolean;
  /** How many parts of a long message the channel has confirmed, earlier tries included. */
  readonly partsTaken: number;
  /** No other try succeeds before somebody has changed something, as the message says. */
  readonly needsPerson: boolean;

  constructor(
    message: string,
    options?: {
      cause?: unknown;
      mayHaveArrived?: boolean;
      partsTaken?: number;
      needsPerson?: boolean;
    },
  ) {
    super(message, options);
    this.mayHaveArrived = options?.mayHaveArrived ?? false;
    this.partsTaken = options?.partsTaken ?? 0;
    this.needsPerson = options?.needsPerson ?? false;
  }
}

/**
 * A fallback channel asks for a pause before it takes the message. Nothing has failed: this uses up
 * no try.
 */
export class ChannelPaused extends ChannelFailed {
  /** How long the target wants to be left alone; null: it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    message: string,
    options: { cause?: unknown; partsTaken?: number; retryAfterMs: number | null },
  ) {
    super(message, options);
    this.retryAfterMs = options.retryAfterMs;
  }
}

/**
 * The target is reached under another name from now on, which is asked instead. Nothing has failed.
 */
export class ChannelMoved extends ChannelFailed {
  readonly movedTo: string;

  constructor(message: string, options: { movedTo: string; partsTaken?: number }) {
    super(message, options);
    this.movedTo = options.movedTo;
  }
}
