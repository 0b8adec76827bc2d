import { type Logger } from "pino";

import { type App } from "../app";
import { ConfigError } from "../errors";
import { JobWorker } from "../jobs/job-worker";
import { type Lease } from "../jobs/lease";
import { type Shutdown } from "./shutdown";

const LOST_KEY =
  "DATA_DIR, ENCRYPTION_KEY: no stored POS credential can be opened. The database was kept, and the key was lost: restore " +
  "secrets.json of DATA_DIR, or name the former key last in ENCRYPTION_KEY";

interface Parts {
  readonly databaseUrl: string;
  readonly lease: Lease;
  readonly app: App;
  readonly logger: Logger;
}

/**
 * Starts the background work: jobs, waiting web hooks, and recurring work.
 *
 * @throws {ConfigError} if the available keys can open no stored credential
 */
export async function startWork(
  { databaseUrl, lease, app, logger }: Parts,
  shutdown: Shutdown,
): Promise<JobWorker> {
  startAndStop(app.warmMenus, shutdown);
  const worker = JobWorker.start({ databaseUrl, lease, ...app, log: logger });
  shutdown.add(() => worker.stop());
  startAndStop(app.webhookWork, shutdown);
  await planWork(app, shutdown);
  return worker;
}

/** Plans recurring work for the first time, and looks for lost work from now on. */
async function planWork(
  { resealCredentials, periodicJobs, repairRounds }: App,
  shutdown: Shutdown,
): Promise<void> {
  if (await resealCredentials.opensNothing()) throw new ConfigError([LOST_KEY]);
  await resealCredentials.fromEarlierKeys();
  for (const { plan } of periodicJobs.rounds()) await plan();
  startAndStop(repairRounds, shutdown);
}

export function startAndStop(
  work: { start(): void; stop(): void | Promise<void> },
  shutdown: Shutdown,
): void {
  work.start();
  shutdown.add(() => work.stop());
}
