import { randomBytes } from "node:crypto";
import {
  appendFile,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";

import { type Account } from "./account";
import { type Binaries, usableBinaries } from "./binaries";
import { type ClusterHome, findClusterHome, noteClusterHome, pgdataIn } from "./cluster-home";
import { SETTINGS_FILE } from "./cluster-settings";
import { EmbeddedPostgresUnavailable } from "./embedded-postgres-unavailable";
import { isAlive } from "./postmaster";
import { runProgram } from "./run-program";

/** The name of the superuser and of the one database that the gateway uses. */
export const GATEWAY = "gateway";

/** A cluster on disk, ready to start. */
export interface Cluster {
  readonly pgdata: string;
  readonly password: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

/**
 * Opens the cluster of a data folder, and creates it if there is none (about 0.6 s). Safe to call
 * simultaneously from several processes: each creates its own cluster, and the one that first gets
 * the final name stays.
 *
 * @throws {EmbeddedPostgresUnavailable} this system or this folder cannot hold one
 */
export async function openCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  const home = await findClusterHome(dataDir);
  const binaries = await usableBinaries(home.folder, home.account);
  await removeAbandoned(home.folder);
  if (!home.exists) await createCluster(home, binaries, durable);
  await noteClusterHome(dataDir, home.folder);

  const pgdata = pgdataIn(home.folder);
  await refuseOtherVersion(pgdata, binaries.majorVersion);
  const password = await readFile(join(home.folder, "cluster", "password"), "utf8");
  return { pgdata, password, account: home.account, binaries };
}

async function createCluster(
  home: ClusterHome,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const partial = join(
    home.folder,
    `cluster-${process.pid}-${randomBytes(4).toString("hex")}.partial`,
  );
  await mkdir(partial, { mode: 0o755 });
  try {
    await initialise(partial, home.account, binaries, durable);
    await rename(partial, join(home.folder, "cluster"));
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    const anotherWon = await stat(pgdataIn(home.folder)).catch(() => undefined);
    if (anotherWon === undefined) throw error;
  }
}

async function initialise(
  folder: string,
  account: Account | undefined,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const password = randomBytes(24).toString("base64url");
  const pgdata = join(folder, "pgdata");
  const passwordForInitdb = join(folder, "initdb-password");
  await writeFile(join(folder, "password"), password, { mode: 0o600 });
  await writeFile(passwordForInitdb, password, { mode: 0o600 });
  await mkdir(pgdata, { mode: 0o700 });
  if (account !== undefined) {
    await chown(pgdata, account.uid, account.gid);
    await chown(passwordForInitdb, account.uid, account.gid);
  }

  const args = [`--pgdata=${pgdata}`, `--username=${GATEWAY}`, `--pwfile=${passwordForInitdb}`];
  args.push("--auth=scram-sha-256", "--encoding=UTF8", "--no-instructions");
  // PostgreSQL's own Unicode rules: lower('Ё') = 'ё' on every system, whatever locales are
  // installed.
  args.push("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
  if (!durable) args.push("--no-sync");
  await runProgram(binaries.initdb, args, folder, account);

  await appendFile(join(pgdata, "postgresql.conf"), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
  await rm(passwordForInitdb);
}

/** Removes the leftovers of a process that died while creating a cluster or copying programs. */
async function removeAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const owner = /^(?:cluster|postgresql)-(\d+)-.*\.partial$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(join(home, name), { recursive: true, force: true });
  }
}

async function refuseOtherVersion(pgdata: string, majorVersion: string): Promise<void> {
  const created = (await readFile(join(pgdata, "PG_VERSION"), "utf8")).trim();
  if (created === majorVersion) return;
  throw new EmbeddedPostgresUnavailable(
    `The database in ${pgdata} was created by PostgreSQL ${created}, and this gateway brings ${majorVersion}. ` +
      `Move it over with pg_dump and pg_restore.`,
  );
}
