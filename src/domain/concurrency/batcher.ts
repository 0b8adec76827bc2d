import { FewAtATime } from "./few-at-a-time";

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatcherOptions {
  /** Maximum size of a batch. */
  readonly most?: number;
  /** How long a batch may keep the next one waiting. */
  readonly patienceMs?: number;
}

/**
 * Maximum number of batches under way, and likewise of members of failed ones: each may occupy a
 * connection that others need.
 */
const LINES = 3;

/**
 * Batches simultaneous requests: whatever arrives while one batch is processed makes up the next. A
 * request that arrives alone does not wait. A slow batch lets the next one start, up to three at a
 * time; its own members keep waiting, because its work may still be done. The members of a failed
 * batch are processed one by one.
 */
export class Batcher<Asked, Answer> {
  private readonly waiting: Waiting<Asked, Answer>[] = [];
  private readonly apart = new FewAtATime(LINES);
  private readonly most: number;
  private readonly patienceMs: number;
  private isBeginning = false;
  /** The batch that the next one waits for. */
  private head: object | undefined;
  private underWay = 0;

  /**
   * @param work processes a batch, and returns its answers in the same order; when it fails, it is
   *   called again for each member alone
   */
  constructor(
    private readonly work: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
    { most = 50, patienceMs = 1_000 }: BatcherOptions = {},
  ) {
    this.most = most;
    this.patienceMs = patienceMs;
  }

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (!this.isBeginning && this.mayBegin()) this.beginSoon();
    });
  }

  /** Requests from the same turn of the event loop are included. */
  private beginSoon(): void {
    this.isBeginning = true;
    setImmediate(() => {
      this.isBeginning = false;
      this.begin();
    });
  }

  private begin(): void {
    if (this.waiting.length > 0 && this.mayBegin())
      void this.lead(this.waiting.splice(0, this.most));
  }

  private mayBegin(): boolean {
    return this.head === undefined && this.underWay < LINES;
  }

  private async lead(group: readonly Waiting<Asked, Answer>[]): Promise<void> {
    this.head = group;
    this.underWay += 1;
    const timer = setTimeout(() => this.pass(group), this.patienceMs);
    await this.settle(group);
    clearTimeout(timer);
    this.underWay -= 1;
    this.pass(group);
  }

  /** The next batch no longer waits for this one. */
  private pass(group: object): void {
    if (this.head === group) this.head = undefined;
    this.begin();
  }

  private async settle(group: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(group.map(({ asked }) => asked));
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      // A request that fails must neither make the others fail nor hold up those that follow.
      if (group.length > 1) for (const one of group) void this.apart.run(() => this.settle([one]));
      else group[0]?.reject(error);
    }
  }
}
