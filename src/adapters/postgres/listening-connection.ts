import { setTimeout as pause } from "node:timers/promises";

import { LIMITS } from "../../postgres/limits";
import { createClient, type PostgresClient } from "../../postgres/postgres-client";

export interface HeartbeatPaces {
  /** Pause between an answer and the next query. */
  readonly beatMs: number;
  /** How long connecting and each answer may take; after that, the connection counts as dead. */
  readonly deadlineMs: number;
}

export interface Hearing {
  readonly announced: (payload: string) => void;
  /** The server has answered: nothing has been missed so far. */
  readonly answered: () => void;
  /** The connection is still up, but something may have been missed. */
  readonly missed: () => void;
}

interface Beat {
  readonly backend: string;
  readonly standby: boolean;
}

/**
 * A proxy in between may lead to another server, or to another connection of the same server, which
 * does not listen.
 */
const BEAT = `
  select pg_backend_pid()::text || ' ' || pg_postmaster_start_time()::text as backend, pg_is_in_recovery() as standby`;

/**
 * A connection that listens to a channel. Nothing is ever sent on a connection that only listens,
 * so its death would go unnoticed: it therefore queries the server again and again, each time with
 * a deadline.
 */
export class ListeningConnection {
  private readonly client: PostgresClient;
  private readonly over = new AbortController();
  /** What broke the connection between queries. */
  private broken: Error | undefined;
  private connected = false;
  private wanted = true;

  constructor(
    databaseUrl: string,
    private readonly channel: string,
    private readonly hearing: Hearing,
    private readonly paces: HeartbeatPaces,
  ) {
    const { deadlineMs } = paces;
    const client = createClient(databaseUrl, "gateway-events", {
      ...LIMITS,
      connectMs: deadlineMs,
      answerMs: deadlineMs,
    });
    client.on("notification", ({ payload }) => hearing.announced(payload ?? ""));
    client.on("error", (error) => (this.broken ??= error));
    client.on("end", () => this.over.abort());
    this.client = client;
  }

  /**
   * Connects, listens, and sends queries until `stop`. Afterwards nothing is left of the
   * connection.
   *
   * @throws {Error} the connection broke, did not answer in time, or leads to a standby
   */
  async run(): Promise<void> {
    try {
      await this.client.connect();
      this.connected = true;
      await this.listen();
      for (let { backend } = await this.beat(); ;) {
        await pause(this.paces.beatMs, undefined, { signal: this.over.signal }).catch(
          () => undefined,
        );
        const now = await this.beat();
        if (now.backend === backend) continue;
        await this.listen();
        ({ backend } = now);
      }
    } catch (error) {
      const reason = this.broken ?? (error as Error);
      this.client.giveUp(reason);
      if (this.wanted) throw reason;
    }
  }

  /** Makes `run` end; resolves when the connection is closed. */
  async stop(): Promise<void> {
    this.wanted = false;
    if (this.connected) await this.client.end();
    else this.client.giveUp(new Error("The event connection is not wanted any more"));
  }

  private async listen(): Promise<void> {
    await this.client.query(`listen ${this.channel}`);
    this.hearing.missed();
  }

  private async beat(): Promise<Beat> {
    const { rows } = await this.client.query<Beat>(BEAT);
    const [beat] = rows;
    if (!beat || beat.standby) throw new Error("The event connection leads to a standby");
    this.hearing.answered();
    return beat;
  }
}
