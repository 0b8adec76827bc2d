import { type CallGuard } from "../call-guard";
import { type PosCredential } from "./pos-branch";
import { type ReportedFailure } from "./pos-orders";

/** Cancels orders. Errors are those of {Pos}. */
export interface PosCancellations {
  /**
   * Requests the cancellation of an order. The POS decides later: its status shows the result.
   *
   * @param comment the reason, for the restaurant
   * @param guard decides right before the call
   * @returns what `cancellationRefusal` needs; null if the POS provides nothing to ask with
   */
  cancelOrder(
    credential: PosCredential,
    organizationId: string,
    posOrderId: string,
    comment: string,
    guard?: CallGuard,
  ): Promise<string | null>;
  /**
   * Returns why the POS will not do what `cancelOrder` requested. AMBIGUOUS: the request was lost
   * on its way and may be repeated; with any other kind, it is refused permanently.
   *
   * @returns UNDECIDED: the request is still in progress; null: nothing is known to prevent it
   */
  cancellationRefusal(
    credential: PosCredential,
    organizationId: string,
    receipt: string,
  ): Promise<ReportedFailure | "UNDECIDED" | null>;
}
