import { createHash } from "node:crypto";

import { escapeLiteral } from "pg";
import { DataSource, type QueryRunner, type ReplicationMode } from "typeorm";

import { type CommitNotice, takeCommitNotices } from "../../ports/commit-notices";
import { prepared } from "../../ports/prepared";

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
    // TypeORM hands on to pg what it is given, so a statement may also have a name.
    const query = runner.query.bind(runner) as (statement: unknown, ...rest: unknown[]) => Promise<unknown>;
    runner.query = ((sql: string, ...rest: unknown[]) =>
      query(
        sql === "COMMIT" ? commitWith(takeCommitNotices(runner.data)) : preparedOf(sql),
        ...rest,
      )) as typeof runner.query;
    return runner;
  }
}

const MARK = prepared("");
const names = new Map<string, { readonly name: string; readonly text: string }>();

/** A statement that has a name is parsed and planned once for each connection. */
function preparedOf(sql: string) {
  if (!sql.startsWith(MARK)) return sql;
  const known = names.get(sql);
  if (known) return known;
  const statement = { name: createHash("sha1").update(sql).digest("hex"), text: sql };
  names.set(sql, statement);
  return statement;
}

function commitWith(notices: readonly CommitNotice[]): string {
  if (notices.length === 0) return "COMMIT";
  // Rows, not columns: of those PostgreSQL takes 1,664 at most.
  const rows = notices.map(({ channel, payload }) => `(${escapeLiteral(channel)}, ${escapeLiteral(payload)})`);
  return `COMMIT; SELECT pg_notify(channel, payload) FROM (VALUES ${rows.join(", ")}) notice (channel, payload)`;
}
