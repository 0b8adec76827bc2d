import { createHash } from "node:crypto";
import { chmod, lstat, mkdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Account, accountForNewCluster } from "./account";
import { EmbeddedPostgresUnavailable } from "./embedded-postgres-unavailable";
import { canEnter } from "./run-program";

/** Where a cluster is stored, who owns its files, and whether it exists yet. */
export interface ClusterHome {
  readonly folder: string;
  readonly account: Account | undefined;
  readonly exists: boolean;
}

const NOTE = "DATABASE-IS-ELSEWHERE.txt";

/** First the folder that survives reboots, last the one that is writable almost everywhere. */
const SHARED_FOLDERS = ["/var/lib", "/var/tmp"];

/** Returns the folder of PostgreSQL's own files inside a home. */
export function pgdataIn(home: string): string {
  return join(home, "cluster", "pgdata");
}

/**
 * Finds the home of the cluster for a data folder: the folder itself, or, if the account that runs
 * PostgreSQL cannot enter it (a checkout below /root), a folder in /var/lib whose name is derived
 * from the data folder's path. Creates folders, never a cluster; safe to repeat.
 *
 * @throws {EmbeddedPostgresUnavailable} the database is known to exist somewhere, but cannot be
 *   reached there
 */
export async function findClusterHome(dataDir: string): Promise<ClusterHome> {
  await mkdir(dataDir, { recursive: true });
  const asked = await realpath(dataDir);

  const noted = await readNote(asked);
  if (noted !== undefined) return homeFromNote(asked, noted);

  const owner = await clusterOwner(asked);
  if (owner !== undefined) return existingHome(asked, owner);

  const account = await accountForNewCluster();
  if (account === undefined) return { folder: asked, account, exists: false };

  // Only the given folder is opened, and only for passing through: everything above it belongs to
  // the operator.
  await chmod(asked, (await stat(asked)).mode | 0o011);
  if (await canEnter(asked, account)) return { folder: asked, account, exists: false };

  const folder = await homeElsewhere(asked, account);
  const earlier = await clusterOwner(folder);
  return earlier === undefined ? { folder, account, exists: false } : existingHome(folder, earlier);
}

/**
 * Leaves a note in the data folder if its cluster had to be stored elsewhere. Later starts follow
 * the note.
 */
export async function noteClusterHome(dataDir: string, home: string): Promise<void> {
  const asked = await realpath(dataDir);
  if (asked === home || (await readNote(asked)) !== undefined) return;
  await writeFile(
    join(asked, NOTE),
    `PostgreSQL runs under an unprivileged account, and that account cannot enter this folder.
The database is kept in the folder below. Back it up, move and delete both folders together.

${home}
`,
  );
}

async function readNote(dataDir: string): Promise<string | undefined> {
  const note = await readFile(join(dataDir, NOTE), "utf8").catch(() => "");
  return /^\/.*$/m.exec(note)?.[0];
}

async function homeFromNote(dataDir: string, folder: string): Promise<ClusterHome> {
  const owner = await clusterOwner(folder);
  if (owner !== undefined) return existingHome(folder, owner);
  // Starting again with an empty database would hide that every order is gone, for instance in a
  // container that was recreated.
  throw new EmbeddedPostgresUnavailable(
    `${join(dataDir, NOTE)} says that the database is in ${folder}, but there is none. ` +
      `Bring that folder back, or delete the note to begin with an empty database.`,
  );
}

/**
 * A cluster keeps the account it was created for, even if `postgres` has since been added to the
 * system.
 */
async function existingHome(folder: string, owner: Account): Promise<ClusterHome> {
  const own = process.getuid?.();
  if (own === undefined || own === owner.uid) return { folder, account: undefined, exists: true };
  if (own !== 0) {
    throw new EmbeddedPostgresUnavailable(
      `The database in ${folder} belongs to user ${owner.uid}, and this process runs as user ${own}. ` +
        `Start the gateway as the user who started it first.`,
    );
  }
  if (!(await canEnter(folder, owner))) {
    throw new EmbeddedPostgresUnavailable(
      `The database in ${folder} belongs to user ${owner.uid}, who cannot enter that folder any more. ` +
        `Give the folders above it the permission to pass through (chmod o+x).`,
    );
  }
  return { folder, account: owner, exists: true };
}

async function clusterOwner(home: string): Promise<Account | undefined> {
  return stat(pgdataIn(home)).then(
    ({ uid, gid }) => ({ uid, gid }),
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    },
  );
}

async function homeElsewhere(dataDir: string, account: Account): Promise<string> {
  const name = `result-rest-gateway-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  for (const shared of SHARED_FOLDERS) {
    const folder = join(shared, name);
    await mkdir(folder, { mode: 0o755 }).catch(() => undefined);
    // In a folder that is writable for everyone, a stranger could have been here first.
    const found = await lstat(folder).catch(() => undefined);
    if (found === undefined || !found.isDirectory() || found.uid !== 0) continue;

    await chmod(folder, 0o755);
    if (await canEnter(folder, account)) return folder;
  }
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL cannot run as root, and its account (user ${account.uid}) can enter neither ${dataDir} ` +
      `nor a folder in ${SHARED_FOLDERS.join(" or ")}. Start the gateway as another user.`,
  );
}
