const LOOK_EVERY_MS = 1_000;

interface Followed {
  readonly listeners: Set<() => void>;
  /** What was sold at the last check; undefined: there has been none yet. */
  sold: string | undefined;
}

/** Notifies the followers of a branch as soon as the hours of its menu change what is sold. */
export class SaleClock {
  private readonly followed = new Map<string, Followed>();
  private timer: NodeJS.Timeout | undefined;

  /** @param soldNow a text that changes whenever what is sold changes; undefined: unknown */
  constructor(private readonly soldNow: (branchId: string) => string | undefined) {}

  start(): void {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /**
   * The first check notifies too, because something may have changed while the reader was starting.
   */
  onChange(branchId: string, listener: () => void): () => void {
    const id = branchId.toLowerCase();
    const followed = this.followed.get(id) ?? { listeners: new Set(), sold: undefined };
    followed.listeners.add(listener);
    followed.sold = undefined;
    this.followed.set(id, followed);
    return () => {
      followed.listeners.delete(listener);
      if (followed.listeners.size === 0 && this.followed.get(id) === followed)
        this.followed.delete(id);
    };
  }

  private look(): void {
    for (const [branchId, followed] of this.followed) {
      const sold = this.soldNow(branchId);
      if (sold === undefined || sold === followed.sold) continue;
      followed.sold = sold;
      followed.listeners.forEach((listener) => listener());
    }
  }
}
