import { escapeLiteral } from "pg";
import { DataSource, type QueryRunner, type ReplicationMode } from "typeorm";

import { type CommitNotice, takeCommitNotices } from "../../ports/commit-notices";

/**
 * Sends a transaction's notices in the very message that commits it, right behind the commit. Inside the transaction
 * NOTIFY would hold a lock of the whole database until the commit is on the disk: transactions that notify would wait
 * for each other's disk. PostgreSQL takes the message whole or not at all, so a process that dies loses no notice of
 * what it has committed; and a server that dies between the two breaks every connection that listens, which wakes
 * everybody (docs/adr/0006-listen-notify.md).
 */
export class NotifyingDataSource extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const query = runner.query.bind(runner) as (sql: string, ...rest: unknown[]) => Promise<unknown>;
    runner.query = ((sql: string, ...rest: unknown[]) =>
      query(sql === "COMMIT" ? commitWith(takeCommitNotices(runner.data)) : sql, ...rest)) as typeof runner.query;
    return runner;
  }
}

function commitWith(notices: readonly CommitNotice[]): string {
  if (notices.length === 0) return "COMMIT";
  const calls = notices.map(
    ({ channel, payload }) => `pg_notify(${escapeLiteral(channel)}, ${escapeLiteral(payload)})`,
  );
  return `COMMIT; SELECT ${calls.join(", ")}`;
}
