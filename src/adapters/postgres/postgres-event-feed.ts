import { type Client } from "pg";
import { type EntityManager } from "typeorm";

import { notifyAtCommit } from "../../ports/commit-notices";
import { type EventFeed, type Topic } from "../../ports/event-feed";
import { createClient } from "../../postgres/postgres-client";

const CHANNEL = "gateway_events";
const RECONNECT_MS = 500;

type Wake = () => void;
type WakeAll = (topic: Topic | undefined) => void;

/**
 * Announcements by NOTIFY, sent with the commit of their transaction. NOTIFY alone loses what is sent while the connection is
 * down, so after every reconnection everybody is woken and reads the rows.
 */
export class PostgresEventFeed implements EventFeed {
  private readonly byTopic = new Map<Topic, Set<Wake>>();
  private readonly byPrefix = new Set<{ prefix: string; wake: WakeAll }>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly onError: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    const client = createClient(this.databaseUrl, "gateway-events");
    client.on("notification", ({ payload }) => this.wake(payload as Topic));
    client.on("error", this.onError);
    // Also emitted when connecting failed: so a dead database is tried again and again.
    client.on("end", () => this.reconnect(client));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
    // `close` came while this was connecting, and found nothing to end.
    if (this.closed) await client.end();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end();
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

  private wake(topic: Topic): void {
    this.byTopic.get(topic)?.forEach((wake) => wake());
    for (const listener of this.byPrefix) if (topic.startsWith(listener.prefix)) listener.wake(topic);
  }

  private wakeEverybody(): void {
    for (const listeners of this.byTopic.values()) listeners.forEach((wake) => wake());
    for (const listener of this.byPrefix) listener.wake(undefined);
  }

  private reconnect(lost: Client): void {
    if (this.closed || (this.client !== undefined && this.client !== lost)) return;
    this.client = undefined;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.start().then(() => this.wakeEverybody(), this.onError);
    }, RECONNECT_MS);
  }
}
