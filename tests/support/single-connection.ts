import { TOKEN_HEADER } from "../../src/server/single-connections";
import { type SampleServer } from "./sample-server";
import { SseClient } from "./sse-client";

/** The token of a stream that receives the answers to many operations. */
export async function reserveStream({ graphqlUrl }: SampleServer): Promise<string> {
  const answer = await fetch(graphqlUrl, { method: "PUT" });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    201,
    "text/plain; charset=utf-8",
  ]);
  return answer.text();
}

export function openStream({ graphqlUrl }: SampleServer, token: string): Promise<SseClient> {
  return SseClient.open({ url: graphqlUrl, headers: { [TOKEN_HEADER]: token } });
}

interface Begun {
  readonly id: unknown;
  readonly query: string;
  readonly headers?: Record<string, string> | undefined;
}

/** Sends an operation whose answers go to the stream. */
export function beginOperation(
  server: SampleServer,
  token: string,
  { id, query, headers }: Begun,
): Promise<Response> {
  return server.post(
    { query, extensions: { operationId: id } },
    { [TOKEN_HEADER]: token, ...headers },
  );
}
