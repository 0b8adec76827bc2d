import { PosContractBroken, PosRateLimited, PosRejected, PosUnavailable } from "../../../errors";
import { type PosCallOutcome } from "../../../ports/pos-meter";

/** How a call that failed came out; undefined when it did not go out at all. */
export function outcomeOf(error: unknown): PosCallOutcome | undefined {
  if (error instanceof PosRejected && error.exchange) return "refused";
  if (error instanceof PosRateLimited && error.exchange) return "rate_limited";
  if (error instanceof PosUnavailable) return "unavailable";
  return error instanceof PosContractBroken ? "contract_broken" : undefined;
}
