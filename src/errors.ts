import { type Locale, type Text } from "./domain/texts/locale";
import { type PosReason } from "./domain/pos/pos-fault";
import { RefusalKind } from "./domain/faults/refusal-kind";

export { type Locale, localeOf, type Text } from "./domain/texts/locale";
export { RefusalKind };

/** Base of every error raised on purpose. `code` is public API: clients switch on it. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  /** May the same call succeed later, unchanged? Only the job worker and clients ask. */
  readonly retryable: boolean = false;
  /** Which side it comes from, where that is not the gateway. */
  readonly source?: "IIKO";
  /** What callers are told; null: it was not written for them, and the code has to say it. */
  readonly text: Text | null;

  constructor(message: string | Text, options?: { cause?: unknown }) {
    super(typeof message === "string" ? message : message.en, options);
    this.name = new.target.name;
    this.text = typeof message === "string" ? null : message;
  }

  in(locale: Locale): string | null {
    return this.text?.[locale] ?? (locale === "en" ? this.message : null);
  }
}

/** The call itself makes no sense: an argument out of range, a cursor that is none of ours. */
export class InvalidInput extends AppError {
  override readonly code = "BAD_USER_INPUT";
  /**
   * Which argument and what in it, as `userErrors` name their fields; undefined: the message says.
   */
  readonly field: readonly string[] | undefined;

  constructor(message: string | Text, options?: { cause?: unknown; field?: readonly string[] }) {
    super(message, options);
    this.field = options?.field;
  }
}

/**
 * A mutation was understood and refused, and the caller can mend it. Carries every fault at once;
 * resolvers turn it into `userErrors`. Nothing was changed.
 */
export class Refused<Fault> extends AppError {
  override readonly code = "REFUSED";

  constructor(readonly faults: readonly Fault[]) {
    super("The request was refused");
  }
}

export class Unauthenticated extends AppError {
  override readonly code = "UNAUTHENTICATED";
}

export class Forbidden extends AppError {
  override readonly code = "FORBIDDEN";
}

/** The caller asks too often. Nothing was done. */
export class RateLimited extends AppError {
  override readonly code: string = "RATE_LIMITED";
  override readonly retryable = true;
  readonly retryAfterSeconds: number;

  constructor(message: string | Text, retryAfterMs: number) {
    super(message);
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  }
}

/** All callers together ask more than there is. Nothing was done. */
export class Overloaded extends RateLimited {
  override readonly code = "SERVICE_UNAVAILABLE";
}

export class NotFound extends AppError {
  override readonly code = "NOT_FOUND";
}

/**
 * The branch has no points: switched off, not set up in the POS, or nobody said which wallet holds
 * them.
 */
export class LoyaltyDisabled extends AppError {
  override readonly code = "LOYALTY_DISABLED";
}

/** A request as it left and the answer as it came, personal data masked; kept with the attempt. */
export interface PosExchange {
  readonly correlationId: string | null;
  readonly request: unknown;
  readonly response: unknown;
}

abstract class PosError extends AppError {
  override readonly source = "IIKO";
  readonly exchange: PosExchange | undefined;

  constructor(message: string, options?: { cause?: unknown; exchange?: PosExchange | undefined }) {
    super(message, options);
    this.exchange = options?.exchange;
  }
}

/** The POS answered and refused. */
export class PosRejected extends PosError {
  override readonly code = "POS_REJECTED";
  /** The POS's own code, "UNKNOWN" when it gave none. */
  readonly posCode: string;
  readonly kind: RefusalKind;
  /** undefined for words that nobody has explained yet. */
  readonly reason: PosReason | undefined;
  /** The POS had taken the order to itself and has given it up, for good: its id is used up. */
  readonly proven: boolean;

  constructor(
    message: string,
    options: {
      posCode: string;
      kind: RefusalKind;
      reason?: PosReason | undefined;
      proven?: boolean;
      cause?: unknown;
      exchange?: PosExchange | undefined;
    },
  ) {
    super(message, options);
    this.posCode = options.posCode;
    this.kind = options.kind;
    this.reason = options.reason;
    this.proven = options.proven ?? false;
  }
}

