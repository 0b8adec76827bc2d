import { type Text } from "./domain/texts/locale";
import { AppError } from "./errors/app-error";

export { RefusalKind } from "./domain/errors/refusal-kind";
export { type Locale, localeOf, type Text } from "./domain/texts/locale";
export { AppError };
export { ChannelFailed, ChannelMoved, ChannelPaused } from "./errors/channel-errors";
export {
  CommitUnknown,
  DatabaseUnavailable,
  isInTheWay,
  isLockTimeout,
  isMomentary,
} from "./errors/database-errors";
export {
  OrganizationsDenied,
  PosCannot,
  PosContractBroken,
  type PosExchange,
  PosRateLimited,
  PosRejected,
  PosSilent,
  PosUnavailable,
} from "./errors/pos-errors";

/** The call itself is invalid: an argument out of range, a cursor that is not ours. */
export class InvalidInput extends AppError {
  override readonly code = "BAD_USER_INPUT";
  /**
   * Which argument, and which part of it, in the way `userErrors` name their fields; undefined: the
   * message says.
   */
  readonly field: readonly string[] | undefined;

  constructor(message: string | Text, options?: { cause?: unknown; field?: readonly string[] }) {
    super(message, options);
    this.field = options?.field;
  }
}

/**
 * A mutation was understood and refused, and the caller can fix it. Carries every user error that
 * was found; resolvers turn them into `userErrors`. Nothing was changed.
 */
export class Refused<Found> extends AppError {
  override readonly code = "REFUSED";

  constructor(readonly userErrors: readonly Found[]) {
    super("The request was refused");
  }
}

export class Unauthenticated extends AppError {
  override readonly code = "UNAUTHENTICATED";
}

export class Forbidden extends AppError {
  override readonly code = "FORBIDDEN";
}

/** The caller sends too many requests. Nothing was done. */
export class RateLimited extends AppError {
  override readonly code: string = "RATE_LIMITED";
  override readonly retryable = true;
  readonly retryAfterSeconds: number;

  constructor(message: string | Text, retryAfterMs: number) {
    super(message);
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  }
}

/** All callers together request more than there is capacity for. Nothing was done. */
export class Overloaded extends RateLimited {
  override readonly code = "SERVICE_UNAVAILABLE";
}

export class NotFound extends AppError {
  override readonly code = "NOT_FOUND";
}

/**
 * The branch has no points: they are switched off or not set up in the POS, or it is not configured
 * which wallet holds them.
 */
export class LoyaltyDisabled extends AppError {
  override readonly code = "LOYALTY_DISABLED";
}

/**
 * A call was stopped before any of it was sent: it is no longer this process's to make, or that
 * could not be determined.
 */
export class CallHeldBack extends AppError {
  override readonly code = "CALL_HELD_BACK";
  override readonly retryable = true;
}

/**
 * Someone else is working on the same rows, so the job is repeated in a moment. Clients never see
 * it.
 */
export class StillLocked extends AppError {
  override readonly code = "STILL_LOCKED";
  override readonly retryable = true;
}

/** The settings in the environment are unusable; lists everything that is wrong. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((each) => `  - ${each}`).join("\n")}`);
    this.name = "ConfigError";
  }
}
