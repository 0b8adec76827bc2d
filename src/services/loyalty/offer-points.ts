import { type UserFault } from "../../domain/user-fault";
import { LoyaltyDisabled, Refused } from "../../errors";
import { refusedByPos } from "../branches/pos-fault";
import * as fault from "./loyalty-faults";
import { type LoyaltyStatement, type ReadLoyalty } from "./read-loyalty";

/** The guest waits for it. */
const DEADLINE_MS = 5_000;

/** Tells what a guest could pay an order with by points, as of now. */
export class OfferPoints {
  constructor(private readonly readLoyalty: ReadLoyalty) {}

  /**
   * @param phone E.164
   * @throws {Refused} LOYALTY_DISABLED; UPSTREAM_UNAVAILABLE: the balance cannot be read now
   */
  async execute(branchId: string, phone: string): Promise<LoyaltyStatement> {
    try {
      return await refusedByPos(() => this.readLoyalty.execute(branchId, phone, { deadlineMs: DEADLINE_MS }));
    } catch (error) {
      if (error instanceof LoyaltyDisabled) throw new Refused<UserFault>([fault.pointsDisabled()]);
      throw error;
    }
  }
}
