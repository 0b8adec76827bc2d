/** Searches for work by the workers of one lane: as many go on at a time as may all find something, and others wait. */
export class Searches {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param room how many jobs may be found before anybody has too much; at least one */
  constructor(private readonly room: () => number) {}

  /** Resolves when the search may begin; `end` tells that it is over. */
  begin(): Promise<void> {
    return new Promise((begin) => {
      this.waiting.push(begin);
      this.beginMore();
    });
  }

  end(): void {
    this.underWay -= 1;
    this.beginMore();
  }

  private beginMore(): void {
    while (this.underWay < this.room()) {
      const begin = this.waiting.shift();
      if (!begin) return;
      this.underWay += 1;
      begin();
    }
  }
}
