import { setTimeout as wait } from "node:timers/promises";

import { type EntityManager } from "typeorm";

import { answeredWithin } from "../../domain/concurrency/answered-within";
import { Moment } from "../../domain/time/moment";
import { notifyAtCommit } from "../../ports/commit-notices";
import { type EventFeed, type Topic } from "../../ports/event-feed";
import { type HeartbeatPaces, ListeningConnection } from "./listening-connection";
import { type SecondLook } from "./second-look";

const CHANNEL = "gateway_events";

interface FeedPaces extends HeartbeatPaces {
  /** Wait before a new connection; doubles with every failure, up to `longestRetryMs`. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** How long `start` waits. */
  readonly startMs: number;
  /** Interval between two checks of the rows themselves. */
  readonly lookMs: number;
}

const PACES: FeedPaces = {
  beatMs: 3_000,
  deadlineMs: 3_000,
  retryMs: 500,
  longestRetryMs: 5_000,
  startMs: 5_000,
  lookMs: 10_000,
};

interface FeedOptions {
  /** Finds changes that were never announced to us; without it, anything missed is lost. */
  readonly secondLook?: Pick<SecondLook, "changes">;
  readonly paces?: Partial<FeedPaces>;
}

type Wake = () => void;
type WakeAll = (topic: Topic | undefined) => void;

/**
 * Announces changes by NOTIFY, sent when their transaction commits. NOTIFY only makes it fast:
 * whatever is sent while the connection is down is lost, so everyone is woken and reads the rows
 * when it is back. In any case, the rows are checked every few seconds, with one statement for all,
 * over the pool's connections.
 */
export class PostgresEventFeed implements EventFeed {
  private readonly byTopic = new Map<Topic, Set<Wake>>();
  private readonly byPrefix = new Set<{ prefix: string; wake: WakeAll }>();
  private readonly paces: FeedPaces;
  private readonly stopping = new AbortController();
  private heard = Moment.now();
  private looked = Moment.now();
  private connection: ListeningConnection | undefined;
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly databaseUrl: string,
    private readonly onError: (error: unknown) => void,
    private readonly options: FeedOptions = {},
  ) {
    this.paces = { ...PACES, ...options.paces };
  }

  /**
   * Resolves when announcements are heard, or after a while without: then it keeps trying
   * indefinitely, and the checks of the rows take their place. Never rejects.
   */
  async start(): Promise<void> {
    const listening = new Promise<void>((resolve) => {
      this.work = Promise.all([this.keepListening(resolve), this.keepLooking()]);
    });
    const first = Promise.all([listening, this.look()]);
    await answeredWithin(this.paces.startMs, "Nothing is heard yet", first).catch(this.onError);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.connection?.stop();
    await this.work;
  }

  /** Time since the server last answered on the connection that hears announcements. */
  get heardMsAgo(): number {
    return this.heard.ageMs();
  }

  /** Time since the rows were last checked. */
  get lookedMsAgo(): number {
    return this.looked.ageMs();
  }

  announce(tx: EntityManager, ...topics: Topic[]): Promise<void> {
    for (const payload of topics) notifyAtCommit(tx, { channel: CHANNEL, payload });
    return Promise.resolve();
  }

  listen(topic: Topic, wake: Wake): () => void {
    const listeners = this.byTopic.get(topic) ?? new Set<Wake>();
    this.byTopic.set(topic, listeners.add(wake));
    return () => {
      listeners.delete(wake);
      if (listeners.size === 0 && this.byTopic.get(topic) === listeners) this.byTopic.delete(topic);
    };
  }

  listenAll(prefix: string, wake: WakeAll): () => void {
    const listener = { prefix, wake };
    this.byPrefix.add(listener);
    return () => void this.byPrefix.delete(listener);
  }

  private async keepListening(listening: () => void): Promise<void> {
    const { retryMs, longestRetryMs } = this.paces;
    const hearing = {
      announced: (payload: string) => this.wake(payload as Topic),
      answered: () => (this.heard = Moment.now()),
      missed: () => {
        listening();
        this.wakeEverybody();
      },
    };
    for (let pauseMs = retryMs; !this.stopped; pauseMs = Math.min(pauseMs * 2, longestRetryMs)) {
      const connection = new ListeningConnection(this.databaseUrl, CHANNEL, hearing, this.paces);
      this.connection = connection;
      const began = Moment.now();
      await connection.run().catch(this.onError);
      if (began.ageMs() > longestRetryMs) pauseMs = retryMs;
      await this.pause(pauseMs);
    }
  }

  private async keepLooking(): Promise<void> {
    for (;;) {
      await this.pause(this.paces.lookMs);
      if (this.stopped) return;
      await this.look();
    }
  }

  /**
   * A check that is not answered in time is not waited for; its result still counts when it
   * arrives.
   */
  private async look(): Promise<void> {
    const { secondLook } = this.options;
    if (!secondLook) return;
    const look = secondLook.changes().then((changed) => {
      this.looked = Moment.now();
      if (changed) changed.forEach((topic) => this.wake(topic));
      else this.wakeEverybody();
    });
    await answeredWithin(this.paces.deadlineMs, "Looking at the rows", look).catch(this.onError);
  }

  private wake(topic: Topic): void {
    this.byTopic.get(topic)?.forEach((wake) => wake());
    for (const listener of this.byPrefix)
      if (topic.startsWith(listener.prefix)) listener.wake(topic);
  }

  private wakeEverybody(): void {
    for (const listeners of this.byTopic.values()) listeners.forEach((wake) => wake());
    for (const listener of this.byPrefix) listener.wake(undefined);
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
