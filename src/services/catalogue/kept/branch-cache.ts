import { isUuid } from "../../../domain/ids";
import { type EventFeed, type Topic } from "../../../ports/event-feed";

/**
 * Something of every branch in memory, read from the database once per change and shared by all
 * requests. While a changed one is read again, the last good one is served.
 */
export abstract class BranchCache<T extends { readonly revision: number }> {
  private readonly kept = new Map<string, T>();
  private readonly reads = new Map<string, Promise<T | undefined>>();
  /** Branches that changed after what is kept, or what is being read, was taken. */
  private readonly changed = new Set<string>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private stopListening: () => void = () => undefined;

  /** @param topic announcements of it, `<topic>:<branchId>`, say what to read again */
  protected constructor(
    private readonly feed: EventFeed,
    private readonly topic: string,
  ) {}

  /** @param kept what is in service; undefined: nothing */
  protected abstract readOne(branchId: string, kept: T | undefined): Promise<T | undefined>;

  /** Call before the first `get`: a change announced earlier would be missed. */
  start(): void {
    const prefix = `${this.topic}:`;
    this.stopListening = this.feed.listenAll(prefix, (topic: Topic | undefined) => {
      const known = new Set([...this.kept.keys(), ...this.reads.keys()]);
      const touched = topic === undefined ? [...known] : [topic.slice(prefix.length)];
      for (const branchId of touched) if (known.has(branchId)) this.refresh(branchId);
    });
  }

  /** Resolves when no statement of ours is under way any more. */
  async close(): Promise<void> {
    this.stopListening();
    await Promise.allSettled(this.reads.values());
  }

  /**
   * What the branch has, or undefined when there is no such branch.
   *
   * @param leastRevision for callers who know of a change: an older one is read again first
   */
  async get(branchId: string, leastRevision = 0): Promise<T | undefined> {
    if (!isUuid(branchId)) return undefined;
    const id = branchId.toLowerCase();
    const kept = this.peek(id);
    if (kept && kept.revision >= leastRevision) return kept;

    const read = await this.read(id);
    // The read may have been under way when the caller's change was committed.
    return read && read.revision < leastRevision ? this.read(id) : read;
  }

  /** What is in memory now, without waiting; undefined while that is nothing. */
  peek(branchId: string): T | undefined {
    const id = branchId.toLowerCase();
    // Set without a read under way: the last one failed. The next one is due.
    if (this.changed.has(id) && !this.reads.has(id)) this.refresh(id);
    return this.kept.get(id);
  }

  /** All that is in memory now. */
  get all(): readonly T[] {
    return [...this.kept.values()];
  }

  /**
   * Calls `listener` after each time the branch was read again. Call `get` once before: nobody else
   * reads it first.
   */
  onChange(branchId: string, listener: () => void): () => void {
    const id = branchId.toLowerCase();
    const listeners = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(id) === listeners) this.listeners.delete(id);
    };
  }

  private refresh(branchId: string): void {
    this.changed.add(branchId);
    // A failure leaves the branch among the changed, and what is kept in service.
    this.read(branchId).catch(() => undefined);
  }

  private read(branchId: string): Promise<T | undefined> {
    const underWay = this.reads.get(branchId);
    if (underWay) return underWay;
    const read = this.readUntilSettled(branchId).finally(() => this.reads.delete(branchId));
    this.reads.set(branchId, read);
    return read;
  }

  private async readUntilSettled(branchId: string): Promise<T | undefined> {
    for (;;) {
      this.changed.delete(branchId);
      let read: T | undefined;
      try {
        read = await this.readOne(branchId, this.kept.get(branchId));
      } catch (error) {
        if (this.kept.has(branchId)) this.changed.add(branchId);
        throw error;
      }
      if (read) this.kept.set(branchId, read);
      else this.kept.delete(branchId);
      this.listeners.get(branchId)?.forEach((listener) => listener());
      if (!this.changed.has(branchId)) return read;
    }
  }
}
