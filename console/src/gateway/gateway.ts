import { GatewayFailure, UNREACHABLE } from "./gateway-failure";
import { LiveSocket } from "./live-socket";
import { type Operation } from "./operation";

export interface Credentials {
  /** null asks as a guest. */
  readonly key: string | null;
  /** Language of the gateway's own texts. */
  readonly language: string;
}

interface Answered<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly {
    message: string;
    extensions?: { code?: string; requestId?: string };
  }[];
}

/** A lost connection is re-established automatically. */
export interface Listener<Answer> {
  readonly onEvent: (answer: Answer) => void;
  /** Also called after every reconnect, because events in between were not delivered. */
  readonly onConnected: () => void;
  readonly onLost: () => void;
}

/**
 * The headers by which requests identify the caller; a WebSocket sends the same among its
 * connection parameters.
 */
export function headersOf({ key, language }: Credentials): Record<string, string> {
  return { "accept-language": language, ...(key !== null && { authorization: `Bearer ${key}` }) };
}

/** Sends requests to the gateway over HTTP, and subscribes to it over one WebSocket. */
export class Gateway {
  private socket: LiveSocket | undefined;

  constructor(
    private readonly origin: string,
    private readonly credentials: Credentials,
  ) {}

  /** @throws {GatewayFailure} when there is no answer, or it contains errors */
  async ask<Answer, Variables extends object>(
    { document }: Operation<Answer, Variables>,
    variables: Variables,
  ): Promise<Answer> {
    const { data, errors } = await this.post<Answer>({ query: document, variables });
    const [error] = errors ?? [];
    if (error)
      throw new GatewayFailure(
        error.extensions?.code ?? UNREACHABLE,
        error.message,
        error.extensions?.requestId,
      );
    if (!data) throw new GatewayFailure(UNREACHABLE, "An answer without data");
    return data;
  }

  /** A picture of a dish; null when there is none. @param shelf whose picture takes precedence */
  async picture(
    shelf: "pos" | "catalogue",
    branchId: string,
    article: string,
    signal: AbortSignal,
  ): Promise<Blob | null> {
    const path = [shelf, branchId, article].map(encodeURIComponent).join("/");
    const url = `${this.origin}/console/pictures/${path}`;
    try {
      const answer = await fetch(url, { headers: headersOf(this.credentials), signal });
      return answer.status === 200 ? await answer.blob() : null;
    } catch {
      return null;
    }
  }

  /** @returns a function that ends the subscription */
  follow<Answer, Variables extends object>(
    { document }: Operation<Answer, Variables>,
    variables: Variables,
    { onEvent, onConnected, onLost }: Listener<Answer>,
  ): () => void {
    const socket = this.openSocket();
    const tell = (isConnected: boolean) => (isConnected ? onConnected() : onLost());
    const unwatch = socket.watch(tell);
    const stop = socket.client.subscribe<Answer>(
      { query: document, variables: variables as Record<string, unknown> },
      { next: ({ data }) => data && onEvent(data), error: onLost, complete: () => undefined },
    );
    return () => {
      unwatch();
      stop();
    };
  }

  /**
   * Reports whether there is a connection, now and on every change. @returns a function that ends
   * it
   */
  watch(watcher: (isConnected: boolean) => void): () => void {
    return this.openSocket().watch(watcher);
  }

  /** Tries to restore a lost connection without waiting for the next retry. */
  connectNow(): void {
    this.socket?.connectNow();
  }

  /** Closes the connection; it is opened again when something is followed. */
  close(): void {
    this.socket?.close();
    this.socket = undefined;
  }

  private openSocket(): LiveSocket {
    const url = `${this.origin.replace(/^http/, "ws")}/graphql`;
    this.socket ??= new LiveSocket(url, headersOf(this.credentials));
    return this.socket;
  }

  private async post<Answer>(body: object): Promise<Answered<Answer>> {
    const headers = { "content-type": "application/json", ...headersOf(this.credentials) };
    try {
      const response = await fetch(`${this.origin}/graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()) as Answered<Answer>;
    } catch (error) {
      throw new GatewayFailure(UNREACHABLE, String(error));
    }
  }
}
