import { type Client, escapeLiteral } from "pg";
import { QueryFailedError } from "typeorm";
import { PostgresQueryRunner } from "typeorm/driver/postgres/PostgresQueryRunner";

import { CommitUnknown } from "../errors";
import { type CommitNotice, takeCommitNotices } from "../ports/commit-notices";
import { isBrokenOff, sqlStateOf, unavailable } from "./broken-off";

/**
 * Violated deferred constraints, and transactions that blocked each other: nothing was committed.
 */
const REFUSED = /^(23|40)/;
/** The code of a message that is not a warning. */
const SUCCESSFUL = "00000";

/**
 * TypeORM's query runner, with errors that distinguish an unreachable database from one that
 * refuses, and with commits that send notices. A transaction whose connection broke off is over:
 * TypeORM then releases the runner, and any further request to it fails. So none of its later
 * statements runs outside the transaction.
 */
export class GatewayQueryRunner extends PostgresQueryRunner {
  private isGivenBack = false;

  /** @throws {DatabaseUnavailable} if no connection was available in time */
  override async connect(): Promise<Client> {
    try {
      return (await super.connect()) as Client;
    } catch (error) {
      throw isBrokenOff(error) ? unavailable(error) : error;
    }
  }

  override release(): Promise<void> {
    this.isGivenBack = true;
    return super.release();
  }

  /**
   * @throws {DatabaseUnavailable} if no answer came in time, or none can come any more
   * @throws {QueryFailedError} if PostgreSQL refuses
   */
  override async query(sql: string, parameters?: unknown[], structured?: boolean): Promise<never> {
    this.checkConnection();
    try {
      return (await super.query(sql, parameters, structured)) as never;
    } catch (error) {
      const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
      throw isBrokenOff(cause) ? unavailable(cause) : error;
    }
  }

  /**
   * @throws {CommitUnknown} the transaction may or may not have happened
   * @throws {DatabaseUnavailable} it has not: its connection was gone before
   */
  override async commitTransaction(): Promise<void> {
    if (!this.isTransactionActive || this.transactionDepth > 1) return super.commitTransaction();
    await this.broadcaster.broadcast("BeforeTransactionCommit");
    await this.commit();
    this.isTransactionActive = false;
    this.transactionDepth -= 1;
    await this.broadcaster.broadcast("AfterTransactionCommit");
  }

  private async commit(): Promise<void> {
    const client = await this.connect();
    this.checkConnection();
    const answer = new AnswerToCommit(client);
    try {
      await this.query(commitWith(takeCommitNotices(this.data)));
    } catch (error) {
      throw REFUSED.test(sqlStateOf(error)) ? error : commitUnknown(error);
    } finally {
      answer.end();
    }
    if (answer.warning) throw commitUnknown(answer.warning);
    if (answer.isRollback) throw new Error("One of the transaction's statements has failed");
  }

  private checkConnection(): void {
    if (this.isReleased && !this.isGivenBack)
      throw unavailable(new Error("The connection broke off"));
  }
}

/**
 * Sends a transaction's notices in the very message that commits it, right after the commit. Inside
 * the transaction, NOTIFY would hold a database-wide lock until the commit is on disk: transactions
 * that notify would wait for each other's disk. PostgreSQL accepts the message whole or not at all,
 * so a process that dies loses no notice of what it has committed; and a server that dies between
 * the two breaks every listening connection, which wakes everyone (docs/adr/0006-listen-notify.md).
 */
function commitWith(notices: readonly CommitNotice[]): string {
  if (notices.length === 0) return "COMMIT";
  // Rows rather than columns, because PostgreSQL takes at most 1,664 columns.
  const rows = notices.map(
    ({ channel, payload }) => `(${escapeLiteral(channel)}, ${escapeLiteral(payload)})`,
  );
  return `COMMIT; SELECT pg_notify(channel, payload) FROM (VALUES ${rows.join(", ")}) notice (channel, payload)`;
}

/**
 * A commit that waits for a synchronous standby is not refused when that wait is cancelled:
 * PostgreSQL warns and confirms it, although only the primary has it. Warnings about the notices
 * after the commit do not concern it. For a transaction with a failed statement, PostgreSQL reports
 * a rollback, but not as an error.
 */
class AnswerToCommit {
  warning: unknown;
  isRollback = false;
  private readonly warn = (notice: { readonly code: string | undefined }) => {
    if (notice.code !== SUCCESSFUL) this.warning ??= notice;
  };
  private readonly complete = ({ text }: { readonly text: string }) => {
    this.isRollback = text === "ROLLBACK";
    this.end();
  };

  constructor(private readonly client: Client) {
    client.on("notice", this.warn);
    client.connection.once("commandComplete", this.complete);
  }

  end(): void {
    this.client.off("notice", this.warn).connection.off("commandComplete", this.complete);
  }
}

function commitUnknown(cause: unknown): CommitUnknown {
  return new CommitUnknown("The database did not say whether it has committed", { cause });
}
