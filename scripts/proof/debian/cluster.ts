import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { freePort } from "../../../packages/embedded-postgres/src/free-port";
import { eventually } from "../../../tests/support/eventually";
import { giveToPostgres, run, Service } from "./service";

/** Where Debian's PostgreSQL 15 has its programs. */
export const POSTGRES_15 = "/usr/lib/postgresql/15/bin";

/** Whether a PostgreSQL server accepts clients on this port of 127.0.0.1. */
function isAnswering(port: number): Promise<boolean> {
  return run(join(POSTGRES_15, "pg_isready"), "-h", "127.0.0.1", "-p", String(port)).then(
    () => true,
    () => false,
  );
}

/** A cluster of Debian's PostgreSQL, freshly created by initdb. */
export class Cluster {
  private constructor(
    readonly port: number,
    private readonly service: Service,
  ) {}

  /** @param folder created for this cluster only */
  static async start(folder: string): Promise<Cluster> {
    await mkdir(folder);
    await giveToPostgres(folder);
    const data = join(folder, "data");
    await run(
      join(POSTGRES_15, "initdb"),
      "-D",
      data,
      "-A",
      "trust",
      "-U",
      "postgres",
      "-E",
      "UTF8",
      "--no-sync",
    );
    const port = await freePort(undefined);
    const settings = [
      "listen_addresses=127.0.0.1",
      `port=${port}`,
      `unix_socket_directories=${folder}`,
      "max_connections=200",
    ];
    const args = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
    const service = await Service.start("postgres", join(POSTGRES_15, "postgres"), args);
    const cluster = new Cluster(port, service);
    await eventually(async () => {
      if (service.hasEnded) throw new Error(`PostgreSQL ended: ${service.printed}`);
      return isAnswering(port);
    });
    return cluster;
  }

  urlOf(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  /** Shuts down in fast mode, even with clients connected. Safe to repeat. */
  stop(): Promise<void> {
    return this.service.end("SIGINT");
  }
}
