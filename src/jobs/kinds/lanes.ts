export type LaneName = "orders" | "looks" | "people" | "menus" | "rest";

export interface Lane {
  /** How many jobs of the lane one process works on at a time. */
  readonly workers: number;
  /**
   * How many of them may be one branch's: a branch whose POS hangs leaves the others their share.
   */
  readonly perBranch: number;
  /** Longer than any job of the lane takes: from then on it counts as hung. */
  readonly deadlineMs: number;
}

/**
 * Slow work of one lane never keeps another waiting. A worker that waits for an answer costs next
 * to nothing.
 */
export const LANES: Readonly<Record<LaneName, Lane>> = {
  // What is under way together shares its round trips: half as many cost each order nearly twice as
  // many.
  orders: { workers: 64, perBranch: 16, deadlineMs: 120_000 },
  looks: { workers: 32, perBranch: 8, deadlineMs: 120_000 },
  people: { workers: 8, perBranch: 4, deadlineMs: 120_000 },
  menus: { workers: 4, perBranch: 1, deadlineMs: 600_000 },
  rest: { workers: 8, perBranch: 4, deadlineMs: 900_000 },
};
