import { openSession, type Session } from "./session";

export interface TargetOptions {
  readonly url: string;
  readonly adminApiKey?: string | undefined;
  /** Token of a guest who is signed in. */
  readonly customerToken?: string | undefined;
  /** Where this gateway's stand-in for iiko is told what to answer. */
  readonly sandboxUrl?: string | undefined;
  /** All connections to the gateway come from its proxy, as TRUST_PROXY states. */
  readonly trustsProxy?: boolean;
  /** Number of sockets that the flood opens. */
  readonly floodSize: number;
}

/** The response, as far as the table needs it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The HTTP status and the code of the first error. */
  readonly summary: string;
}

/** The gateway under attack. */
export class Target {
  /** Requests sent over HTTP so far, whatever their outcome. */
  requests = 0;

  private constructor(
    readonly options: TargetOptions,
    /** Recognised by a header that is sent to browsers only in production. */
    readonly production: boolean,
    readonly branchId: string,
  ) {}

  /** @throws {Error} when nothing answers there, or the gateway has no branch */
  static async reach(options: TargetOptions): Promise<Target> {
    const scout = new Target(options, false, "");
    const { headers, text } = await scout.ask("{ branches(first: 1) { nodes { id } } }");
    const branchId = /"id":"([^"]+)"/.exec(text)?.[1];
    if (branchId === undefined)
      throw new Error(`No branch to attack at ${options.url}: ${text.slice(0, 200)}`);
    return new Target(options, headers.has("strict-transport-security"), branchId);
  }

  get trustsProxy(): boolean {
    return this.options.trustsProxy ?? false;
  }

  get adminApiKey(): string | undefined {
    return this.options.adminApiKey;
  }

  get sandboxUrl(): string | undefined {
    return this.options.sandboxUrl;
  }

  /** Posts to /graphql as an ordinary client does; headers replace the usual ones. */
  post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  ask(
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.post({ query, variables }, headers);
  }

  asAdmin(): Record<string, string> {
    return { authorization: `Bearer ${this.adminApiKey ?? ""}` };
  }

  async fetch(path: string, options: RequestInit = {}): Promise<Answer> {
    this.requests += 1;
    const response = await fetch(this.options.url + path, { ...options, redirect: "manual" });
    const text = await response.text();
    const code = /"code":"(\w+)"/.exec(text)?.[1];
    const summary = code === undefined ? String(response.status) : `${response.status} ${code}`;
    return { status: response.status, headers: response.headers, text, summary };
  }

  get webSocketUrl(): string {
    return `${this.options.url.replace(/^http/, "ws")}/graphql`;
  }

  /**
   * Returns a connected and acknowledged session. @param credential omitted for an anonymous one
   */
  session(credential?: string): Promise<Session> {
    return openSession(this.webSocketUrl, credential);
  }

  /** Runs one operation on a separate socket: resolves to "next", or to "error" and the code. */
  async askOverSocket(query: string, variables: object = {}): Promise<string> {
    const session = await this.session();
    try {
      return await session.ask(query, variables);
    } finally {
      session.close();
    }
  }
}
