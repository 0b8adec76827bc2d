import { type PosContractBroken, type PosRateLimited, type PosRejected, PosUnavailable } from "../../../errors";
import { isPosError } from "../pos-fault";

export type PosError = PosRejected | PosUnavailable | PosRateLimited | PosContractBroken;

/** What one question to the POS gave: its answer, or why there is none. */
export type Reading<T> = { readonly value: T } | { readonly error: PosError };

/** Waits for an answer, but no longer than `deadlineMs`. Only errors of the POS become a reading. */
export async function reading<T>(answer: Promise<T>, deadlineMs: number): Promise<Reading<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new PosUnavailable("The POS did not answer in time")), deadlineMs);
  });
  try {
    return { value: await Promise.race([answer, late]) };
  } catch (error) {
    if (isPosError(error)) return { error };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

export function valueOf<T>(read: Reading<T>): T | undefined {
  return "value" in read ? read.value : undefined;
}
