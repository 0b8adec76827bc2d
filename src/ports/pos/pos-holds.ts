import { type Kopecks } from "../../domain/money/money";
import { type CallGuard } from "../call-guard";
import { type PosCredential } from "./pos-branch";

/** Points that are reserved for an order. */
export interface PosHold {
  /** The same id never holds points twice. */
  readonly holdId: string;
  /** Id of the programme's account. */
  readonly customerId: string;
  readonly walletId: string;
  readonly sum: Kopecks;
}

/** Points that are reserved before the order arrives. Errors are those of {Pos}. */
export interface PosHolds {
  /**
   * Reserves points until the till takes them with the order. Safe to repeat with the same
   * `holdId`.
   *
   * @param guard decides right before the call
   * @throws {PosRejected} if refused, perhaps for lack of points
   * @throws {LoyaltyDisabled} if the organization has no loyalty programme
   */
  holdPoints(
    credential: PosCredential,
    organizationId: string,
    hold: PosHold,
    guard?: CallGuard,
  ): Promise<void>;
  /**
   * Releases what is held. Safe to repeat.
   *
   * @returns false: nothing is held under this id, either never or no longer
   * @throws {LoyaltyDisabled} if the organization has no loyalty programme
   */
  cancelHold(credential: PosCredential, organizationId: string, holdId: string): Promise<boolean>;
}
