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
import { JWT_SECRET, settingsFor } from "./settings";
import { Storefront } from "./storefront";
import { createTestDatabase, type TestDatabase } from "./test-database";

/** What Result.Rest gives a guest who has signed in. */
export function customerToken(phone: string, lifetime = "1h"): Promise<string> {
  return new SignJWT({ phone })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime(lifetime)
    .sign(Buffer.from(JWT_SECRET));
}

/**
 * The whole gateway in this process, with a separate database and, unless `env` names an iiko, a
 * separate sandbox.
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
