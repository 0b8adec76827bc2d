import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { SignJWT } from "jose";

import { type Config, loadConfig } from "../../src/config";
import { type Gateway, startGateway } from "../../src/gateway";
import { createLogger } from "../../src/logger";
import { createTestDatabase, type TestDatabase } from "./test-database";

const ADMIN_KEY = randomBytes(24).toString("base64url");
const CUSTOMER_SECRET = randomBytes(24).toString("base64url");

export interface GatewayAnswer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly text: string;
  readonly data: Data;
  /** The codes of all errors. */
  readonly codes: readonly string[];
}

/** What an address has used up is not restored during a test, however long it takes. */
const STOPPED_CLOCK = { now: () => new Date(0) };

/**
 * The gateway as `npm start` runs it, on the sandbox and a separate database, with everything that
 * it logged.
 */
export class WholeGateway {
  readonly adminKey = ADMIN_KEY;
  readonly customerSecret = CUSTOMER_SECRET;

  private constructor(
    private readonly gateway: Gateway,
    private readonly database: TestDatabase,
    private readonly dataDir: string,
    readonly log: readonly string[],
  ) {}

  static async start(change: Partial<Config> = {}): Promise<WholeGateway> {
    const [database, dataDir, port] = await Promise.all([
      createTestDatabase(),
      mkdtemp(join(tmpdir(), "whole-gateway-")),
      freePort(),
    ]);
    const log: string[] = [];
    const config: Config = {
      ...loadConfig({}),
      databaseUrl: database.url,
      dataDir,
      port,
      sandboxPort: 0,
      sandboxSpeed: 20,
      adminApiKey: ADMIN_KEY,
      customerTokens: { kind: "secret", secret: CUSTOMER_SECRET },
      encryptionKeys: [randomBytes(24).toString("base64url")],
      logLevel: "trace",
      ...change,
    };
    const output = { write: (line: string) => void log.push(line) };
    const logger = createLogger({ level: config.logLevel, production: true }, output);
    const gateway = await startGateway(config, logger, STOPPED_CLOCK);
    return new WholeGateway(gateway, database, dataDir, log);
  }

  get url(): string {
    return this.gateway.url;
  }

  /** For what no API exposes. */
  get databaseUrl(): string {
    return this.database.url;
  }

  get webSocketUrl(): string {
    return `${this.url.replace(/^http/, "ws")}/graphql`;
  }

  get sandboxUrl(): string {
    return this.gateway.sandboxUrl ?? "";
  }

  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  /** @param credential an API key or a customer's token; a guest when omitted */
  async ask<Data = Record<string, unknown>>(
    query: string,
    variables: object = {},
    credential?: string,
  ): Promise<GatewayAnswer<Data>> {
    const headers = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
    const response = await this.post({ query, variables }, headers);
    const text = await response.text();
    const body = JSON.parse(text) as { data: Data; errors?: { extensions: { code: string } }[] };
    const codes = (body.errors ?? []).map(({ extensions }) => extensions.code);
    return { status: response.status, text, data: body.data, codes };
  }

  /** A token as Result.Rest gives it to a customer. */
  customerToken(phone: string, lifeSeconds = 600, claims: object = {}): Promise<string> {
    const exp = Date.now() / 1000 + lifeSeconds;
    return new SignJWT({ ...claims, phone, exp })
      .setProtectedHeader({ alg: "HS256" })
      .sign(Buffer.from(CUSTOMER_SECRET));
  }

  async demoBranchId(): Promise<string> {
    const { data } = await this.ask<{ branches: { nodes: { id: string }[] } }>(
      "{ branches { nodes { id } } }",
    );
    return data.branches.nodes[0]?.id ?? "";
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/**
 * The sandbox sends its web hooks to the port in the settings, so it has to be known before the
 * start.
 */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
