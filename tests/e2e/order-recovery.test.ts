import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";

import { DEMO_KEY } from "../../sandbox/credentials";
import { freePort } from "../../src/adapters/embedded-postgres/free-port";
import { eventually } from "../support/eventually";
import { GatewayClient } from "../support/gateway-client";
import { build, isReady, Program } from "../support/program";
import { settingsFor } from "../support/running-gateway";
import { CREATE_PATH, SandboxControl } from "../support/sandbox-control";
import { setUpBranch } from "../support/set-up-branch";
import { type PlacedOrder, Storefront, type TrackedEvent } from "../support/storefront";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

describe("a gateway that is killed", () => {
  let dataDir: string;
  let database: TestDatabase;
  let iiko: Program;
  let sandbox: SandboxControl;
  let gateway: Program;
  let settings: NodeJS.ProcessEnv;
  let client: GatewayClient;
  let storefront: Storefront;
  const beside: Program[] = [];

  beforeAll(async () => {
    build();
    dataDir = await mkdtemp(join(tmpdir(), "gateway-recovery-"));
    database = await createTestDatabase();
    const address = /http:\/\/127\.0\.0\.1:\d+(?=\/api)/;
    const pace = { SANDBOX_PORT: "0", SANDBOX_SPEED: "50", DATA_DIR: dataDir };
    iiko = await Program.start("sandbox/main.js", pace, (output) => address.test(output));
    sandbox = new SandboxControl(address.exec(iiko.printed)![0]);
    settings = { ...settingsFor(database, dataDir, await freePort(undefined)), IIKO_API_URL: sandbox.url };
    gateway = await startGateway();
    client = new GatewayClient(settings.PUBLIC_URL!);
    storefront = new Storefront(client, await setUpBranch(client, DEMO_KEY));
  }, 120_000);

  afterAll(async () => {
    await client?.close();
    for (const program of [gateway, iiko]) await program?.kill();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const program of beside.splice(0)) await program.kill();
  });

  function startGateway(env: NodeJS.ProcessEnv = settings): Promise<Program> {
    return Program.start("src/main.js", env, () => isReady(env.PUBLIC_URL!));
  }

  async function restart(): Promise<void> {
    await gateway.kill();
    gateway = await startGateway();
  }

  async function expectDeliveredOnce({ number, trackingToken }: PlacedOrder): Promise<void> {
    const isDone = ({ to }: { to?: string }) => to === "DELIVERED" || to === "CLOSED";
    await storefront.follow(trackingToken, isDone);
    expect(await sandbox.inTill(number)).toHaveLength(1);
    expect((await sandbox.orders()).filter(({ externalNumber }) => externalNumber === number)).toHaveLength(1);
  }

  it.each([0, 20, 60, 200])(
    "%i ms after it took an order still brings it to the till once",
    async (delayMs) => {
      const order = await storefront.order();
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      await restart();
      await expectDeliveredOnce(order);
    },
    60_000,
  );

  it("while the till has the order and the answer is under way adopts it after its restart", async () => {
    await sandbox.plan({ path: CREATE_PATH, fault: { kind: "hang", afterWork: true } });
    const order = await storefront.order();
    await eventually(async () => (await sandbox.inTill(order.number)).length === 1);
    await restart();
    await expectDeliveredOnce(order);
  }, 60_000);

  it("leaves its work to another one at once", async () => {
    const port = await freePort(undefined);
    const other = { ...settings, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
    await sandbox.setTill({ paused: true });
    await sandbox.plan({ path: CREATE_PATH, fault: { kind: "hang", afterWork: true } });
    const order = await storefront.order();
    await eventually(async () => (await sandbox.inTill(order.number)).length === 1);
    beside.push(await startGateway(other));
    await gateway.kill();
    const second = new Storefront(new GatewayClient(other.PUBLIC_URL), storefront.branchId);
    const isKnown = ({ to, state }: TrackedEvent) => state === "IN_POS" || to === "ACCEPTED";
    await second.follow(order.trackingToken, isKnown);
    await second.client.close();
    expect(await sandbox.inTill(order.number)).toHaveLength(1);
    await sandbox.setTill({ paused: false });
    gateway = await startGateway();
  }, 60_000);

  it("politely ends with 0, and leaves no connection behind", async () => {
    const order = await storefront.order();
    expect(await gateway.terminate()).toBe(0);
    const admin = new Client({ connectionString: database.url });
    await admin.connect();
    const others = "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    await eventually(async () => (await admin.query(others)).rowCount === 0);
    await admin.end();
    gateway = await startGateway();
    await expectDeliveredOnce(order);
  }, 60_000);
});

describe("a gateway that started everything by itself", () => {
  let dataDir: string;
  let program: Program;

  beforeAll(async () => {
    build();
    dataDir = await mkdtemp(join(tmpdir(), "gateway-alone-"));
    // The database does not run as root, and has to get at its folder.
    await chmod(dataDir, 0o755);
    const env = { PORT: String(await freePort(undefined)), SANDBOX_PORT: "0", DATA_DIR: dataDir };
    program = await Program.start("src/main.js", env, (output) => output.includes("gateway is ready"));
  }, 60_000);

  afterAll(async () => {
    await program?.kill();
    await rm(dataDir, { recursive: true, force: true });
  });

  it("leaves no process behind when it is asked to end", async () => {
    const started = await processesOf(dataDir);
    if (process.platform === "linux") expect(started.length).toBeGreaterThan(0);
    expect(await program.terminate()).toBe(0);
    expect(await processesOf(dataDir)).toEqual([]);
  });
});

/** The processes that were started for a folder; Linux only, elsewhere none are found. */
async function processesOf(folder: string): Promise<string[]> {
  const pids = await readdir("/proc").catch(() => []);
  const commands = pids.filter((name) => /^\d+$/.test(name)).map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8"));
  const settled = await Promise.allSettled(commands);
  return settled.flatMap((command) =>
    command.status === "fulfilled" && command.value.includes(folder) ? [command.value] : [],
  );
}
