import { type EntityManager } from "typeorm";

import { type EventFeed, type Topic } from "../../src/ports/event-feed";

/**
 * The event feed of a single process: it wakes listeners when the announcing transaction commits,
 * and not when it rolls back.
 */
export class InMemoryEventFeed implements EventFeed {
  readonly announced: Topic[] = [];
  private readonly listeners = new Set<{
    prefix: string;
    wake: (topic: Topic | undefined) => void;
  }>();

  announce(tx: EntityManager, ...topics: Topic[]): Promise<void> {
    const runner = tx.queryRunner;
    if (!runner?.isTransactionActive) throw new Error("Announce inside a transaction");
    const commit = runner.commitTransaction.bind(runner);
    runner.commitTransaction = async () => {
      await commit();
      for (const topic of topics) this.tell(topic);
    };
    return Promise.resolve();
  }

  listen(topic: Topic, wake: () => void): () => void {
    return this.listenAll(topic, (announced) => {
      if (announced === undefined || announced === topic) wake();
    });
  }

  listenAll(prefix: string, wake: (topic: Topic | undefined) => void): () => void {
    const listener = { prefix, wake };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(topic: Topic): void {
    this.announced.push(topic);
    for (const { prefix, wake } of [...this.listeners]) if (topic.startsWith(prefix)) wake(topic);
  }

  /** What listeners receive after the connection was lost and restored. */
  gap(): void {
    for (const { wake } of [...this.listeners]) wake(undefined);
  }
}
