import { tmpdir } from "node:os";
import { join } from "node:path";

import { pino } from "pino";

import { Unauthenticated } from "../../src/errors";
import { type RunningServer, type ServerOptions, startServer } from "../../src/server";
import { type Caller } from "../../src/server/context-for";
import { type SampleContext, SampleSchema } from "./sample-schema";

export const WRONG_TOKEN = "Bearer wrong";

/** The transport around the sample schema, with what it logged. */
export class SampleServer {
  private constructor(
    readonly sample: SampleSchema,
    readonly running: RunningServer,
    readonly log: Record<string, unknown>[],
    readonly callers: Caller[],
  ) {}

  static async start(options: Partial<ServerOptions<SampleContext>> = {}): Promise<SampleServer> {
    const sample = new SampleSchema();
    const log: Record<string, unknown>[] = [];
    const callers: Caller[] = [];
    const write = (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>);
    const running = await startServer<SampleContext>({
      schema: sample.schema,
      contextFor: (caller) => {
        callers.push(caller);
        if (caller.authorization === WRONG_TOKEN)
          return Promise.reject(new Unauthenticated("The token is not valid"));
        return Promise.resolve({ viewer: caller.authorization ?? "guest", generation: 0 });
      },
      renewContext: (context) => ({ ...context, generation: context.generation + 1 }),
      audienceOf: ({ viewer }) => viewer,
      host: "127.0.0.1",
      port: 0,
      allowedOrigins: ["https://pizza.example"],
      production: false,
      introspection: true,
      logger: pino({ level: "debug" }, { write }),
      whyNotReady: () => Promise.resolve({}),
      metrics: () => Promise.resolve({ contentType: "text/plain; version=0.0.4", body: "up 1\n" }),
      consoleDir: join(tmpdir(), "no-console-here"),
      ...options,
    });
    return new SampleServer(sample, running, log, callers);
  }

  get graphqlUrl(): string {
    return `${this.running.url}/graphql`;
  }

  get webSocketUrl(): string {
    return this.graphqlUrl.replace("http", "ws");
  }

  /** Posts as a plain client does; headers replace the usual ones. */
  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.graphqlUrl, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  async query(query: string, variables?: object): Promise<{ status: number; body: GraphqlAnswer }> {
    const response = await this.post({ query, variables });
    return { status: response.status, body: (await response.json()) as GraphqlAnswer };
  }
}

export interface GraphqlAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Record<string, unknown>;
  }[];
}
