/** Runs a few pieces of work at a time: further ones wait in line, for a limited time. */
export class FewAtATime {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * @param most how many run simultaneously
   * @param tooLate creates the error for work that has waited for `patienceMs`; left out: it waits
   *   indefinitely
   */
  constructor(
    private readonly most: number,
    private readonly tooLate?: { readonly patienceMs: number; readonly error: () => Error },
  ) {}

  /** @throws whatever the work throws, or an error that it waited too long: then it never began */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer =
        this.tooLate && setTimeout(() => this.leave(begin, reject), this.tooLate.patienceMs);
      this.waiting.push(begin);
    });
  }

  private leave(begin: () => void, reject: (error: Error | undefined) => void): void {
    this.waiting.splice(this.waiting.indexOf(begin), 1);
    reject(this.tooLate?.error());
  }

  /** Passes its place to the next one, or gives it up. */
  private next(): void {
    const begin = this.waiting.shift();
    if (begin) begin();
    else this.running -= 1;
  }
}
