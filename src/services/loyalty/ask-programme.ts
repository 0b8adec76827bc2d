import { type UserError } from "../../domain/errors/user-error";
import { LoyaltyDisabled, Refused } from "../../errors";
import { refusedByPos } from "../pos/pos-user-error";
import * as userError from "./loyalty-errors";

/**
 * Sends a question to the POS's loyalty programme while a guest waits for the answer.
 *
 * @throws {Refused} LOYALTY_DISABLED; UPSTREAM_UNAVAILABLE: it does not answer now
 */
export async function askProgramme<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await refusedByPos(run);
  } catch (error) {
    if (error instanceof LoyaltyDisabled)
      throw new Refused<UserError>([userError.pointsDisabled()]);
    throw error;
  }
}
