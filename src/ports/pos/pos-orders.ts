import { type ToldStatus } from "../../domain/orders/decide-status";
import { type PosReason } from "../../domain/pos/pos-failure";
import { type OrderTicket } from "../../domain/ticket/order-ticket";
import { type PosExchange, type RefusalKind } from "../../errors";
import { type CallGuard } from "../call-guard";
import { type PosBranch, type PosCredential } from "./pos-branch";

/** The result of submitting an order. */
export interface Submission {
  readonly kind: "created" | "pending";
  /** The POS already knew the id: an earlier attempt had succeeded. */
  readonly existed: boolean;
  readonly exchange: PosExchange;
}

export interface ReportedFailure {
  readonly code: string;
  readonly message: string;
  readonly kind: RefusalKind;
  /** undefined for texts that have not been explained yet. */
  readonly reason?: PosReason | undefined;
}

/** One observation of an order in the POS, from whichever source. */
export interface PosOrderUpdate extends ToldStatus {
  readonly posOrderId: string;
  readonly organizationId: string;
  /** Set if and only if `creation` is "failed". */
  readonly failure: ReportedFailure | null;
  /** The order was moved to another restaurant and continues under this id. */
  readonly movedToPosOrderId: string | null;
  /** Set only together with that id, if known. */
  readonly movedToOrganizationId: string | null;
}

/** Submits and reads orders. Errors are those of {Pos}. */
export interface PosOrders {
  /**
   * Submits an order. Safe to repeat with the same `ticket.posOrderId`: a copy that the POS already
   * has is adopted.
   *
   * @param guard decides right before the call that places it
   * @throws {CallHeldBack} the guard stopped it: nothing was sent
   * @throws {PosRejected} refused; `kind` says whether a repeat can help
   * @throws {PosUnavailable} no usable answer; the order may or may not exist there
   */
  submitOrder(branch: PosBranch, ticket: OrderTicket, guard?: CallGuard): Promise<Submission>;
  /**
   * Returns the current state of at most 200 orders; those that the POS does not know are missing
   * from the result.
   *
   * @param placeAt the place of the order that waits for the answer in its branch's line; omitted:
   *   no one is ahead of it
   */
  findOrders(
    credential: PosCredential,
    organizationId: string,
    posOrderIds: readonly string[],
    placeAt?: Date | null,
  ): Promise<PosOrderUpdate[]>;
}
