import { type PosFailure } from "../pos/pos-failure";
import { type InjectionState } from "./injection-state";
import { type OrderStatus } from "./order-status";

/** How a change of status came to be known. */
export enum Observation {
  WEBHOOK = "WEBHOOK",
  POLL = "POLL",
  READ_THROUGH = "READ_THROUGH",
  COMMAND = "COMMAND",
}

export interface StatusDetail {
  readonly kind: "STATUS";
  readonly from: OrderStatus | null;
  readonly to: OrderStatus;
  readonly rawPosStatus: string | null;
  readonly observedBy: Observation;
  /**
   * The POS's clock for this news, Unix milliseconds; missing when nobody told it: it was read off
   * a later state.
   */
  readonly posTimestamp?: number;
  /** Set when the news was older than what was known already: it changed nothing. */
  readonly lateBySeconds: number | null;
}

interface InjectionDetail {
  readonly kind: "INJECTION";
  readonly state: InjectionState;
  readonly attempt: number | null;
  readonly fault: PosFailure | null;
  /** ISO 8601; missing when nothing is planned. */
  readonly nextAttemptAt?: string;
  /** What the person who did it added; for operators only. */
  readonly remark?: string | null;
}

interface NoteDetail {
  readonly kind: "NOTE";
}

/** A person has taken the order on, or has given it back. */
interface ClaimDetail {
  readonly kind: "CLAIM";
  /** ISO 8601; null: nobody is at the order any more. */
  readonly until: string | null;
}

export type OrderEventDetail = StatusDetail | InjectionDetail | NoteDetail | ClaimDetail;
