/** What can be called for. */
export interface Waits {
  readonly id: string;
  readonly isGrave: boolean;
  /** Somebody is at it: nobody else is called. */
  readonly isTaken: boolean;
  /** Seconds from one call to the next; null: it is called once. */
  readonly callEvery: number | null;
}

/** When each was last called for. */
export type Called = ReadonlyMap<string, number>;

interface Calls {
  /** Those to call for now. */
  readonly due: readonly Waits[];
  readonly called: Called;
}

/**
 * Who is called for at this moment: what is new, and again and again what nobody takes. What has
 * been taken, or waits no more, is forgotten: when it comes back it is new.
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
