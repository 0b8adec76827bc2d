import {
  type PosContractBroken,
  type PosRateLimited,
  type PosRejected,
  type PosUnavailable,
} from "../../../errors";
import { isPosError } from "../../pos/pos-user-error";
import { withTimeout } from "../../pos/with-timeout";

export type PosError = PosRejected | PosUnavailable | PosRateLimited | PosContractBroken;

/** The result of one request to the POS: its answer, or why there is none. */
export type Reading<T> = { readonly value: T } | { readonly error: PosError };

/** Waits for an answer for at most `deadlineMs`. Only POS errors become a reading. */
export async function reading<T>(answer: Promise<T>, deadlineMs: number): Promise<Reading<T>> {
  try {
    return { value: await withTimeout(answer, deadlineMs) };
  } catch (error) {
    if (isPosError(error)) return { error };
    throw error;
  }
}

export function valueOf<T>(read: Reading<T>): T | undefined {
  return "value" in read ? read.value : undefined;
}
