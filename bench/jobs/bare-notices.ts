import { Client } from "pg";

import { Child } from "../child";
import { type TakenNotice, type TakerSettings } from "./bare-taker";
import { now } from "./perform";

/**
 * The minimum cost of work that one process leaves in a database and another finds: a commit
 * followed by a notice, and the commit of the process that took the row.
 */
export class BareNotices {
  private constructor(
    private readonly client: Client,
    private readonly taker: Child,
  ) {}

  static async open(databaseUrl: string): Promise<BareNotices> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("create table bench_notices (id integer primary key, taken boolean)");
    const [taker] = await Child.start("jobs/bare-taker", { databaseUrl } satisfies TakerSettings);
    return new BareNotices(client, taker);
  }

  /** Milliseconds from leaving a row until the other process has taken it. */
  async latency(id: number): Promise<number> {
    const taken = this.taker.next<TakenNotice>();
    const asked = now();
    const leave = "with left_row as (insert into bench_notices (id) values ($1) returning id)";
    await this.client.query(`${leave} select pg_notify('bench_notices', id::text) from left_row`, [
      id,
    ]);
    return (await taken).at - asked;
  }

  async close(): Promise<void> {
    await this.taker.stop();
    await this.client.query("drop table bench_notices");
    await this.client.end();
  }
}
