/** A bucket of what somebody may do, shared by all processes. */
export interface LimitBucket {
  /** Names what is limited and for whom; at most 200 characters. */
  readonly key: string;
  /** This many at once. */
  readonly burst: number;
  /** And one more after each of these pauses. */
  readonly refillMs: number;
}

/** Counts over all processes of one database. */
export interface LimitStore {
  /**
   * Takes `count` from each of the buckets, or nothing. Never fails and never takes long: where it
   * cannot be told, it is as if nobody else had taken anything.
   *
   * @returns 0, or after how many milliseconds there will be enough in all of them
   */
  take(buckets: readonly LimitBucket[], count: number): Promise<number>;
  /** Puts back what was taken and turned out not to count. Never fails; nothing waits for it. */
  giveBack(buckets: readonly LimitBucket[], count: number): void;
}
