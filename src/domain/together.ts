interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does together what is asked for at the same time: whatever comes while one group is worked on makes up the next. Who
 * comes alone waits for nobody.
 */
export class Together<Asked, Answer> {
  private readonly waiting: Waiting<Asked, Answer>[] = [];
  private working = false;

  /**
   * @param work does a group, and gives its answers in the same order; done again for each alone when it fails for all
   * @param most how many make up a group
   */
  constructor(
    private readonly work: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
    private readonly most = 50,
  ) {}

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (!this.working) this.begin();
    });
  }

  /** What the same turn of the event loop brings comes along. */
  private begin(): void {
    this.working = true;
    setImmediate(() => void this.workOn());
  }

  private async workOn(): Promise<void> {
    while (this.waiting.length > 0) await this.settle(this.waiting.splice(0, this.most));
    this.working = false;
  }

  private async settle(group: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(group.map(({ asked }) => asked));
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      // One that cannot be done must not take the others along.
      if (group.length > 1) for (const one of group) await this.settle([one]);
      else group[0]?.reject(error);
    }
  }
}
