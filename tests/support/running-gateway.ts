import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { SignJWT } from "jose";

import { freePort } from "../../packages/embedded-postgres/src/free-port";
import { loadConfig } from "../../src/config";
import { type Gateway, startGateway } from "../../src/gateway";
import { createLogger } from "../../src/logger";
import { GatewayClient } from "./gateway-client";
import { SandboxControl } from "./sandbox-control";
import { Storefront } from "./storefront";
import { createTestDatabase, type TestDatabase } from "./test-database";

const JWT_SECRET = "a-secret-of-customers-only-for-these-tests";
export const ADMIN_KEY = "an-admin-key-only-for-these-tests-0001";

/** Settings that no test wants to repeat. */
export function settingsFor(
  database: Pick<TestDatabase, "url">,
  dataDir: string,
  port: number,
): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "test",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    SANDBOX_PORT: "0",
    SANDBOX_SPEED: "50",
    ADMIN_API_KEY: ADMIN_KEY,
    CUSTOMER_JWT_SECRET: JWT_SECRET,
    LOG_LEVEL: "silent",
  };
}

/** What Result.Rest gives a guest who has signed in. */
export function customerToken(phone: string, lifetime = "1h"): Promise<string> {
  return new SignJWT({ phone })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(lifetime)
    .sign(Buffer.from(JWT_SECRET));
}

/**
 * The whole gateway in this process, with a database and, unless `env` names an iiko, a sandbox of
 * its own.
 */
export class RunningGateway {
  readonly client: GatewayClient;

  private constructor(
    readonly gateway: Gateway,
    readonly database: TestDatabase,
    private readonly dataDir: string,
  ) {
    this.client = new GatewayClient(gateway.url);
  }

  static async start(env: NodeJS.ProcessEnv = {}): Promise<RunningGateway> {
    const dataDir = await mkdtemp(join(tmpdir(), "gateway-test-"));
    const database = await createTestDatabase();
    try {
      const settings = { ...settingsFor(database, dataDir, await freePort(undefined)), ...env };
      const config = loadConfig(settings);
      const logger = createLogger({ level: config.logLevel, production: false });
      return new RunningGateway(await startGateway(config, logger), database, dataDir);
    } catch (error) {
      await database.drop();
      throw error;
    }
  }

  get sandbox(): SandboxControl {
    if (this.gateway.sandboxUrl === null) throw new Error("This gateway has no sandbox");
    return new SandboxControl(this.gateway.sandboxUrl);
  }

  storefront(): Promise<Storefront> {
    return Storefront.of(this.client);
  }

  async stop(): Promise<void> {
    await this.client.close();
    await this.gateway.stop();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
