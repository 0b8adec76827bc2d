import { RefusalKind } from "../domain/errors/refusal-kind";
import { toStoredSource } from "../domain/orders/event-source";
import { type PosReason } from "../domain/pos/pos-failure";
import { type Text } from "../domain/texts/locale";
import { AppError } from "./app-error";

/** A request as it left and the answer as it came, personal data masked; kept with the attempt. */
export interface PosExchange {
  readonly correlationId: string | null;
  readonly request: unknown;
  readonly response: unknown;
}

abstract class PosError extends AppError {
  override readonly source = toStoredSource("POS");
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

/** The POS answered in a way its contract does not allow: an operator has to look. */
export class PosContractBroken extends PosError {
  override readonly code = "POS_CONTRACT_BROKEN";
}