/** The key may not ask about some of the organizations that a question named. Nothing was done. */
export class OrganizationsDenied extends PosRejected {
  /** In small letters; empty: the POS does not say which. */
  readonly organizationIds: readonly string[];

  constructor(
    message: string,
    {
      organizationIds,
      ...options
    }: ConstructorParameters<typeof PosRejected>[1] & { organizationIds: readonly string[] },
  ) {
    super(message, options);
    this.organizationIds = organizationIds;
  }
}

/** The POS of the branch is of a kind that cannot do this at all. Nothing was done. */
export class PosCannot extends PosRejected {
  constructor(message: Text) {
    const fix = {
      ru: "Сделайте это на самой кассе",
      en: "Do it at the till itself",
    };
    super(message.en, {
      posCode: "POS_CANNOT",
      kind: RefusalKind.FINAL,
      reason: { message, fix },
    });
  }
}

/** No usable answer: timeout, broken connection or 5xx. The POS may still have acted on it. */
export class PosUnavailable extends PosError {
  override readonly code = "POS_UNAVAILABLE";
  override readonly retryable = true;
}

/**
 * No answer in time, by our clock, the POS's own or that of a proxy in between: the next question
 * may take as long.
 */
export class PosSilent extends PosUnavailable {}

/** The POS asks for a pause, or our own budget for it is used up. Nothing was done. */
export class PosRateLimited extends PosError {
  override readonly code = "POS_RATE_LIMITED";
  override readonly retryable = true;
  readonly retryAfterMs: number;
  /** Our own budget: the POS was not even asked. */
  readonly unsent: boolean;

  constructor(
    message: string,
    options: {
      retryAfterMs: number;
      unsent?: boolean;
      cause?: unknown;
      exchange?: PosExchange | undefined;
    },
  ) {
    super(message, options);
    this.retryAfterMs = options.retryAfterMs;
    this.unsent = options.unsent ?? false;
  }
}

/**
 * A call was stopped before anything of it had left: it is no longer this process's to make, or
 * nobody could tell.
 */
export class CallHeldBack extends AppError {
  override readonly code = "CALL_HELD_BACK";
  override readonly retryable = true;
}

/** The POS answered in a way its contract does not allow: an operator has to look. */
export class PosContractBroken extends PosError {
  override readonly code = "POS_CONTRACT_BROKEN";
}

/**
 * Did PostgreSQL give up waiting for a lock that somebody else has? Nothing was done; the same may
 * succeed later.
 */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "55P03";
}

/** Two transactions stood in each other's way; PostgreSQL has ended one. */
const DEADLOCK = "40P01";

/**
 * Did others stand in the way of a transaction, or it in theirs? PostgreSQL has undone it; the same
 * may succeed later.
 */
export function isInTheWay(error: unknown): boolean {
  return (
    isLockTimeout(error) || (error instanceof Error && "code" in error && error.code === DEADLOCK)
  );
}

/**
 * Is it the database that has no time now? Nothing is wrong with what was asked: done again later,
 * it succeeds.
 */
export function isMomentary(error: unknown): boolean {
  return error instanceof DatabaseUnavailable || isInTheWay(error);
}

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

/**
 * The database cannot be reached, did not answer in time, or broke off. Whether the last statement
 * was done is unknown.
 */
export class DatabaseUnavailable extends AppError {
  override readonly code = "SERVICE_UNAVAILABLE";
  override readonly retryable = true;
}

/**
 * The database was told to commit and did not say that it has: the transaction may have happened or
 * not.
 */
export class CommitUnknown extends DatabaseUnavailable {}

/**
 * Somebody else works on the same rows: the job is done again in a moment. Never seen by a client.
 */
export class StillLocked extends AppError {
  override readonly code = "STILL_LOCKED";
  override readonly retryable = true;
}

/** The settings in the environment are not usable; names every fault at once. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The settings are not usable:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "ConfigError";
  }
}
