/** What has to be closed at the end, in the reverse order of its start. */
export class Shutdown {
  private readonly steps: (() => unknown)[] = [];
  private running: Promise<void> | undefined;

  add(close: () => unknown): void {
    this.steps.unshift(close);
  }

  /**
   * Safe to call twice: the second caller waits for the first one's work.
   *
   * @throws {AggregateError} with what failed to close; everything else was still closed
   */
  run(): Promise<void> {
    return (this.running ??= this.closeAll());
  }

  private async closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.steps) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "Not everything stopped cleanly");
  }
}
