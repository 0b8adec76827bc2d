import { FewAtATime } from "./few-at-a-time";

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatcherOptions {
  /** How many make up a group. */
  readonly most?: number;
  /** How long a group may keep the next one waiting. */
  readonly patienceMs?: number;
}

/**
 * Groups under way, and as many members of failed ones: each may have a connection that somebody
 * else would need.
 */
const LINES = 3;

/**
 * Does together what is asked for at the same time: whatever comes while one group is worked on
 * makes up the next. Who comes alone waits for nobody. A group that takes long lets the next one
 * past, up to three at a time; its own members wait for it, because what it does may still happen.
 * The members of a group that fails are done one by one.
 */
export class Batcher<Asked, Answer> {
  private readonly waiting: Waiting<Asked, Answer>[] = [];
  private readonly apart = new FewAtATime(LINES);
  private readonly most: number;
  private readonly patienceMs: number;
  private isBeginning = false;
  /** The group that the next one waits for. */
  private head: object | undefined;
  private underWay = 0;

  /**
   * @param work does a group, and gives its answers in the same order; done again for each alone
   * when it fails for all
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

  /** What the same turn of the event loop brings comes along. */
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

  /** The next group waits for this one no longer. */
  private pass(group: object): void {
    if (this.head === group) this.head = undefined;
    this.begin();
  }

  private async settle(group: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(group.map(({ asked }) => asked));
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      // One that cannot be done must not take the others along, nor hold up who comes next.
      if (group.length > 1) for (const one of group) void this.apart.run(() => this.settle([one]));
      else group[0]?.reject(error);
    }
  }
}
