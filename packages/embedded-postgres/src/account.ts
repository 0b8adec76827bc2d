import { readFile } from "node:fs/promises";

/**
 * The system account under which PostgreSQL's programs run. `undefined` always means "the account
 * of this process".
 */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that Linux calls "nobody", for when /etc/passwd names neither of the accounts we look
 * for.
 */
const NOBODY: Account = { uid: 65534, gid: 65534 };

/**
 * The account for a new cluster: PostgreSQL refuses to run as root, so root uses `postgres`, or
 * else `nobody`.
 */
export async function accountForNewCluster(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;

  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  for (const name of ["postgres", "nobody"]) {
    const entry = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, "m").exec(passwd);
    if (entry !== null) return { uid: Number(entry[1]), gid: Number(entry[2]) };
  }
  return NOBODY;
}
