import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "../../packages/embedded-postgres/src/free-port";
import { DEMO_KEY } from "../../sandbox/credentials";
import { GatewayClient } from "./gateway-client";
import { build, isReady, type Program, Programs } from "./program";
import { SandboxControl } from "./sandbox-control";
import { setUpBranch } from "./set-up-branch";
import { settingsFor } from "./settings";
import { Storefront } from "./storefront";
import { createTestDatabase, type TestDatabase } from "./test-database";

/**
 * The compiled gateway and a sandbox as separate processes, so that one can die without the other.
 */
export class KillableGateway {
  private gateway: Program | undefined;

  private constructor(
    readonly database: TestDatabase,
    readonly settings: NodeJS.ProcessEnv,
    readonly sandbox: SandboxControl,
    readonly client: GatewayClient,
    private readonly programs: Programs,
    private readonly dataDir: string,
  ) {}

  static async start(sandboxSpeed = "50", env: NodeJS.ProcessEnv = {}): Promise<KillableGateway> {
    build();
    const dataDir = await mkdtemp(join(tmpdir(), "gateway-killable-"));
    const database = await createTestDatabase();
    const programs = new Programs();
    const address = /http:\/\/127\.0\.0\.1:\d+(?=\/api)/;
    const pace = { SANDBOX_PORT: "0", SANDBOX_SPEED: sandboxSpeed, DATA_DIR: dataDir };
    const iiko = await programs.start("sandbox/main.js", pace, (output) => address.test(output));
    const sandbox = new SandboxControl(address.exec(iiko.printed)?.[0] ?? "");
    const port = await freePort(undefined);
    const settings = { ...settingsFor(database, dataDir, port), IIKO_API_URL: sandbox.url, ...env };
    const client = new GatewayClient(`http://127.0.0.1:${port}`);
    const started = new KillableGateway(database, settings, sandbox, client, programs, dataDir);
    await started.revive().catch(async (error: unknown) => {
      await started.stop();
      throw error;
    });
    return started;
  }

  get port(): number {
    return Number(this.settings["PORT"]);
  }

  /** A storefront of a new branch on the sandbox. */
  async storefront(): Promise<Storefront> {
    return new Storefront(this.client, await setUpBranch(this.client, DEMO_KEY));
  }

  /** Starts another process with the same database, unless `env` says otherwise. */
  startProcess(env: NodeJS.ProcessEnv = this.settings): Promise<Program> {
    return this.programs.start("src/main.js", env, () => isReady(String(env["PUBLIC_URL"])));
  }

  /** Kills it in the middle of whatever it is doing. */
  async kill(): Promise<void> {
    await this.gateway?.kill();
  }

  async revive(): Promise<void> {
    this.gateway = await this.startProcess();
  }

  /** Asks it to end; returns its exit code. */
  async terminate(): Promise<number | null> {
    return this.gateway ? this.gateway.terminate() : null;
  }

  async stop(): Promise<void> {
    await this.client.close();
    await this.programs.stop();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
