import { type DataSource, type EntityManager } from "typeorm";

import { LONG_WORK, type PostgresLimits } from "./limits";
import { type PostgresClient } from "./postgres-client";

/**
 * Runs a transaction whose statements may take long: a plan of ten thousand products, purging. It
 * waits for locks and for its commit as briefly as any other.
 *
 * @throws {DatabaseUnavailable} {CommitUnknown} like any other
 */
export function longTransaction<T>(
  db: DataSource,
  work: (tx: EntityManager) => Promise<T>,
  limits: PostgresLimits = LONG_WORK,
): Promise<T> {
  return db.transaction(async (tx) => {
    const client = (await tx.queryRunner?.connect()) as PostgresClient;
    await tx.query(
      `set local statement_timeout = ${limits.statementMs};
       set local idle_in_transaction_session_timeout = ${limits.idleInTransactionMs}`,
    );
    return client.within(limits, () => work(tx));
  });
}
