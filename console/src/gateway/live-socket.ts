import { type Client, createClient } from "graphql-ws";

const FORBIDDEN = 4403;
/** A network that swallows everything is detected by unanswered pings. */
const PING_MS = 8_000;
const PONG_WITHIN_MS = 4_000;
const LONGEST_WAIT_MS = 10_000;

type Watcher = (isConnected: boolean) => void;

/**
 * A page's only WebSocket, which carries all its subscriptions. A lost connection is re-established
 * automatically, sooner when the network reports that it is back.
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
      // Watchers are notified; there is nothing more to say about it.
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

  /** @returns a function that ends the watch */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    if (this.isConnected) watcher(true);
    return () => void this.watchers.delete(watcher);
  }

  /** Connects now instead of waiting for the next try. */
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
