import { createDataSource } from "../../ormconfig";
import { IikoPos } from "../../src/adapters/iiko/iiko-pos";
import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { PostgresPermitStore } from "../../src/adapters/postgres/postgres-permit-store";
import { PostgresPosKeyStore } from "../../src/adapters/postgres/postgres-pos-key-store";
import { type Clock } from "../../src/ports/clock";
import { Keyring } from "../../src/security/keyring";

export const secrets = new Keyring(["a-master-key-only-for-these-tests-0001"]);

export interface IikoProcessOptions {
  readonly perSecond?: number;
  /** When omitted, real time counts, and the database's clock. */
  readonly clock?: Clock;
  readonly baseUrl?: string;
}

export type IikoProcess = Awaited<ReturnType<typeof startIikoProcess>>;

/**
 * The iiko adapter as one process of the gateway has it, with its own connections to the shared
 * database.
 */
export async function startIikoProcess(
  databaseUrl: string,
  { perSecond, clock, baseUrl = "" }: IikoProcessOptions,
) {
  const db = await createDataSource(databaseUrl, { poolSize: 3 }).initialize();
  const feed = new PostgresEventFeed(databaseUrl, () => undefined);
  await feed.start();
  const keys = new PostgresPosKeyStore(db, secrets, feed, clock);
  const permits = new PostgresPermitStore(db, feed, clock);
  const pos = new IikoPos({
    baseUrl,
    clock: () => clock?.now() ?? new Date(),
    sharing: { keys, permits, secrets, perSecond },
  });
  const stop = async () => {
    pos.close();
    await feed.close();
    await db.destroy();
  };
  return { db, feed, keys, permits, pos, stop };
}
