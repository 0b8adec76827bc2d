import { setTimeout as delay } from "node:timers/promises";

import { type Cluster, GATEWAY, openCluster } from "./cluster";
import { lastPort, writeSettings } from "./cluster-settings";
import { EmbeddedPostgresUnavailable } from "./embedded-postgres-unavailable";
import { freePort } from "./free-port";
import { Lease } from "./lease";
import { livingPostmaster, removeStalePidFile } from "./postmaster";
import { type LaunchedServer, launchServer, stopServer } from "./server-process";

export interface EmbeddedPostgresOptions {
  /** Contains the whole database; created if missing. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** false for tests: faster, but the data is lost in a power failure. Default true. */
  readonly durable?: boolean;
  /** Defaults to the port of the last start if it is free, otherwise to any free one. */
  readonly port?: number;
}

/** Recovery after a crash reads up to 1 GB of write-ahead log. */
const START_TIMEOUT_MS = 120_000;

/**
 * Launching again helps if the port was taken at the last moment, or processes of a killed server
 * are still exiting.
 */
const LAUNCH_AGAIN_FOR_MS = 5_000;
const LAUNCH_PAUSE_MS = 200;

/**
 * A real PostgreSQL server stored in a folder, for gateways without a DATABASE_URL. Gateways with
 * the same folder share one server, which survives the crash of a gateway; the next one to start
 * finds it. The last gateway that stops also stops the server; other clients, such as an operator's
 * psql, are then disconnected.
 *
 * The folder must not be shared between machines or containers: process ids mean nothing across
 * them.
 */
export class EmbeddedPostgres {
  private readonly log: (line: string) => void;
  private cluster: Cluster | undefined;
  private port: number | undefined;
  private lease: Lease | undefined;
  private starting: Promise<void> | undefined;
  private wanted = false;

  constructor(private readonly options: EmbeddedPostgresOptions) {
    this.log = options.log ?? (() => undefined);
    this.port = options.port;
  }

  /**
   * Resolves when the server responds and the database `gateway` exists. Safe to repeat, and to
   * call simultaneously in several processes. A server that dies later is restarted on the same
   * port until `stop`.
   *
   * @throws {EmbeddedPostgresUnavailable} it cannot run here; the message is for the operator
   */
  async start(): Promise<{ url: string }> {
    this.wanted = true;
    const { dataDir, durable = true } = this.options;
    const cluster = (this.cluster ??= await openCluster(dataDir, durable));
    await (this.starting ??= this.attach(cluster).finally(() => (this.starting = undefined)));
    return {
      url: `postgres://${GATEWAY}:${cluster.password}@127.0.0.1:${String(this.port)}/${GATEWAY}`,
    };
  }

  /**
   * Stops the server unless another gateway uses it. Close your own connections first. Safe to
   * repeat.
   */
  async stop(): Promise<void> {
    let stopped = false;
    const released = await this.release(async (cluster) => {
      const postmaster = await livingPostmaster(cluster.pgdata);
      if (postmaster !== undefined) await stopServer(cluster, postmaster);
      stopped = true;
    });
    if (released)
      this.log(stopped ? "PostgreSQL stopped" : "PostgreSQL goes on: another gateway uses it");
  }

  /**
   * Releases the server without stopping it, for the next process that starts it here. Safe to
   * repeat.
   */
  async leaveRunning(): Promise<void> {
    await this.release(() => Promise.resolve());
  }

  private async release(whenLast: (cluster: Cluster) => Promise<void>): Promise<boolean> {
    this.wanted = false;
    await this.starting?.catch(() => undefined);
    const { cluster, lease } = this;
    this.lease = undefined;
    this.port = this.options.port;
    if (cluster === undefined || lease === undefined) return false;

    await lease.release(() => whenLast(cluster));
    return true;
  }

  private async attach(cluster: Cluster): Promise<void> {
    if (this.lease !== undefined) return;
    const startedAt = Date.now();
    let launched: LaunchedServer | undefined;
    let giveUpAt = Infinity;
    while (this.lease === undefined) {
      const running = await livingPostmaster(cluster.pgdata);
      if (running !== undefined) {
        await this.takeLease(cluster, running.port);
      } else if (launched === undefined || launched.failure !== undefined) {
        if (Date.now() > giveUpAt) throw doesNotStart(launched);
        if (launched !== undefined) {
          giveUpAt = Math.min(giveUpAt, Date.now() + LAUNCH_AGAIN_FOR_MS);
          await delay(LAUNCH_PAUSE_MS);
        }
        launched = await this.launch(cluster);
      }
      const waitedMs = Date.now() - startedAt;
      if (waitedMs > START_TIMEOUT_MS)
        throw new EmbeddedPostgresUnavailable("PostgreSQL does not answer.");
      // During a long recovery the server is asked less and less often, because every refusal adds
      // a line to the server's log.
      if (this.lease === undefined) await delay(Math.min(10 + waitedMs / 10, 500));
    }
    const how =
      launched === undefined ? "found running" : `started in ${Date.now() - startedAt} ms`;
    this.log(`PostgreSQL ${how} on port ${String(this.port)}, data in ${cluster.pgdata}`);
  }

  private async takeLease(cluster: Cluster, port: number): Promise<void> {
    try {
      this.lease = await Lease.take(cluster, port, () => this.startAgain(cluster));
    } catch (cause) {
      const refusal = `PostgreSQL on port ${port} does not let the gateway in: ${String(cause)}.`;
      throw new EmbeddedPostgresUnavailable(refusal, { cause });
    }
    if (this.lease !== undefined) this.port = port;
  }

  private async launch(cluster: Cluster): Promise<LaunchedServer> {
    await removeStalePidFile(cluster.pgdata);
    // Connection pools already know the port, or the operator asked for it: only that one will do.
    const port = this.port ?? (await freePort(await lastPort(cluster.pgdata)));
    await writeSettings(cluster.pgdata, cluster.account, port, this.options.durable ?? true);
    return launchServer(cluster);
  }

  private startAgain(cluster: Cluster): void {
    this.lease = undefined;
    if (!this.wanted) return;
    this.log("PostgreSQL closed the gateway's connection; looking for it or starting it again");
    this.starting ??= this.attachPatiently(cluster).finally(() => (this.starting = undefined));
  }

  private async attachPatiently(cluster: Cluster): Promise<void> {
    while (this.wanted && this.lease === undefined) {
      try {
        await this.attach(cluster);
      } catch (error) {
        this.log(`PostgreSQL is gone and cannot be started again: ${String(error)}`);
        await delay(1000);
      }
    }
  }
}

function doesNotStart(launched: LaunchedServer | undefined): EmbeddedPostgresUnavailable {
  return new EmbeddedPostgresUnavailable(
    `PostgreSQL does not start: ${launched?.failure ?? "no reason given"}.`,
  );
}
