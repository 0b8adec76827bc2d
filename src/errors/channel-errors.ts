import { AppError } from "./app-error";

/**
 * A fallback channel did not take the message, or not all of it, or did not say; it may be called
 * again.
 */
export class ChannelFailed extends AppError {
  override readonly code = "CHANNEL_FAILED";
  override readonly retryable = true;
  /** There was no answer after the message was sent, so it may have arrived. */
  readonly mayHaveArrived: boolean;
  /** How many parts of a long message the channel has confirmed, including earlier attempts. */
  readonly partsTaken: number;
  /** No further attempt will succeed until someone changes something, as the message says. */
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
 * A fallback channel asks for a pause before it takes the message. Nothing has failed, so this uses
 * up no attempt.
 */
export class ChannelPaused extends ChannelFailed {
  /** How long the target wants to be left alone; null: not specified. */
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
 * From now on, the target is reached under another name, which is used instead. Nothing has failed.
 */
export class ChannelMoved extends ChannelFailed {
  readonly movedTo: string;

  constructor(message: string, options: { movedTo: string; partsTaken?: number }) {
    super(message, options);
    this.movedTo = options.movedTo;
  }
}
