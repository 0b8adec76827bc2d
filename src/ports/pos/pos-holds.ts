import { type Kopecks } from "../../domain/money/money";
import { type CallGuard } from "../call-guard";
import { type PosCredential } from "./pos-branch";

/** Points that are set aside for an order. */
export interface PosHold {
  /** The same id never holds twice. */
  readonly holdId: string;
  /** Of the programme's account. */
  readonly customerId: string;
  readonly walletId: string;
  readonly sum: Kopecks;
}

/**
 * Points that are set aside before the order comes. Errors are those of {Pos}.
 */
export interface PosHolds {
  /**
   * Sets points aside until the till takes them with the order. Safe to repeat with the same
   * `holdId`.
   *
   * @param guard judges right before the call
   * @throws {PosRejected} refused, for want of points perhaps
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
   */
  holdPoints(
    credential: PosCredential,
    organizationId: string,
    hold: PosHold,
    guard?: CallGuard,
  ): Promise<void>;
  /**
   * Gives back what is held. Safe to repeat.
   *
   * @returns false: nothing is held under this id, never was or not any more
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
   */
  cancelHold(credential: PosCredential, organizationId: string, holdId: string): Promise<boolean>;
}
