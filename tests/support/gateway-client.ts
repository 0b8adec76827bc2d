import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

export interface GraphqlAnswer<T> {
  readonly data: T;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

/** What an application does with a gateway: queries over HTTP, subscriptions over WebSocket. */
export class GatewayClient {
  private readonly followers: { dispose(): unknown }[] = [];

  constructor(readonly url: string) {}

  async query<T>(query: string, variables: object = {}, token?: string): Promise<GraphqlAnswer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<T>;
  }

  /** The same for calls that must succeed. */
  async ask<T>(query: string, variables: object = {}, token?: string): Promise<T> {
    const { data, errors } = await this.query<T>(query, variables, token);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /**
   * What a subscription delivers until the server or the reader ends it. Errors either come as
   * answers or are thrown.
   */
  subscribe<T>(
    query: string,
    variables: object = {},
    token?: string,
  ): AsyncIterableIterator<GraphqlAnswer<T>> {
    const client = createClient({
      url: `${this.url.replace(/^http/, "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
    });
    this.followers.push(client);
    return client.iterate<T>({ query, variables: { ...variables } }) as AsyncIterableIterator<
      GraphqlAnswer<T>
    >;
  }

  async close(): Promise<void> {
    for (const follower of this.followers.splice(0)) await follower.dispose();
  }
}
