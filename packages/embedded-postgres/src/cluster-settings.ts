import { chown, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Account } from "./account";

/** Included by postgresql.conf and rewritten before every start. */
export const SETTINGS_FILE = "gateway.conf";

/**
 * No client connects over a socket file or from another machine; IPv4 only, because "localhost" is
 * not in every hosts file.
 */
const ALWAYS = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  max_connections: "200",
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  // Failed statements and details quote rows, and rows contain guests' names and phones: neither
  // must reach the log.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

/** For disposable clusters: nothing waits for the disk. A power failure destroys them. */
const NOT_DURABLE = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
};

/** Writes the settings of the next start in one step. */
export async function writeSettings(
  pgdata: string,
  account: Account | undefined,
  port: number,
  durable: boolean,
): Promise<void> {
  const settings = { port: String(port), ...ALWAYS, ...(durable ? {} : NOT_DURABLE) };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);

  const partial = join(pgdata, `${SETTINGS_FILE}.${process.pid}.partial`);
  await writeFile(partial, lines.join(""), { mode: 0o600 });
  if (account !== undefined) await chown(partial, account.uid, account.gid);
  await rename(partial, join(pgdata, SETTINGS_FILE));
}

/** Returns the port of the last start, so that an operator's bookmarks survive a restart. */
export async function lastPort(pgdata: string): Promise<number | undefined> {
  const settings = await readFile(join(pgdata, SETTINGS_FILE), "utf8").catch(() => "");
  const port = /^port = (\d+)$/m.exec(settings)?.[1];
  return port === undefined ? undefined : Number(port);
}
