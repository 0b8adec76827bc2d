import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { Client } from "pg";

import { Cluster, POSTGRES_15 } from "../debian/cluster";
import { run } from "../debian/service";
import { newDatabase } from "../new-database";
import { type Relay } from "../relay";
import { type Trouble } from "../tracking/trouble";
import { type World } from "../world";

const DATABASE = "gateway";
/** Each runs in a subtransaction that writes, and so takes a transaction id. */
const USE_TRANSACTION_IDS = `
  do $$
  begin
    create temp table used (n integer);
    for n in 1..200000 loop
      begin
        insert into used values (n);
      exception when others then
        raise;
      end;
    end loop;
  end
  $$`;

/**
 * An old cluster and a new one, with the drill of docs/operations.md carried out between them while
 * guests order and follow their orders.
 */
export class MoveToNewCluster implements Trouble {
  private moving: Promise<void> = Promise.resolve();
  private figures: Record<string, string> = {};

  private constructor(
    private readonly folder: string,
    private readonly old: Cluster,
    private readonly relay: Relay,
    private readonly afterSeconds: number,
  ) {}

  /** @param folder a separate folder, which receives a dump and a cluster */
  static async prepare(
    folder: string,
    old: Cluster,
    relay: Relay,
    afterSeconds: number,
  ): Promise<MoveToNewCluster> {
    await newDatabase(old.urlOf("postgres"), DATABASE);
    await inDatabase(old, (client) => client.query(USE_TRANSACTION_IDS));
    return new MoveToNewCluster(folder, old, relay, afterSeconds);
  }

  /** Goes through the relay, so that it is the same before and after the move. */
  get databaseUrl(): string {
    return `postgres://postgres@127.0.0.1:${this.relay.port}/${DATABASE}`;
  }

  private fresh: Cluster | undefined;

  begin(world: World): void {
    this.moving = this.move(world);
    // `end` reports what goes wrong.
    void Promise.allSettled([this.moving]);
  }

  end(): Promise<void> {
    return this.moving;
  }

  get told(): string {
    return Object.entries(this.figures)
      .map(([name, figure]) => `${name.padEnd(40)} ${figure}`)
      .join("\n");
  }

  async stop(): Promise<void> {
    await Promise.allSettled([this.moving]);
    await this.fresh?.stop();
  }

  private async move(world: World): Promise<void> {
    await pause(this.afterSeconds * 1000);
    const startedAt = performance.now();
    // Harder than the drill: no process is asked to stop.
    for (let index = 0; index < world.count; index += 1) await world.kill(index);
    const before = await count(this.old);
    const dump = join(this.folder, "gateway.dump");
    await run(
      join(POSTGRES_15, "pg_dump"),
      "--format=custom",
      `--file=${dump}`,
      this.old.urlOf(DATABASE),
    );
    const fresh = (this.fresh = await Cluster.start(join(this.folder, "new")));
    await newDatabase(fresh.urlOf("postgres"), DATABASE);
    const target = `--dbname=${fresh.urlOf(DATABASE)}`;
    await run(join(POSTGRES_15, "pg_restore"), "--no-owner", "--exit-on-error", target, dump);
    await this.old.stop();
    this.relay.layTo(fresh.port);
    const after = await count(fresh);
    await world.revive();
    this.figures = {
      "orders, events in the dump": `${before.orders}, ${before.events}`,
      "orders, events restored": `${after.orders}, ${after.events}`,
      "next transaction, old and new cluster": `${before.xid}, ${after.xid}`,
      "without a gateway": `${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
    };
  }
}

interface Counts {
  readonly orders: string;
  readonly events: string;
  readonly xid: string;
}

function count(cluster: Cluster): Promise<Counts> {
  const counts = `
    select (select count(*) from orders) as orders, (select count(*) from order_events) as events,
      pg_snapshot_xmax(pg_current_snapshot())::text as xid`;
  return inDatabase(cluster, async (client) => {
    const { rows } = await client.query<Counts>(counts);
    const [found] = rows;
    if (!found) throw new Error("Nothing was counted");
    return found;
  });
}

async function inDatabase<T>(cluster: Cluster, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: cluster.urlOf(DATABASE) });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
