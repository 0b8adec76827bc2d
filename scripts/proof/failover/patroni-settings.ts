import { join } from "node:path";

import { POSTGRES_15 } from "../debian/cluster";

interface Place {
  readonly name: string;
  readonly folder: string;
  /** Where it listens. */
  readonly ports: { readonly postgres: number; readonly patroni: number };
  /** Where others reach it, and it reaches etcd. */
  readonly outside: { readonly postgres: number; readonly patroni: number; readonly etcd: number };
}

/** As short as Patroni lets a leader's lease be: seconds. */
const TIMES = { ttl: 20, loop_wait: 2, retry_timeout: 5 };
const HBA = [
  "local all all trust",
  "host all all 127.0.0.1/32 trust",
  "host replication all 127.0.0.1/32 trust",
];

/** Two nodes, one of them a synchronous standby: what was committed is on both. */
export function patroniSettings({ name, folder, ports, outside }: Place): object {
  return {
    scope: "proof",
    name,
    restapi: {
      listen: `127.0.0.1:${ports.patroni}`,
      connect_address: `127.0.0.1:${outside.patroni}`,
    },
    // Proxies are not asked where etcd really is.
    etcd3: { hosts: [`127.0.0.1:${outside.etcd}`], use_proxies: true },
    bootstrap: {
      dcs: {
        ...TIMES,
        maximum_lag_on_failover: 1_048_576,
        synchronous_mode: true,
        postgresql: {
          use_pg_rewind: true,
          use_slots: true,
          parameters: { max_connections: 200, wal_log_hints: "on", wal_keep_size: "256MB" },
        },
      },
      initdb: [{ encoding: "UTF8" }, { auth: "trust" }, "no-sync"],
    },
    postgresql: {
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
      parameters: { unix_socket_directories: folder },
    },
    watchdog: { mode: "off" },
  };
}
