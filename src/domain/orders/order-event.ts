import { type PosFailure } from "../pos/pos-failure";
import { type InjectionState } from "./injection-state";
import { type OrderStatus } from "./order-status";

/** How a change of status became known. */
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
   * The POS's clock for this update, in Unix milliseconds; missing when it was not reported but
   * derived from a later state.
   */
  readonly posTimestamp?: number;
  /** Set when the update was older than what was already known: it changed nothing. */
  readonly lateBySeconds: number | null;
}

interface InjectionDetail {
  readonly kind: "INJECTION";
  readonly state: InjectionState;
  readonly attempt: number | null;
  readonly fault: PosFailure | null;
  /** ISO 8601; missing when nothing is planned. */
  readonly nextAttemptAt?: string;
  /** A remark by the person who did it; for operators only. */
  readonly remark?: string | null;
}

interface NoteDetail {
  readonly kind: "NOTE";
}

/** A person has claimed or released the order. */
interface ClaimDetail {
  readonly kind: "CLAIM";
  /** ISO 8601; null: nobody is working on the order any more. */
  readonly until: string | null;
}

export type OrderEventDetail = StatusDetail | InjectionDetail | NoteDetail | ClaimDetail;
