import { openSession, type Session } from "./session";

export interface TargetOptions {
  readonly url: string;
  readonly adminApiKey?: string | undefined;
  /** Of a guest who is signed in. */
  readonly customerToken?: string | undefined;
  /** Where iiko's stand-in of this gateway is told what to answer. */
  readonly sandboxUrl?: string | undefined;
  /** All connections to the gateway are its proxy's, as TRUST_PROXY says to it. */
  readonly trustsProxy?: boolean;
  /** How many sockets the flood opens. */
  readonly floodSize: number;
}

/** What came back, as far as the table needs it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The status and the code of the first error. */
  readonly summary: string;
}

/** The gateway under attack. */
export class Target {
  /** Requests over HTTP so far, whatever came of them. */
  requests = 0;

  private constructor(
    readonly options: TargetOptions,
    /** Told by a header that browsers are sent in production only. */
    readonly production: boolean,
    readonly branchId: string,
  ) {}

  /**
   * @throws {Error} nobody answers there, or the gateway has no branch
   */
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

  /** Posts to /graphql as a plain client does; headers replace the usual ones. */
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

  /** Connected and acknowledged. @param credential left out: of nobody */
  session(credential?: string): Promise<Session> {
    return openSession(this.webSocketUrl, credential);
  }

  /** Runs one operation on a socket of its own: "next", or "error" and the code. */
  async askOverSocket(query: string, variables: object = {}): Promise<string> {
    const session = await this.session();
    try {
      return await session.ask(query, variables);
    } finally {
      session.close();
    }
  }
}
