/** A bucket of what someone may do, shared by all processes. */
export interface LimitBucket {
  /** Names what is limited and for whom, in at most 200 characters. */
  readonly key: string;
  /** Number allowed immediately. */
  readonly burst: number;
  /** One more is allowed after each pause of this length. */
  readonly refillMs: number;
}

/** Counts across all processes of one database. */
export interface LimitStore {
  /**
   * Takes `count` from each of the buckets, or nothing. Never fails and never takes long: if the
   * count cannot be determined, it acts as if no one else had taken anything.
   *
   * @returns 0, or the number of milliseconds until there will be enough in all of them
   */
  take(buckets: readonly LimitBucket[], count: number): Promise<number>;
  /** Returns what was taken but turned out not to count. Never fails; nothing waits for it. */
  giveBack(buckets: readonly LimitBucket[], count: number): void;
}
