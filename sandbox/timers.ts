/** Tracks every timer of the sandbox, so that closing it leaves none behind. */
export class Timers {
  private readonly running = new Set<NodeJS.Timeout>();

  /** Runs `work` after `ms`, unless the returned function is called first. */
  after(ms: number, work: () => void): () => void {
    const timer = setTimeout(
      () => {
        this.running.delete(timer);
        work();
      },
      Math.max(0, ms),
    );
    this.running.add(timer);
    return () => {
      clearTimeout(timer);
      this.running.delete(timer);
    };
  }

  stop(): void {
    for (const timer of this.running) clearTimeout(timer);
    this.running.clear();
  }
}
