import { type DataSource, EntityManager, type QueryRunner } from "typeorm";

import { type EventFeed, type Topic } from "../ports/event-feed";
import { type AnyJob, type HeldJob, type JobQueue } from "../ports/job-queue";

/** What happens with the commit of a transaction, besides its rows. */
interface Consequences {
  readonly jobs: JobQueue;
  readonly feed: EventFeed;
}

/**
 * A transaction in progress. Everything that belongs together goes through it and happens with its
 * commit or not at all: rows, jobs, and announcements to others. It is also TypeORM's view of the
 * rows, for code that works with entities.
 */
export class Transaction extends EntityManager {
  constructor(
    private readonly runner: QueryRunner,
    private readonly consequences: Consequences,
  ) {
    super(runner.dataSource, runner);
  }

  /**
   * Returns the rows of a statement of any kind: those it reads, or those it returns from what it
   * changed.
   */
  async rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.runner.query(sql, values, true)).records as Row[];
  }

  /** Changes rows. Returns how many. */
  async write(sql: string, values: unknown[] = []): Promise<number> {
    return (await this.runner.query(sql, values, true)).affected ?? 0;
  }

  /**
   * Adds jobs of any kind, no two with the same key, in one statement. Returns their ids, in any
   * order.
   */
  enqueue(...jobs: AnyJob[]): Promise<readonly string[]> {
    return this.consequences.jobs.enqueueEach(this, jobs);
  }

  /**
   * Withdraws the jobs that wait under these keys; one that is already running continues. Also ends
   * those that are completed by what this transaction writes.
   */
  withdraw(keys: readonly string[], done: readonly HeldJob[] = []): Promise<void> {
    return this.consequences.jobs.withdraw(this, keys, done);
  }

  /** Wakes anyone who waits for these changes, in every process. */
  announce(...topics: Topic[]): Promise<void> {
    return this.consequences.feed.announce(this, ...topics);
  }
}

/** Opens transactions. */
export class Transactions {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: JobQueue,
    private readonly feed: EventFeed,
  ) {}

  /**
   * Commits when `work` succeeds, and rolls back when it throws.
   *
   * @throws {CommitUnknown} it may or may not have happened
   * @throws {DatabaseUnavailable} it has not: the connection was gone before the commit
   */
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { jobs, feed } = this;
    return this.db.transaction(({ queryRunner: runner }) => {
      if (!runner) throw new Error("A transaction has a connection of its own");
      return work(new Transaction(runner, { jobs, feed }));
    });
  }
}
