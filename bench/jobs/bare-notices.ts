import { Client } from "pg";

import { now } from "./perform";

/**
 * The minimum cost of work that one process leaves in a database and another finds: a commit
 * followed by a notice, and the commit of the process that took the row.
 */
export class BareNotices {
  private took: (at: number) => void = () => undefined;

  private constructor(
    private readonly leaves: Client,
    private readonly takes: Client,
  ) {
    takes.on("notification", ({ payload }) => void this.take(payload));
  }

  static async open(connectionString: string): Promise<BareNotices> {
    const clients = [new Client({ connectionString }), new Client({ connectionString })] as const;
    for (const client of clients) await client.connect();
    await clients[0].query("create table bench_notices (id integer primary key, taken boolean)");
    await clients[1].query("listen bench_notices");
    return new BareNotices(...clients);
  }

  /** Milliseconds from leaving a row until another process has taken it. */
  async latency(id: number): Promise<number> {
    const taken = new Promise<number>((resolve) => (this.took = resolve));
    const asked = now();
    const leave = "with left_row as (insert into bench_notices (id) values ($1) returning id)";
    await this.leaves.query(`${leave} select pg_notify('bench_notices', id::text) from left_row`, [
      id,
    ]);
    return (await taken) - asked;
  }

  async close(): Promise<void> {
    await this.leaves.query("drop table bench_notices");
    await this.leaves.end();
    await this.takes.end();
  }

  private async take(id: string | undefined): Promise<void> {
    await this.takes.query("update bench_notices set taken = true where id = $1", [id]);
    this.took(now());
  }
}
