import { askProgramme } from "./ask-programme";
import { type LoyaltyStatement, type ReadLoyalty } from "./read-loyalty";

/** The guest waits for it. */
const DEADLINE_MS = 5_000;

/** Tells what a guest could pay an order with by points, as of now. */
export class OfferPoints {
  constructor(private readonly readLoyalty: ReadLoyalty) {}

  /**
   * @param phone E.164
   * @param use an order's question goes before others'
   * @throws {RateLimited} the POS was asked about the guest too often
   * @throws {Refused} LOYALTY_DISABLED; UPSTREAM_UNAVAILABLE: the balance cannot be read now
   */
  execute(branchId: string, phone: string, use: "QUOTE" | "ORDER"): Promise<LoyaltyStatement> {
    return askProgramme(() =>
      this.readLoyalty.execute(branchId, phone, { use, deadlineMs: DEADLINE_MS }),
    );
  }
}
