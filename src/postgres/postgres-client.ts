import { Client, type ClientConfig } from "pg";

import { DatabaseUnavailable } from "../errors";
import { LIMITS, type PostgresLimits } from "./limits";

export interface PostgresClientConfig extends ClientConfig {
  readonly limits?: PostgresLimits;
}

/** Delay before the first probe of an idle connection. */
const QUIET_MS = 10_000;
/**
 * How long a connection may take to close before it is cut off: a peer that is gone never answers.
 */
const GOODBYE_MS = 2_000;
/** Longest pause between two checks for a late answer, because limits may change meanwhile. */
const LOOK_MS = 5_000;
/** invalid_parameter_value: this server does not support the setting. */
const NOT_KEPT = "22023";

/**
 * Whichever end is gone, the server notices within about 20 s, or within 2 s during a statement.
 */
const LIVENESS = {
  tcp_keepalives_idle: QUIET_MS / 1000,
  tcp_keepalives_interval: 3,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 15_000,
};
/** A server on Windows refuses it. */
const LIVENESS_IN_STATEMENTS = { client_connection_check_interval: 2_000 };

/** Creates a connection to PostgreSQL, with limits on every wait for it. */
export function createClient(
  url: string,
  applicationName: string,
  limits: PostgresLimits = LIMITS,
): PostgresClient {
  return new PostgresClient({ connectionString: url, application_name: applicationName, limits });
}

/**
 * pg's client, with limits. The server enforces its own share of them. If no answer comes in time,
 * the connection is abandoned: everything that waits on it is rejected with `DatabaseUnavailable`,
 * and it is never used again. A broken connection is reported as "error" and "end", but does not
 * end a process that has no listener.
 */
export class PostgresClient extends Client {
  /** When it last answered, according to `performance.now()`. */
  answeredAt = -Infinity;
  /** Since when an answer has been outstanding. */
  askedAt: number | undefined;
  private limits: PostgresLimits;
  /** One timer for all statements: each only changes what it will check. */
  private timer: NodeJS.Timeout | undefined;

  constructor({ limits = LIMITS, ...config }: PostgresClientConfig = {}) {
    super({
      keepAlive: true,
      keepAliveInitialDelayMillis: QUIET_MS,
      ...config,
      connectionTimeoutMillis: config.connectionTimeoutMillis ?? limits.connectMs,
    });
    this.limits = limits;
    // Not overridden, so that all nine of pg's forms remain.
    const query = this.query.bind(this) as (...asked: unknown[]) => unknown;
    this.query = ((...asked: unknown[]) => {
      this.owesAnAnswer();
      return query(...asked);
    }) as Client["query"];
    this.on("error", () => undefined);
    this.on("drain", () => (this.askedAt = undefined));
    this.on("end", () => this.owesNothing());
    this.connection.on("readyForQuery", () => this.answered());
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error | null, client?: this) => void): void;
  override connect(callback?: (error: Error | null, client?: this) => void): Promise<this> | void {
    const ready = this.open();
    if (!callback) return ready;
    ready.then((client) => callback(null, client), callback);
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    const patienceMs = Math.min(GOODBYE_MS, this.limits.answerMs || GOODBYE_MS);
    const cutOff = setTimeout(() => this.connection.stream.destroy(), patienceMs).unref();
    this.once("end", () => clearTimeout(cutOff));
    return callback ? super.end(callback) : super.end();
  }

  /** Cuts the connection off; everything that waits on it is rejected with `error`. */
  giveUp(error: Error): void {
    this.connection.stream.destroy(error);
  }

  /**
   * Applies different limits on our side while the work lasts; the caller sets the server's limits.
   */
  async within<T>(limits: PostgresLimits, work: () => Promise<T>): Promise<T> {
    const usual = this.limits;
    this.limits = limits;
    try {
      return await work();
    } finally {
      this.limits = usual;
    }
  }

  private async open(): Promise<this> {
    await super.connect();
    await this.tellLimits();
    return this;
  }

  /**
   * Sent as statements, not as fields of the startup message: poolers refuse those, and an address
   * may overwrite them.
   */
  private async tellLimits(): Promise<void> {
    const { lockMs, statementMs, idleInTransactionMs } = this.limits;
    const settings = {
      lock_timeout: lockMs,
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      // A commit's warning must arrive, whatever the role's own settings.
      client_min_messages: "warning",
      // No statement here runs long enough to be worth compiling, and one planned without seqscan
      // has a cost that would have it compiled each time: a second of processor time or more.
      jit: "off",
      ...LIVENESS,
    };
    try {
      await this.set({ ...settings, ...LIVENESS_IN_STATEMENTS });
    } catch (error) {
      if ((error as { code?: unknown }).code !== NOT_KEPT) throw error;
      await this.set(settings);
    }
  }

  private set(settings: Readonly<Record<string, number | string>>): Promise<unknown> {
    return this.query(
      Object.entries(settings)
        .map(([name, value]) => `set ${name} = ${value}`)
        .join("; "),
    );
  }

  private answered(): void {
    this.answeredAt = performance.now();
    // Several requests may be outstanding: each gets the full time, counted from the previous
    // answer.
    if (this.askedAt !== undefined) this.askedAt = this.answeredAt;
  }

  private owesAnAnswer(): void {
    const { answerMs } = this.limits;
    if (answerMs === 0 || this.askedAt !== undefined) return;
    this.askedAt = performance.now();
    if (this.timer === undefined) this.lookIn(Math.min(answerMs, LOOK_MS));
  }

  /** A process that stalled first reads what arrived meanwhile, and only then judges. */
  private lookIn(ms: number): void {
    this.timer = setTimeout(() => setImmediate(() => this.look()), ms).unref();
  }

  private look(): void {
    this.timer = undefined;
    if (this.askedAt === undefined) return;
    const { answerMs } = this.limits;
    const leftMs = this.askedAt + answerMs - performance.now();
    if (leftMs > 0) this.lookIn(Math.min(leftMs, LOOK_MS));
    else this.giveUp(new DatabaseUnavailable(`The database did not answer within ${answerMs} ms`));
  }

  private owesNothing(): void {
    this.askedAt = undefined;
    clearTimeout(this.timer);
  }
}
