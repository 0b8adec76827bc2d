/** A bucket of calls: a key (by its id) and a group of operations that the POS counts together. */
export interface PermitBucket {
  readonly keyId: string;
  readonly group: string;
  /** Permits that are refilled per second. */
  readonly perSecond: number;
  /** Number of permits in a full bucket. */
  readonly burst: number;
  /**
   * One call at a time across all processes, each for at most this many milliseconds; null: any
   * number.
   */
  readonly exclusiveForMs: number | null;
}

export interface PermitRequest {
  /** Who asks: all requests of one process carry the same value. */
  readonly process: string;
  /** Number of waiting calls of this rank. */
  readonly needed: number;
  /** Taken on top when the bucket is well filled. */
  readonly ahead: number;
  /** Permits left in the bucket for calls of lower ranks. */
  readonly spare: number;
  /** Lower goes first: no one gets a permit while a lower rank waits in another process. */
  readonly rank: number;
}

export interface PermitGrant {
  readonly granted: number;
  /** Permits left in the bucket. */
  readonly available: number;
  /** When asking again may help; 0 if everything needed was granted. */
  readonly retryInMs: number;
  /** How long the POS wants to be left alone; 0 if it does not. */
  readonly pausedMs: number;
}

export interface PermitReport {
  readonly keyId: string;
  readonly group: string;
  readonly perSecond: number;
  readonly available: number;
  readonly pausedUntil: Date | null;
  /** Number of waiting calls, across all processes. */
  readonly waiting: number;
}

/** The call budget, shared by all processes of one database. */
export interface PermitStore {
  /** Takes permits; they are used up immediately or not at all. */
  reserve(bucket: PermitBucket, request: PermitRequest): Promise<PermitGrant>;
  /** Ends the exclusive call of the process. */
  release(bucket: PermitBucket, process: string): Promise<void>;
  /**
   * Records that the POS asks for a pause: no process gets a permit meanwhile.
   *
   * @param askedMs null: the POS did not say how long; the pause is then 5 s, doubling with each
   *   pause that follows soon, up to 120 s
   * @returns how long the pause lasts from now
   */
  pause(bucket: PermitBucket, askedMs: number | null): Promise<number>;
  report(keyIds: readonly string[]): Promise<PermitReport[]>;
}
