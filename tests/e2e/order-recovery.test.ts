import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";

import { freePort } from "../../packages/embedded-postgres/src/free-port";
import { eventually } from "../support/eventually";
import { GatewayClient } from "../support/gateway-client";
import { KillableGateway } from "../support/killable-gateway";
import { build, Program } from "../support/program";
import { CREATE_PATH, type SandboxControl } from "../support/sandbox-control";
import { type PlacedOrder, Storefront, type TrackedEvent } from "../support/storefront";

describe("a gateway that is killed", () => {
  let gateway: KillableGateway;
  let sandbox: SandboxControl;
  let storefront: Storefront;
  const beside: Program[] = [];

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    sandbox = gateway.sandbox;
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway?.stop());

  afterEach(async () => {
    for (const program of beside.splice(0)) await program.kill();
  });

  async function restart(): Promise<void> {
    await gateway.kill();
    await gateway.revive();
  }

  async function expectDeliveredOnce({ number, trackingToken }: PlacedOrder): Promise<void> {
    const isDone = ({ to }: { to?: string }) => to === "DELIVERED" || to === "CLOSED";
    await storefront.follow(trackingToken, isDone);
    expect(await sandbox.inTill(number)).toHaveLength(1);
    expect(
      (await sandbox.orders()).filter(({ externalNumber }) => externalNumber === number),
    ).toHaveLength(1);
  }

  it.each([0, 20, 60, 200])(
    "%i ms after it accepts an order still brings it to the till once",
    async (delayMs) => {
      const order = await storefront.order();
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      await restart();
      await expectDeliveredOnce(order);
    },
  );

  it("while the till has the order and the answer is on its way reconciles it after its restart", async () => {
    await sandbox.plan({ path: CREATE_PATH, fault: { kind: "hang", afterWork: true } });
    const order = await storefront.order();
    await eventually(async () => (await sandbox.inTill(order.number)).length === 1);
    await restart();
    await expectDeliveredOnce(order);
  });

  it("leaves its work to another one immediately", async () => {
    const port = await freePort(undefined);
    const other = {
      ...gateway.settings,
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    };
    await sandbox.setTill({ paused: true });
    await sandbox.plan({ path: CREATE_PATH, fault: { kind: "hang", afterWork: true } });
    const order = await storefront.order();
    await eventually(async () => (await sandbox.inTill(order.number)).length === 1);
    beside.push(await gateway.startProcess(other));
    await gateway.kill();
    const second = new Storefront(new GatewayClient(other.PUBLIC_URL), storefront.branchId);
    const isKnown = ({ to, state }: TrackedEvent) => state === "IN_POS" || to === "ACCEPTED";
    await second.follow(order.trackingToken, isKnown);
    await second.client.close();
    expect(await sandbox.inTill(order.number)).toHaveLength(1);
    await sandbox.setTill({ paused: false });
    await gateway.revive();
  });

  it("exits with 0 if stopped gracefully, and leaves no connection behind", async () => {
    const order = await storefront.order();
    expect(await gateway.terminate()).toBe(0);
    const admin = new Client({ connectionString: gateway.database.url });
    await admin.connect();
    const others =
      "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    await eventually(async () => (await admin.query(others)).rowCount === 0);
    await admin.end();
    await gateway.revive();
    await expectDeliveredOnce(order);
  });
});

describe("a gateway that started everything itself", () => {
  let dataDir: string;
  let program: Program;

  beforeAll(async () => {
    build();
    dataDir = await mkdtemp(join(tmpdir(), "gateway-alone-"));
    // The database does not run as root, and has to be able to access its folder.
    await chmod(dataDir, 0o755);
    const env = { PORT: String(await freePort(undefined)), SANDBOX_PORT: "0", DATA_DIR: dataDir };
    program = await Program.start("src/main.js", env, (output) =>
      output.includes("gateway is ready"),
    );
  });

  afterAll(async () => {
    await program?.kill();
    await rm(dataDir, { recursive: true, force: true });
  });

  it("leaves no process behind when it is asked to stop", async () => {
    const started = await processesOf(dataDir);
    if (process.platform === "linux") expect(started.length).toBeGreaterThan(0);
    expect(await program.terminate()).toBe(0);
    expect(await processesOf(dataDir)).toEqual([]);
  });
});

/** The processes that were started for a folder; Linux only, elsewhere none are found. */
async function processesOf(folder: string): Promise<string[]> {
  const pids = await readdir("/proc").catch(() => []);
  const commands = pids
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8"));
  const settled = await Promise.allSettled(commands);
  return settled.flatMap((command) =>
    command.status === "fulfilled" && command.value.includes(folder) ? [command.value] : [],
  );
}
