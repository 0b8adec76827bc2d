import { isUuid } from "../../../domain/ids";
import { type EventFeed, type Topic } from "../../../ports/event-feed";
import { type Held, type MenuMemory, type Shelf } from "./menu-memory";

interface Kept<T> {
  readonly value: T;
  readonly held: Held;
  /** It was requested since the branch last changed. */
  asked: boolean;
}

interface Options {
  readonly feed: EventFeed;
  /** The topic of the announcements, `<topic>:<branchId>`, that say what has to be read again. */
  readonly topic: string;
  readonly memory: MenuMemory;
  readonly shelf: Shelf;
}

/**
 * Per-branch data in memory, read from the database once per change and shared by all requests; the
 * least recently used data makes room. While changed data is read again, the last good version is
 * served. Data that nobody requests is read again on its next request and not served before that.
 */
export abstract class BranchCache<T extends { readonly revision: number }> {
  private readonly kept = new Map<string, Kept<T>>();
  private readonly reads = new Map<string, Promise<T | undefined>>();
  /** Branches that changed after their kept data, or the data being read, was taken. */
  private readonly changed = new Set<string>();
  /** Those of them that must not be served before they are read again. */
  private readonly unsure = new Set<string>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private stopListening: () => void = () => undefined;

  protected constructor(private readonly options: Options) {}

  /** @param kept what is being served; undefined: nothing */
  protected abstract readOne(branchId: string, kept: T | undefined): Promise<T | undefined>;

  /** Size of everything that it holds in memory. */
  protected abstract bytesOf(value: T): number;

  /** Whether a packed form exists of the data that was last read for the branch. */
  protected hasPacked(_branchId: string): boolean {
    return false;
  }

  protected unpack(_branchId: string): Promise<T | undefined> {
    return Promise.resolve(undefined);
  }

  /** Call before the first `get`, because changes announced earlier are missed. */
  start(): void {
    const prefix = `${this.options.topic}:`;
    this.stopListening = this.options.feed.listenAll(prefix, (topic: Topic | undefined) => {
      if (topic !== undefined) this.changedBy(topic.slice(prefix.length));
      else for (const branchId of this.known()) this.changedBy(branchId);
    });
  }

  /** Resolves when none of our statements is running any more. */
  async close(): Promise<void> {
    this.stopListening();
    await Promise.allSettled(this.reads.values());
  }

  /**
   * The branch's data, or undefined if the branch does not exist.
   *
   * @param leastRevision for callers who know of a change: an older revision is read again first
   */
  async get(branchId: string, leastRevision = 0): Promise<T | undefined> {
    if (!isUuid(branchId)) return undefined;
    const id = branchId.toLowerCase();
    const kept = this.peek(id);
    if (kept && kept.revision >= leastRevision) return kept;

    const read = await this.read(id);
    const entry = this.kept.get(id);
    if (entry) entry.asked = true;
    // The read may already have been in progress when the caller's change was committed.
    return read && read.revision < leastRevision ? this.read(id) : read;
  }

  /** What is in memory now, without waiting; undefined if there is nothing. */
  peek(branchId: string): T | undefined {
    const id = branchId.toLowerCase();
    const entry = this.kept.get(id);
    if (entry) {
      entry.asked = true;
      this.options.memory.use(this.options.shelf, entry.held);
    }
    // Marked as changed without a read in progress: the last read failed, or nobody has asked since
    // the change.
    if (this.changed.has(id) && !this.reads.has(id)) this.refresh(id);
    return this.isServed(id) ? entry?.value : undefined;
  }

  /** Everything that is in memory now. */
  get all(): readonly T[] {
    return Array.from(this.kept.values(), ({ value }) => value);
  }

  /**
   * Calls `listener` each time the branch has been read again. Call `get` once beforehand, because
   * nothing else triggers the first read.
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

  /** Whether the branch's existing data may be shown before it is read again. */
  protected isServed(branchId: string): boolean {
    return !this.unsure.has(branchId);
  }

  /** Called when the packed form was evicted as well. */
  protected forgotPacked(branchId: string): void {
    this.forgetChange(branchId);
  }

  /** All branches that have anything in memory, packed or not, or that are being read. */
  protected known(): Set<string> {
    return new Set([...this.kept.keys(), ...this.reads.keys(), ...this.listeners.keys()]);
  }

  private changedBy(branchId: string): void {
    const entry = this.kept.get(branchId);
    if (entry?.asked || this.reads.has(branchId) || this.listeners.has(branchId)) {
      if (entry) entry.asked = false;
      this.refresh(branchId);
    } else if (entry || this.hasPacked(branchId)) {
      this.changed.add(branchId);
      this.unsure.add(branchId);
    }
  }

  private refresh(branchId: string): void {
    this.changed.add(branchId);
    // After a failure the branch stays marked as changed, and the kept data stays in service.
    this.read(branchId).catch(() => undefined);
  }

  private read(branchId: string): Promise<T | undefined> {
    const underWay = this.reads.get(branchId);
    if (underWay) return underWay;
    const read = this.readUntilSettled(branchId).finally(() => {
      this.reads.delete(branchId);
      this.forgetChange(branchId);
    });
    this.reads.set(branchId, read);
    return read;
  }

  private async readUntilSettled(branchId: string): Promise<T | undefined> {
    for (;;) {
      const before = this.kept.get(branchId)?.value;
      if (!before && !this.changed.has(branchId)) {
        const unpacked = await this.unpack(branchId);
        if (unpacked && !this.changed.has(branchId)) return this.keep(branchId, unpacked);
      }
      this.changed.delete(branchId);
      let read: T | undefined;
      try {
        read = await this.readOne(branchId, before);
      } catch (error) {
        return this.lastGood(branchId, error);
      }
      this.unsure.delete(branchId);
      this.keep(branchId, read);
      this.listeners.get(branchId)?.forEach((listener) => listener());
      if (!this.changed.has(branchId)) return read;
    }
  }

  /**
   * Data that was being served stays in service; data that was not is served now, because further
   * waiting would not improve it.
   */
  private async lastGood(branchId: string, error: unknown): Promise<T> {
    const wasServed = this.isServed(branchId) && this.kept.has(branchId);
    const last = this.kept.get(branchId)?.value ?? (await this.unpack(branchId));
    if (!last) throw error;
    this.keep(branchId, last);
    this.changed.add(branchId);
    this.unsure.delete(branchId);
    if (wasServed) throw error;
    return last;
  }

  private keep(branchId: string, value: T | undefined): T | undefined {
    const { memory, shelf } = this.options;
    const before = this.kept.get(branchId);
    if (value && before?.value === value) return value;
    if (before) {
      memory.forget(shelf, before.held);
      this.kept.delete(branchId);
      this.wasLetGo(before.value);
    }
    if (!value) return undefined;
    const letGo = () => {
      this.kept.delete(branchId);
      this.wasLetGo(value);
      if (this.changed.has(branchId)) this.unsure.add(branchId);
      this.forgetChange(branchId);
    };
    const held = { bytes: this.bytesOf(value), letGo };
    this.kept.set(branchId, { value, held, asked: false });
    memory.hold(shelf, held);
    return value;
  }

  /** Called when it is no longer in memory, unless somebody is still using it. */
  protected wasLetGo(_value: T): void {}

  /** If nothing is in memory, there is nothing that could be outdated. */
  private forgetChange(branchId: string): void {
    if (this.kept.has(branchId) || this.reads.has(branchId) || this.hasPacked(branchId)) return;
    this.changed.delete(branchId);
    this.unsure.delete(branchId);
  }
}
