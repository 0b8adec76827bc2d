import { type DataSource } from "typeorm";

import { requirePeer } from "../peers";
import { type JobSystem } from "./job-system";

export const QUEUE = "bench";

interface SendOptions {
  readonly startAfter?: Date;
  readonly retryLimit: number;
  readonly expireInSeconds: number;
  readonly db: { executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> };
}

/** The part of pg-boss's interface that the bench uses. */
interface Boss {
  on(event: "error", tell: (error: unknown) => void): void;
  start(): Promise<unknown>;
  stop(options: { graceful: boolean }): Promise<void>;
  createQueue(name: string): Promise<void>;
  send(name: string, data: object, options: SendOptions): Promise<unknown>;
  work(
    name: string,
    options: object,
    handle: (jobs: readonly { data: { id: string } }[]) => Promise<void>,
  ): Promise<unknown>;
}

export async function openBoss(databaseUrl: string): Promise<Boss> {
  const PgBoss = requirePeer<new (options: object) => Boss>("pg-boss");
  const boss = new PgBoss({
    connectionString: databaseUrl,
    maintenanceIntervalSeconds: 1,
    monitorStateIntervalSeconds: 1,
  });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.createQueue(QUEUE);
  return boss;
}

export async function pgBossSystem(databaseUrl: string, db: DataSource): Promise<JobSystem> {
  const boss = await openBoss(databaseUrl);
  return {
    name: "pg-boss",
    worker: "jobs/contestants/pg-boss",
    enqueue: async (tx, ids, delayMs) => {
      const inTx = {
        executeSql: async (text: string, values: unknown[]) => ({
          rows: await tx.query<unknown[]>(text, values),
        }),
      };
      for (const id of ids) {
        const options = {
          retryLimit: 3,
          expireInSeconds: 20,
          db: inTx,
          ...(delayMs && { startAfter: new Date(Date.now() + delayMs) }),
        };
        await boss.send(QUEUE, { id }, options);
      }
    },
    waiting: async () => {
      const ids =
        "select data ->> 'id' as id from pgboss.job where state < 'completed' and name = 'bench'";
      return (await db.query<{ id: string }[]>(ids)).map(({ id }) => id);
    },
    clear: () => db.query("delete from pgboss.job where name = 'bench'"),
    // Its timers would keep the bench alive indefinitely.
    close: () => boss.stop({ graceful: false }),
  };
}
