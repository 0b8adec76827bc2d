import { type OrderTicket } from "../../domain/ticket/order-ticket";
import { able } from "../../ports/pos/pos";
import { type PosLoyaltyQuote } from "../../ports/pos/pos-loyalty";
import { type PosConnections } from "../pos/pos-connections";
import { withTimeout } from "../pos/with-timeout";
import { askProgramme } from "./ask-programme";
import { type GuestQuestions } from "./guest-questions";

/** The guest is waiting. */
const DEADLINE_MS = 5_000;

/** Asks the POS, in one call, what its loyalty programme would give and take for an order. */
export class QuoteLoyalty {
  constructor(
    private readonly connections: PosConnections,
    private readonly questions: GuestQuestions,
  ) {}

  /**
   * @throws {RateLimited} the POS was asked about the guest too often
   * @throws {Refused} LOYALTY_DISABLED; UPSTREAM_UNAVAILABLE, UPSTREAM_REJECTED: it does not answer
   *   now, or not for this order
   */
  execute(branchId: string, ticket: OrderTicket): Promise<PosLoyaltyQuote> {
    return askProgramme(async () => {
      const { pos, branch } = await this.connections.of(branchId);
      this.questions.take("QUOTE", ticket.customer.phone);
      return withTimeout(able(pos, "loyalty").loyaltyQuote(branch, ticket), DEADLINE_MS);
    });
  }
}
