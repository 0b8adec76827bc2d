import { createClient } from "graphql-ws";
import { GatewayFault, UNREACHABLE } from "./gateway-fault";
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

const FORBIDDEN = 4403;

/** How requests say who asks; a WebSocket takes the same among its connection parameters. */
export function headersOf({ key, language }: Credentials): Record<string, string> {
  return { "accept-language": language, ...(key !== null && { authorization: `Bearer ${key}` }) };
}

/** Asks the gateway over HTTP, and follows it over a WebSocket for each thing that is followed. */
export class Gateway {
  constructor(
    private readonly origin: string,
    private readonly credentials: Credentials,
  ) {}

  /** @throws {GatewayFault} there is no answer, or it has errors */
  async ask<Answer, Variables extends object>(
    { document }: Operation<Answer, Variables>,
    variables: Variables,
  ): Promise<Answer> {
    const { data, errors } = await this.post<Answer>({ query: document, variables });
    const [error] = errors ?? [];
    if (error)
      throw new GatewayFault(
        error.extensions?.code ?? UNREACHABLE,
        error.message,
        error.extensions?.requestId,
      );
    if (!data) throw new GatewayFault(UNREACHABLE, "An answer without data");
    return data;
  }

  /** @returns what ends it */
  follow<Answer, Variables extends object>(
    { document }: Operation<Answer, Variables>,
    variables: Variables,
    { onEvent, onConnected, onLost }: Listener<Answer>,
  ): () => void {
    let isWanted = true;
    const lost = () => isWanted && onLost();
    const socket = createClient({
      url: `${this.origin.replace(/^http/, "ws")}/graphql`,
      connectionParams: headersOf(this.credentials),
      retryAttempts: Infinity,
      shouldRetry: (event) => (event as Partial<CloseEvent>).code !== FORBIDDEN,
      on: { connected: onConnected, closed: lost },
    });
    const stop = socket.subscribe<Answer>(
      { query: document, variables: variables as Record<string, unknown> },
      { next: ({ data }) => data && onEvent(data), error: lost, complete: lost },
    );
    return () => {
      isWanted = false;
      stop();
    };
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
      throw new GatewayFault(UNREACHABLE, String(error));
    }
  }
}
