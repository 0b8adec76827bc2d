/**
 * One bucket of calls: a key (by its id) and a group of operations that the POS counts together.
 */
export interface PermitBucket {
  readonly keyId: string;
  readonly group: string;
  /** Permits that come back per second. */
  readonly perSecond: number;
  /** Permits in a full bucket. */
  readonly burst: number;
  /**
   * One call at a time over all processes, each for at most this many milliseconds; null: any
   * number.
   */
  readonly exclusiveForMs: number | null;
}

export interface PermitRequest {
  /** Who asks: of one process all requests carry the same. */
  readonly process: string;
  /** Calls of this rank that wait. */
  readonly needed: number;
  /** What is taken on top when the bucket is well filled. */
  readonly ahead: number;
  /** Permits that stay in the bucket for calls of lower ranks. */
  readonly spare: number;
  /** Lower goes first: nobody gets a permit while a lower rank waits in another process. */
  readonly rank: number;
}

export interface PermitGrant {
  readonly granted: number;
  /** Left in the bucket. */
  readonly available: number;
  /** When asking again may help; 0 when all that was needed is granted. */
  readonly retryInMs: number;
  /** How long the POS wants to be left alone; 0 when it does not. */
  readonly pausedMs: number;
}

export interface PermitReport {
  readonly keyId: string;
  readonly group: string;
  readonly perSecond: number;
  readonly available: number;
  readonly pausedUntil: Date | null;
  /** Calls that wait, in all processes. */
  readonly waiting: number;
}

/** The budget of calls, shared by all processes of one database. */
export interface PermitStore {
  /** Takes permits; they are used up at once or not at all. */
  reserve(bucket: PermitBucket, request: PermitRequest): Promise<PermitGrant>;
  /** Ends the process's exclusive call. */
  release(bucket: PermitBucket, process: string): Promise<void>;
  /**
   * The POS asks for a pause: no process gets a permit meanwhile.
   *
   * @param askedMs null: the POS did not say how long; then 5 s, twice as long with each pause that
   * follows soon, 120 s
   *   at most
   * @returns how long the pause lasts from now
   */
  pause(bucket: PermitBucket, askedMs: number | null): Promise<number>;
  report(keyIds: readonly string[]): Promise<PermitReport[]>;
}
