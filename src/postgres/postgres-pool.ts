import { Pool, type PoolClient, type PoolConfig } from "pg";

import { DatabaseUnavailable } from "../errors";
import { LIMITS, type PostgresLimits } from "./limits";
import { PostgresClient } from "./postgres-client";

export interface PostgresPoolConfig extends PoolConfig {
  readonly limits?: PostgresLimits;
}

/**
 * pg's pool, with clients that have limits. If one connection turns out to be silent, its idle
 * siblings probably are as well: those that have not answered since are dropped before anyone waits
 * for each of them in turn.
 */
export class PostgresPool extends Pool {
  private readonly idle = new Set<PostgresClient>();

  constructor({ limits = LIMITS, ...config }: PostgresPoolConfig = {}) {
    // The pool passes its whole configuration on to its clients, including the limits.
    const ofClients: PostgresPoolConfig = {
      ...config,
      connectionTimeoutMillis: config.connectionTimeoutMillis ?? limits.connectMs,
      Client: PostgresClient,
      limits,
    };
    super(ofClients);
    this.on("connect", (client) => this.watch(own(client)));
    this.on("acquire", (client) => this.idle.delete(own(client)));
    this.on("release", (_, client) => this.idle.add(own(client)));
    this.on("remove", (client) => this.idle.delete(own(client)));
  }

  private watch(client: PostgresClient): void {
    client.on("error", (error) => {
      if (error instanceof DatabaseUnavailable) this.dropSiblings(client, error);
    });
  }

  private dropSiblings({ askedAt = -Infinity }: PostgresClient, error: Error): void {
    for (const sibling of this.idle) if (sibling.answeredAt < askedAt) sibling.giveUp(error);
  }
}

function own(client: PoolClient): PostgresClient {
  return client as unknown as PostgresClient;
}
