import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";
import { type MenuSnapshot } from "../../domain/menu-snapshot";
import { type EventFeed } from "../../ports/event-feed";
import { readMenuSnapshot } from "./read-menu-snapshot";

const TOPIC = "catalogue:";

/**
 * Every branch's catalogue in memory, read from the database once per change and shared by all requests. While a changed
 * one is read again, the last good one is served.
 */
export class MenuSnapshots {
  private readonly kept = new Map<string, MenuSnapshot>();
  private readonly reads = new Map<string, Promise<MenuSnapshot | undefined>>();
  /** Branches that changed after what is kept, or what is being read, was taken. */
  private readonly changed = new Set<string>();
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly db: DataSource,
    private readonly feed: EventFeed,
  ) {}

  /** Call before the first `of`: a change announced earlier would be missed. */
  start(): void {
    this.stopListening = this.feed.listenAll(TOPIC, (topic) => {
      const known = new Set([...this.kept.keys(), ...this.reads.keys()]);
      const touched = topic === undefined ? [...known] : [topic.slice(TOPIC.length)];
      for (const branchId of touched) if (known.has(branchId)) this.refresh(branchId);
    });
  }

  /** Resolves when no statement of ours is under way any more. */
  async close(): Promise<void> {
    this.stopListening();
    await Promise.allSettled(this.reads.values());
  }

  /**
   * The branch's catalogue, or undefined when there is no such branch.
   *
   * @param leastRevision for callers who know of a change: an older snapshot is read again first
   */
  async of(branchId: string, leastRevision = 0): Promise<MenuSnapshot | undefined> {
    if (!isUuid(branchId)) return undefined;
    const id = branchId.toLowerCase();
    const kept = this.keptOf(id);
    if (kept && kept.revision >= leastRevision) return kept;

    const snapshot = await this.read(id);
    // The read may have been under way when the caller's change was committed.
    return snapshot && snapshot.revision < leastRevision ? this.read(id) : snapshot;
  }

  /** Another text with every change of what `of` gives at once; undefined while that is nothing. */
  revisionOf(branchId: string): string | undefined {
    const kept = this.keptOf(branchId.toLowerCase());
    return kept && `${kept.branchId}.${kept.revision}`;
  }

  private keptOf(id: string): MenuSnapshot | undefined {
    // Set without a read under way: the last one failed. The next one is due.
    if (this.changed.has(id) && !this.reads.has(id)) this.refresh(id);
    return this.kept.get(id);
  }

  private refresh(branchId: string): void {
    this.changed.add(branchId);
    // A failure leaves the branch among the changed, and what is kept in service.
    this.read(branchId).catch(() => undefined);
  }

  private read(branchId: string): Promise<MenuSnapshot | undefined> {
    const underWay = this.reads.get(branchId);
    if (underWay) return underWay;
    const read = this.readUntilSettled(branchId).finally(() => this.reads.delete(branchId));
    this.reads.set(branchId, read);
    return read;
  }

  private async readUntilSettled(branchId: string): Promise<MenuSnapshot | undefined> {
    for (;;) {
      this.changed.delete(branchId);
      let snapshot: MenuSnapshot | undefined;
      try {
        snapshot = await readMenuSnapshot(this.db, branchId);
      } catch (error) {
        if (this.kept.has(branchId)) this.changed.add(branchId);
        throw error;
      }
      if (snapshot) this.kept.set(branchId, snapshot);
      else this.kept.delete(branchId);
      if (!this.changed.has(branchId)) return snapshot;
    }
  }
}
