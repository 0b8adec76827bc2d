import { type Client, escapeLiteral } from "pg";
import { QueryFailedError } from "typeorm";
import { PostgresQueryRunner } from "typeorm/driver/postgres/PostgresQueryRunner";

import { CommitUnknown } from "../errors";
import { type CommitNotice, takeCommitNotices } from "../ports/commit-notices";
import { isBrokenOff, sqlStateOf, unavailable } from "./broken-off";

/**
 * Constraints that were deferred, and transactions that stood in each other's way: nothing was
 * committed.
 */
const REFUSED = /^(23|40)/;
/** Of a message that warns of nothing. */
const SUCCESSFUL = "00000";

/**
 * TypeORM's query runner, with errors that tell an absent database from one that says no, and with
 * commits that send notices. A transaction whose connection broke off is over: TypeORM releases the
 * runner then, and whatever else it is asked fails. So no later statement of it runs outside of it.
 */
export class GatewayQueryRunner extends PostgresQueryRunner {
  private isGivenBack = false;

  /** @throws {DatabaseUnavailable} there was no connection in time */
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
   * @throws {DatabaseUnavailable} there was no answer in time, or there can be none any more
   * @throws {QueryFailedError} PostgreSQL says no
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
   * @throws {CommitUnknown} the transaction may have happened or not
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
 * Sends a transaction's notices in the very message that commits it, right behind the commit.
 * Inside the transaction NOTIFY would hold a lock of the whole database until the commit is on the
 * disk: transactions that notify would wait for each other's disk. PostgreSQL takes the message
 * whole or not at all, so a process that dies loses no notice of what it has committed; and a
 * server that dies between the two breaks every connection that listens, which wakes everybody
 * (docs/adr/0006-listen-notify.md).
 */
function commitWith(notices: readonly CommitNotice[]): string {
  if (notices.length === 0) return "COMMIT";
  // Rows, not columns: of those PostgreSQL takes 1,664 at most.
  const rows = notices.map(
    ({ channel, payload }) => `(${escapeLiteral(channel)}, ${escapeLiteral(payload)})`,
  );
  return `COMMIT; SELECT pg_notify(channel, payload) FROM (VALUES ${rows.join(", ")}) notice (channel, payload)`;
}

/**
 * A commit that waits for a synchronous standby is not refused when that wait is cancelled:
 * PostgreSQL warns, and says yes although only the primary has it. Warnings of the notices behind
 * the commit are none of its. Of a transaction with a failed statement it says that it has rolled
 * it back, and calls that no error.
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
