import { RefusalKind } from "../domain/errors/refusal-kind";
import { toStoredSource } from "../domain/orders/event-source";
import { type PosReason } from "../domain/pos/pos-failure";
import { type Text } from "../domain/texts/locale";
import { AppError } from "./app-error";

/**
 * A request as sent and its answer as received, with personal data masked; kept with the attempt.
 */
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
  /** The POS's own code; "UNKNOWN" if it gave none. */
  readonly posCode: string;
  readonly kind: RefusalKind;
  /** undefined for texts that have not been explained yet. */
  readonly reason: PosReason | undefined;
  /** The POS had accepted the order and has permanently given it up: its id is used up. */
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

/** The key may not query some of the organizations that a request named. Nothing was done. */
export class OrganizationsDenied extends PosRejected {
  /** In lower case; empty: the POS does not say which. */
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

/** The branch's POS is of a kind that cannot do this at all. Nothing was done. */
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

/**
 * No usable answer: timeout, broken connection or 5xx. The POS may still have acted on the request.
 */
export class PosUnavailable extends PosError {
  override readonly code = "POS_UNAVAILABLE";
  override readonly retryable = true;
}

/**
 * No answer in time, by our clock, the POS's own or that of a proxy in between: the next request
 * may take as long.
 */
export class PosSilent extends PosUnavailable {}

/** The POS asks for a pause, or our own budget for it is exhausted. Nothing was done. */
export class PosRateLimited extends PosError {
  override readonly code = "POS_RATE_LIMITED";
  override readonly retryable = true;
  readonly retryAfterMs: number;
  /** Our own budget was exhausted: the POS was not even called. */
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

/** The POS answered in a way that its contract does not allow; an operator has to investigate. */
export class PosContractBroken extends PosError {
  override readonly code = "POS_CONTRACT_BROKEN";
}
