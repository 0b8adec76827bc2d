/** How long the first in line waits for other processes. */
const PATIENCE_MS = 2_000;
/**
 * How long those behind one that waited in vain wait: just long enough to see that nothing has
 * changed.
 */
const IMPATIENCE_MS = 50;

/**
 * Serialises work that competes for the same thing: at most one of them waits in the database,
 * occupying a connection, however many there are in this process.
 */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<"served" | "in vain">>();

  /**
   * Starts when all earlier work with any of the same claims has ended.
   *
   * @param work is given the number of milliseconds that it may wait for others; "busy": it waited
   *   in vain
   */
  async take<T>(
    claims: readonly string[],
    work: (patienceMs: number) => Promise<T | "busy">,
    patienceMs = PATIENCE_MS,
  ): Promise<T | "busy"> {
    const earlier = claims.flatMap((claim) => this.last.get(claim) ?? []);
    const turn = this.begin(earlier, work, patienceMs);
    const ended = turn.then(
      (outcome) => (outcome === "busy" ? "in vain" : "served"),
      () => "served" as const,
    );
    for (const claim of claims) this.last.set(claim, ended);
    try {
      return await turn;
    } finally {
      for (const claim of claims) if (this.last.get(claim) === ended) this.last.delete(claim);
    }
  }

  private async begin<T>(
    earlier: readonly Promise<"served" | "in vain">[],
    work: (patienceMs: number) => Promise<T | "busy">,
    patienceMs: number,
  ): Promise<T | "busy"> {
    const inVain = (await Promise.all(earlier)).includes("in vain");
    return work(inVain ? Math.min(IMPATIENCE_MS, patienceMs) : patienceMs);
  }
}
