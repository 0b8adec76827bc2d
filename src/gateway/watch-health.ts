import { type Logger } from "pino";
import { type Registry } from "prom-client";
import { type DataSource } from "typeorm";

import { DatabasePart } from "../adapters/postgres/database-part";
import { type PostgresEventFeed } from "../adapters/postgres/postgres-event-feed";
import { standbysOf } from "../adapters/postgres/standbys";
import { showFeed, showReadiness, showStandbys } from "../adapters/prometheus/process-metrics";
import { overdue, Readiness } from "./readiness";
import { StandbyWatch } from "./standby-watch";

/** Both are renewed several times within this period. */
const LEASE_MS = 8_000;
const CLAIM_MS = 8_000;

interface Watched {
  readonly db: DataSource;
  readonly feed: PostgresEventFeed;
  /** What shows the other processes that this one is alive, and what finds work for it. */
  readonly worker: { readonly renewedMsAgo: number; readonly claimedMsAgo: number };
  readonly registry: Registry;
  readonly logger: Logger;
}

/**
 * Watches everything without which this process cannot do its work. The feed is not part of it:
 * without it everything goes on, and only becomes visible some seconds later.
 */
export function watchHealth({ db, feed, worker, registry, logger }: Watched): Readiness {
  const parts = [
    new DatabasePart(db),
    overdue("lease", () => worker.renewedMsAgo, LEASE_MS),
    overdue("claim", () => worker.claimedMsAgo, CLAIM_MS),
  ];
  const readiness = new Readiness(parts, (reasons) => {
    if (Object.keys(reasons).length > 0) logger.error({ parts: reasons }, "Not ready");
    else logger.warn("Ready again");
  });
  showReadiness(registry, readiness);
  showFeed(registry, feed);
  return readiness;
}

/** Returns the watch of the gateway's own database, which reports to the log and the metrics. */
export function watchStandbys({
  db,
  registry,
  logger,
}: Pick<Watched, "db" | "registry" | "logger">): StandbyWatch {
  const watch = new StandbyWatch(
    () => standbysOf(db),
    (warning) => {
      if (warning === null) logger.info("The database's standbys are as they should be again");
      else logger.warn(`The database ${warning}`);
    },
  );
  showStandbys(registry, () => watch.standbys);
  return watch;
}
