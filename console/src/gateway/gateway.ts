import { GatewayFailure, UNREACHABLE } from "./gateway-failure";
import { LiveSocket } from "./live-socket";
import { type Operation } from "./operation";

export interface Credentials {
  /** null: as a guest. */
  readonly key: string | null;
  /** Of the gateway's own texts. */
  readonly language: string;
}

interface Answered<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly {
    message: string;
    extensions?: { code?: string; requestId?: string };
  }[];
}

/** A lost connection is taken up again by itself. */
export interface Listener<Answer> {
  readonly onEvent: (answer: Answer) => void;
  /** Also after every break: what happened meanwhile was not told. */
  readonly onConnected: () => void;
  readonly onLost: () => void;
}

/** How requests say who asks; a WebSocket takes the same among its connection parameters. */
export function headersOf({ key, language }: Credentials): Record<string, string> {
  return { "accept-language": language, ...(key !== null && { authorization: `Bearer ${key}` }) };
}

/** Asks the gateway over HTTP, and follows it over one WebSocket. */
export class Gateway {
  private socket: LiveSocket | undefined;

  constructor(
    private readonly origin: string,
    private readonly credentials: Credentials,
  ) {}

  /** @throws {GatewayFailure} there is no answer, or it has errors */
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

  /**
   * A picture of a dish; null where there is none to be had. @param shelf whose goes first
   */
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

  /** @returns what ends it */
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

  /** Tells whether there is a connection, now and whenever that changes. @returns what ends it */
  watch(watcher: (isConnected: boolean) => void): () => void {
    return this.openSocket().watch(watcher);
  }

  /** Tries to get a lost connection back without waiting for its turn. */
  connectNow(): void {
    this.socket?.connectNow();
  }

  /** Ends the connection; it is opened again where something is followed. */
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
