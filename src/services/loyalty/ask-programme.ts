import { type UserError } from "../../domain/errors/user-error";
import { LoyaltyDisabled, Refused } from "../../errors";
import { refusedByPos } from "../pos/pos-user-error";
import * as userError from "./loyalty-errors";

/**
 * Runs a question to the POS's loyalty programme, for which a guest waits.
 *
 * @throws {Refused} LOYALTY_DISABLED; UPSTREAM_UNAVAILABLE: it does not tell now
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
