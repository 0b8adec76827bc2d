import { type CallGuard } from "../call-guard";
import { type PosCredential } from "./pos-branch";
import { type ReportedFailure } from "./pos-orders";

/**
 * Taking an order back. Errors are those of {Pos}.
 */
export interface PosCancellations {
  /**
   * Asks for an order to be cancelled. The POS decides later: its status tells.
   *
   * @param comment why, for the restaurant
   * @param guard judges right before the call
   * @returns what `cancellationRefusal` wants; null where the POS gives nothing to ask by
   */
  cancelOrder(
    credential: PosCredential,
    organizationId: string,
    posOrderId: string,
    comment: string,
    guard?: CallGuard,
  ): Promise<string | null>;
  /**
   * Why the POS will not do what `cancelOrder` asked. AMBIGUOUS: the request was lost on its way
   * and may be made again; of every other kind it is refused for good.
   *
   * @returns UNDECIDED: the request is still under way; null: nothing is known against it
   */
  cancellationRefusal(
    credential: PosCredential,
    organizationId: string,
    receipt: string,
  ): Promise<ReportedFailure | "UNDECIDED" | null>;
}
