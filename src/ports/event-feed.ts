import { type EntityManager } from "typeorm";

/**
 * What can change: an order, all orders of a branch, its catalogue, the availability of that, or a
 * key to a POS.
 */
export type Topic = `${"order" | "branch" | "catalogue" | "availability" | "pos-key"}:${string}`;

/**
 * Wakes anyone who waits for a change, in every process that uses the database. A wake-up carries
 * nothing and may be spurious: the rows are the truth, and a listener reads them from where it left
 * off.
 */
export interface EventFeed {
  /** Announces changes as part of `tx`: nothing is announced that did not happen. */
  announce(tx: EntityManager, ...topics: Topic[]): Promise<void>;
  /**
   * Calls `wake` after each announcement, and once after every gap in which announcements may have
   * been missed.
   */
  listen(topic: Topic, wake: () => void): () => void;
  /** The same for every topic that starts with `prefix`; after a gap, `topic` is undefined. */
  listenAll(prefix: string, wake: (topic: Topic | undefined) => void): () => void;
}
