import { setTimeout as pause } from "node:timers/promises";

import { LIMITS } from "../../postgres/limits";
import { createClient, type PostgresClient } from "../../postgres/postgres-client";

export interface HeartbeatPaces {
  /** Between an answer and the next question. */
  readonly beatMs: number;
  /** How long connecting, and each answer, may take; whoever takes longer is dead. */
  readonly deadlineMs: number;
}

export interface Hearing {
  readonly announced: (payload: string) => void;
  /** The server has answered: until now nothing was missed. */
  readonly answered: () => void;
  /** The connection goes on, but something may have been missed. */
  readonly missed: () => void;
}

interface Beat {
  readonly backend: string;
  readonly standby: boolean;
}

/**
 * A proxy in between may lead to another server, or another connection of the same one, which
 * listens to nothing.
 */
const BEAT = `
  select pg_backend_pid()::text || ' ' || pg_postmaster_start_time()::text as backend, pg_is_in_recovery() as standby`;

/**
 * One connection that hears a channel. Nothing is ever sent on a connection that only listens, so
 * nobody would notice that it is dead: it asks the server again and again, each time with a
 * deadline.
 */
export class ListeningConnection {
  private readonly client: PostgresClient;
  private readonly over = new AbortController();
  /** What broke it while nothing was asked. */
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
   * Connects, listens, and asks until `stop`. Nothing is left of the connection afterwards.
   *
   * @throws {Error} the connection broke, gave no answer in time, or leads to a standby
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

  /** Has `run` end; resolves when the connection is closed. */
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
