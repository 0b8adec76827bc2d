/** Something to call an operator for. */
export interface Waits {
  readonly id: string;
  readonly isGrave: boolean;
  /** Someone is working on it, so nobody else is called. */
  readonly isTaken: boolean;
  /** Seconds between calls; null means that it is called once. */
  readonly callEvery: number | null;
}

/** When each one was last called for. */
export type Called = ReadonlyMap<string, number>;

interface Calls {
  /** The ones to call for now. */
  readonly due: readonly Waits[];
  readonly called: Called;
}

/**
 * Determines what to call for now: anything new, and repeatedly anything that nobody takes. What
 * has been taken or no longer waits is forgotten, so it counts as new if it comes back.
 */
export function nextCalls(waiting: readonly Waits[], called: Called, now: number): Calls {
  const open = waiting.filter(({ isTaken }) => !isTaken);
  const due = open.filter(({ id, callEvery }) => {
    const last = called.get(id);
    return last === undefined || (callEvery !== null && now - last >= callEvery * 1000);
  });
  const later = open.map(({ id }) => [id, called.get(id)] as const);
  const kept = later.filter((each): each is [string, number] => each[1] !== undefined);
  return { due, called: new Map([...kept, ...due.map(({ id }) => [id, now] as const)]) };
}
