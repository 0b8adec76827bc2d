export type LaneName = "orders" | "looks" | "people" | "menus" | "rest";

export interface Lane {
  /** How many jobs of the lane one process runs at a time. */
  readonly workers: number;
  /**
   * How many of them may belong to one branch: a branch whose POS hangs leaves the others their
   * share.
   */
  readonly perBranch: number;
  /** Longer than any job of the lane takes; after that, the job counts as hung. */
  readonly deadlineMs: number;
}

/**
 * Slow work of one lane never delays another. A worker that waits for an answer costs next to
 * nothing.
 */
export const LANES: Readonly<Record<LaneName, Lane>> = {
  // Concurrent jobs share round trips: with half as many workers, each order costs nearly twice as
  // many round trips.
  orders: { workers: 64, perBranch: 16, deadlineMs: 120_000 },
  looks: { workers: 32, perBranch: 8, deadlineMs: 120_000 },
  people: { workers: 8, perBranch: 4, deadlineMs: 120_000 },
  menus: { workers: 4, perBranch: 1, deadlineMs: 600_000 },
  rest: { workers: 8, perBranch: 4, deadlineMs: 900_000 },
};
