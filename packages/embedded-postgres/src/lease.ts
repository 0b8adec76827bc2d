import { Socket } from "node:net";

import { Client } from "pg";

import { type Cluster, GATEWAY } from "./cluster";

/** The two-number key ("gate", 1) of our advisory lock; TypeORM uses one-number keys. */
const LOCK = "1734440037, 1";

/**
 * What PostgreSQL reports while it starts, recovers or stops (SQLSTATE class 57P), and TCP before
 * it listens.
 */
const NOT_READY = new Set(["ECONNREFUSED", "ECONNRESET", "57P01", "57P02", "57P03"]);

const NO_SUCH_DATABASE = "3D000";
const ALREADY_EXISTS = new Set(["42P04", "23505"]);

/**
 * One gateway's claim on the server: an open connection that holds a lock shared with the other
 * gateways of the same data folder. A gateway that dies loses it together with its connection, so
 * it never has to be cleaned up.
 */
export class Lease {
  private released = false;

  private constructor(
    private readonly client: Client,
    private readonly socket: Socket,
  ) {}

  /**
   * Takes a lease, or returns undefined while the server is not ready for connections. Creates the
   * database if it is missing. The connection does not keep the process alive.
   *
   * @param onLost called once if the connection breaks before `release`
   */
  static async take(
    cluster: Cluster,
    port: number,
    onLost: () => void,
  ): Promise<Lease | undefined> {
    try {
      const { client, socket } = await connect(cluster, port, GATEWAY).catch(
        async (error: unknown) => {
          if (codeOf(error) !== NO_SUCH_DATABASE) throw error;
          await createDatabase(cluster, port);
          return connect(cluster, port, GATEWAY);
        },
      );
      const lease = new Lease(client, socket);
      await client
        .query(`select pg_advisory_lock_shared(${LOCK})`)
        .catch(async (error: unknown) => {
          await client.end();
          throw error;
        });
      client.once("end", () => {
        if (!lease.released) onLost();
      });
      socket.unref();
      return lease;
    } catch (error) {
      if (isNotReady(error)) return undefined;
      throw error;
    }
  }

  /**
   * Releases the lease and calls `whenLast` if no other gateway holds one. Gateways that start
   * meanwhile wait for the lock, lose their connection when the server stops, and start it again.
   */
  async release(whenLast: () => Promise<void>): Promise<void> {
    this.released = true;
    this.socket.ref();
    try {
      await this.client.query(`select pg_advisory_unlock_shared(${LOCK})`);
      const { rows } = await this.client.query<{ last: boolean }>(
        `select pg_try_advisory_lock(${LOCK}) as last`,
      );
      if (rows[0]?.last === true) await whenLast();
    } catch (error) {
      // The server went away on its own, and the lease with it.
      if (!isNotReady(error)) throw error;
    } finally {
      await this.client.end().catch(() => undefined);
    }
  }
}

interface Connection {
  readonly client: Client;
  readonly socket: Socket;
}

async function connect({ password }: Cluster, port: number, database: string): Promise<Connection> {
  const socket = new Socket();
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: GATEWAY,
    password,
    database,
    ssl: false,
    stream: () => socket,
    application_name: "embedded-postgres lease",
    connectionTimeoutMillis: 3_000,
  });
  // A broken connection is also reported as "end" or as the failure of the current query.
  client.on("error", () => undefined);
  await client.connect();
  return { client, socket };
}

async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const { client } = await connect(cluster, port, "postgres");
  try {
    await client.query(`create database ${GATEWAY}`);
  } catch (error) {
    if (!ALREADY_EXISTS.has(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}

function isNotReady(error: unknown): boolean {
  // The driver's own errors for a broken connection carry no code.
  return (
    NOT_READY.has(codeOf(error)) ||
    /Connection terminated|connection error|timeout/.test(String(error))
  );
}
