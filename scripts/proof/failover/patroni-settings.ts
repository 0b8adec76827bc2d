import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { POSTGRES_15 } from "../debian/cluster";

interface Place {
  readonly name: string;
  readonly folder: string;
  /** The ports it listens on. */
  readonly ports: { readonly postgres: number; readonly patroni: number };
  /** The ports where others reach it, and where it reaches etcd. */
  readonly outside: { readonly postgres: number; readonly patroni: number; readonly etcd: number };
}

/** The parts of `deploy/postgres-ha/patroni.yml` that are specific to a machine. */
interface Deployed {
  readonly restapi: object;
  readonly bootstrap: { readonly initdb: readonly unknown[] };
  readonly postgresql: { readonly parameters: Readonly<Record<string, unknown>> };
}

const DEPLOYED = "deploy/postgres-ha/patroni.yml";
const HBA = [
  "local all all trust",
  "host all all 127.0.0.1/32 trust",
  "host replication all 127.0.0.1/32 trust",
];

/**
 * A node of the pair, as deployed: two nodes, one of them a synchronous standby. It differs in that
 * its paths are on this machine, and it has no certificates and no passwords.
 */
export function patroniSettings({ name, folder, ports, outside }: Place): object {
  const deployed = parse(readFileSync(DEPLOYED, "utf8")) as Deployed;
  const own = { unix_socket_directories: folder, ssl: "off" };
  return {
    ...deployed,
    name,
    restapi: {
      listen: `127.0.0.1:${ports.patroni}`,
      connect_address: `127.0.0.1:${outside.patroni}`,
    },
    // Proxies are not asked for etcd's real address.
    etcd3: { hosts: [`127.0.0.1:${outside.etcd}`], use_proxies: true },
    bootstrap: {
      ...deployed.bootstrap,
      initdb: [...deployed.bootstrap.initdb, { auth: "trust" }, "no-sync"],
      pg_hba: HBA,
    },
    postgresql: {
      ...deployed.postgresql,
      listen: `127.0.0.1:${ports.postgres}`,
      connect_address: `127.0.0.1:${outside.postgres}`,
      data_dir: join(folder, "data"),
      bin_dir: POSTGRES_15,
      pgpass: join(folder, "pgpass"),
      pg_hba: HBA,
      authentication: {
        superuser: { username: "postgres", password: "postgres" },
        replication: { username: "replicator", password: "replicator" },
        rewind: { username: "postgres", password: "postgres" },
      },
      parameters: { ...deployed.postgresql.parameters, ...own },
    },
    watchdog: { mode: "off" },
  };
}
