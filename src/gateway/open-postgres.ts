import { type Logger } from "pino";

import { PostgresEventFeed } from "../adapters/postgres/postgres-event-feed";
import { PostgresLimitStore } from "../adapters/postgres/postgres-limit-store";
import { SecondLook } from "../adapters/postgres/second-look";
import { Lease, LEASE_TIMES } from "../jobs/lease";
import { DatabaseClock } from "../postgres/database-clock";
import { openDatabase } from "./open-database";
import { type Shutdown } from "./shutdown";

/** Opens everything that relies on the database: connections, the event feed, limits, the lease. */
export async function openPostgres(databaseUrl: string, logger: Logger, shutdown: Shutdown) {
  const db = await openDatabase(databaseUrl);
  shutdown.add(() => db.destroy());
  const late = warnOf(logger, "Events are heard late");
  const feed = new PostgresEventFeed(databaseUrl, late, { secondLook: new SecondLook(db) });
  await feed.start();
  shutdown.add(() => feed.close());
  const clock = new DatabaseClock();
  const limits = new PostgresLimitStore(
    db,
    warnOf(logger, "Limits are counted by this process alone"),
  );
  const lost = warnOf(logger, "The lease was not renewed");
  // Opened before anything that may be done for others, so that it is released after all of that
  // has stopped.
  const lease = await Lease.open(databaseUrl, lost, LEASE_TIMES, clock);
  shutdown.add(() => lease.close());
  return { db, feed, clock, limits, lease };
}

function warnOf(logger: Logger, what: string): (error: unknown) => void {
  return (error) => logger.warn(`${what}: ${String(error)}`);
}
