import { type ToldStatus } from "../../domain/orders/decide-status";
import { type PosReason } from "../../domain/pos/pos-failure";
import { type OrderTicket } from "../../domain/ticket/order-ticket";
import { type PosExchange, type RefusalKind } from "../../errors";
import { type CallGuard } from "../call-guard";
import { type PosBranch, type PosCredential } from "./pos-branch";

/** What became of a submitted order. */
export interface Submission {
  readonly kind: "created" | "pending";
  /** The POS knew the id already: an earlier attempt had got through. */
  readonly existed: boolean;
  readonly exchange: PosExchange;
}

export interface ReportedFailure {
  readonly code: string;
  readonly message: string;
  readonly kind: RefusalKind;
  /** undefined for words that nobody has explained yet. */
  readonly reason?: PosReason | undefined;
}

/** One observation of an order in the POS, however it was made. */
export interface PosOrderUpdate extends ToldStatus {
  readonly posOrderId: string;
  readonly organizationId: string;
  /** Set exactly when `creation` is "failed". */
  readonly failure: ReportedFailure | null;
  /** The order was moved to another restaurant and lives on under this id. */
  readonly movedToPosOrderId: string | null;
  /** Set only together with the id, when it is known. */
  readonly movedToOrganizationId: string | null;
}

/**
 * Orders, there and back. Errors are those of {Pos}.
 */
export interface PosOrders {
  /**
   * Places an order. Safe to repeat with the same `ticket.posOrderId`: a copy the POS has already
   * is adopted.
   *
   * @param guard judges right before the call that places it
   * @throws {CallHeldBack} the guard stopped it: nothing was sent
   * @throws {PosRejected} refused; `kind` says whether a repeat can help
   * @throws {PosUnavailable} no usable answer; the order may or may not exist there
   */
  submitOrder(branch: PosBranch, ticket: OrderTicket, guard?: CallGuard): Promise<Submission>;
  /**
   * The current state of at most 200 orders; those the POS does not know are missing from the
   * answer.
   *
   * @param placeAt the place of the order that waits for the answer, in its branch's line; left
   *   out: nobody stands before it
   */
  findOrders(
    credential: PosCredential,
    organizationId: string,
    posOrderIds: readonly string[],
    placeAt?: Date | null,
  ): Promise<PosOrderUpdate[]>;
}
