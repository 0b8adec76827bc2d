import { type Client, createClient } from "graphql-ws";

const FORBIDDEN = 4403;
/** A network that swallows everything shows by pings that nobody answers. */
const PING_MS = 8_000;
const PONG_WITHIN_MS = 4_000;
const LONGEST_WAIT_MS = 10_000;

type Watcher = (isConnected: boolean) => void;

/**
 * The one WebSocket of a page, over which everything is followed. A lost connection is taken up
 * again by itself, sooner when the network says that it is back.
 */
export class LiveSocket {
  readonly client: Client;
  isConnected = false;
  private readonly watchers = new Set<Watcher>();
  private ponged: ReturnType<typeof setTimeout> | undefined;
  private hurry: (() => void) | undefined;

  constructor(url: string, connectionParams: Record<string, string>) {
    this.client = createClient({
      url,
      connectionParams,
      lazy: false,
      keepAlive: PING_MS,
      retryAttempts: Infinity,
      retryWait: (retries) => this.wait(retries),
      shouldRetry: (event) => (event as Partial<CloseEvent>).code !== FORBIDDEN,
      // Whoever watches is told; there is nothing more to say about it.
      onNonLazyError: () => this.tell(false),
      on: {
        connected: () => this.tell(true),
        closed: () => this.tell(false),
        ping: (isReceived) => !isReceived && this.expectPong(),
        pong: (isReceived) => isReceived && clearTimeout(this.ponged),
      },
    });
    window.addEventListener("online", this.connectNow);
  }

  /** @returns what ends it */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    if (this.isConnected) watcher(true);
    return () => void this.watchers.delete(watcher);
  }

  /** In place of waiting for the next try. */
  readonly connectNow = (): void => this.hurry?.();

  close(): void {
    window.removeEventListener("online", this.connectNow);
    clearTimeout(this.ponged);
    this.watchers.clear();
    void this.client.dispose();
  }

  private wait(retries: number): Promise<void> {
    const ms = Math.min(500 * 2 ** retries, LONGEST_WAIT_MS) * (0.75 + Math.random() / 2);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private expectPong(): void {
    clearTimeout(this.ponged);
    this.ponged = setTimeout(() => this.client.terminate(), PONG_WITHIN_MS);
  }

  private tell(isConnected: boolean): void {
    if (!isConnected) clearTimeout(this.ponged);
    this.isConnected = isConnected;
    for (const watcher of [...this.watchers]) watcher(isConnected);
  }
}
