import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Pool } from "pg";

import { DEMO_KEY } from "../../sandbox/credentials";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { freePort } from "../../src/adapters/embedded-postgres/free-port";
import { eventually } from "../../tests/support/eventually";
import { GatewayClient } from "../../tests/support/gateway-client";
import { isReady, Program } from "../../tests/support/program";
import { settingsFor } from "../../tests/support/running-gateway";
import { changeSettings, setUpBranch } from "../../tests/support/set-up-branch";
import { Storefront } from "../../tests/support/storefront";
import { type CrashStep } from "./crash-points";
import { gatherEvidence, type OrderRow } from "./gather-evidence";
import { type Evidence } from "./judge";
import { pointsReserved } from "./points-reserved";

const MAIL = "kitchen@proof.example";
const CHAT = "100200301";

export interface WorldOptions {
  readonly databaseUrl: string;
  readonly processes: number;
  readonly retryDelaysSeconds: readonly number[];
  /** 1: delivered after 25 s. By default so slow that what comes after the till has taken an order does not happen. */
  readonly kitchenSpeed?: number;
  /** Settings of all gateways, beside the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
}

/** What a guest is told when an order is taken. */
export interface Placed {
  readonly id: string;
  readonly number: string;
  readonly trackingToken: string;
}

/** Real gateway processes on one database, and the sandbox with its till and catchers. */
export class World {
  private readonly gateways: { program: Program; env: NodeJS.ProcessEnv }[] = [];
  private input: object = {};
  private branch = "";

  private constructor(
    private readonly options: WorldOptions,
    private readonly folder: string,
    readonly sandbox: Sandbox,
    private readonly pool: Pool,
  ) {}

  static async start(options: WorldOptions): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), "gateway-proof-"));
    const { kitchenSpeed: cookingSpeed = 0.01 } = options;
    const sandbox = await startSandbox({ port: 0, cookingSpeed, creationDelayMs: 200 });
    const pool = new Pool({ connectionString: options.databaseUrl, max: 2 });
    const world = new World(options, folder, sandbox, pool);
    await mkdir(world.crashFolder);
    await world.startGateway(await world.settings());
    await world.openBranch();
    for (let count = 1; count < options.processes; count += 1) await world.startGateway(await world.settings());
    return world;
  }

  get count(): number {
    return this.gateways.length;
  }

  get branchId(): string {
    return this.branch;
  }

  /** Of the gateways, whether they run or not. */
  get urls(): string[] {
    return this.gateways.map(({ env }) => env["PUBLIC_URL"] ?? "");
  }

  /** The process that comes to this step first is killed there. */
  arm(step: CrashStep): Promise<void> {
    return writeFile(join(this.crashFolder, step), "");
  }

  /** True when a process was killed there. */
  async disarm(step: CrashStep): Promise<boolean> {
    return rm(join(this.crashFolder, step)).then(
      () => false,
      () => true,
    );
  }

  /** Starts those anew that were killed; how many there were. */
  async revive(): Promise<number> {
    let revived = 0;
    for (const gateway of this.gateways) {
      if (!gateway.program.hasEnded) continue;
      gateway.program = await this.launch(gateway.env);
      revived += 1;
    }
    return revived;
  }

  /** Nothing goes wrong any more, and all processes run. */
  async calm(): Promise<void> {
    this.sandbox.faults.clear();
    await rm(this.crashFolder, { recursive: true, force: true });
    await this.revive();
  }

  async kill(index: number): Promise<void> {
    await this.gateways[index]?.program.kill();
  }

  /** Places an order as a storefront does: the same key again and again, at any process, until one answers. */
  async order(key: string = randomUUID()): Promise<Placed> {
    return eventually(async () => {
      const alive = this.gateways.filter(({ program }) => !program.hasEnded);
      const gateway = alive[Math.floor(Math.random() * alive.length)];
      if (!gateway) return undefined;
      const storefront = new Storefront(new GatewayClient(gateway.env["PUBLIC_URL"] ?? ""), "");
      const created = await storefront.create({ ...this.input, idempotencyKey: key }).catch(() => undefined);
      if (created && created.userErrors.length > 0) throw new Error(JSON.stringify(created.userErrors));
      if (!created?.order || created.trackingToken === null) return undefined;
      return { ...created.order, trackingToken: created.trackingToken };
    }, 60_000);
  }

  async rows(): Promise<OrderRow[]> {
    const { rows } = await this.pool.query<OrderRow>(
      `select o.id, o.number, o.idempotency_key as key, o.injection_state as state, (
         select count(*)::int from graphile_worker._private_jobs j
         where j.payload ->> 'orderId' = o.id::text
           and (o.handed_over_at is null or j.task_id <> coalesce((
             select id from graphile_worker._private_tasks where identifier = 'confirm-submission'), 0))
           and not (o.injection_state = 'IN_POS')
       ) + (
         select count(*)::int from fallback_deliveries d
         where d.order_id = o.id and d.sent_at is null and d.given_up_at is null
       ) as jobs, coalesce((o.last_fault ->> 'mayExist')::boolean, false) as warned
       from orders o order by o.created_at`,
    );
    return rows;
  }

  /** Waits until nothing is left to be done for any order, except for looks after a hand-over. */
  async settle(timeoutMs: number): Promise<void> {
    const open = async () => (await this.rows()).filter(({ jobs, state }) => jobs > 0 || !ENDS.has(state));
    await eventually(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return (await open()).length === 0;
    }, timeoutMs).catch(() => undefined);
  }

  async evidence(): Promise<(Evidence & { readonly key: string })[]> {
    return gatherEvidence(this.pool, this.sandbox, await this.rows());
  }

  pointsReserved(): Promise<number> {
    return pointsReserved(this.pool);
  }

  async query<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.pool.query<Row>(sql)).rows;
  }

  async stop(): Promise<void> {
    for (const { program } of this.gateways) await program.kill();
    await this.sandbox.close();
    await this.pool.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  private get crashFolder(): string {
    return join(this.folder, "crashes");
  }

  private async settings(): Promise<NodeJS.ProcessEnv> {
    const { url, smtpUrl, telegramUrl } = this.sandbox;
    return {
      ...settingsFor({ url: this.options.databaseUrl }, this.folder, await freePort(undefined)),
      IIKO_API_URL: url,
      IIKO_RATE_PER_SECOND: "500",
      SMTP_URL: smtpUrl,
      TELEGRAM_API_URL: telegramUrl,
      TELEGRAM_BOT_TOKEN: "proof",
      PUBLIC_MUTATION_BURST: "0",
      LOG_LEVEL: "error",
      CRASH_DIR: this.crashFolder,
      NODE_OPTIONS: `--require ${join(process.cwd(), "dist/scripts/proof/crash-points.js")}`,
      ...this.options.env,
    };
  }

  private async startGateway(env: NodeJS.ProcessEnv): Promise<void> {
    this.gateways.push({ program: await this.launch(env), env });
  }

  private launch(env: NodeJS.ProcessEnv): Promise<Program> {
    return Program.start("src/main.js", env, () => isReady(env["PUBLIC_URL"] ?? ""));
  }

  private async openBranch(): Promise<void> {
    const client = new GatewayClient(this.gateways[0]?.env["PUBLIC_URL"] ?? "");
    const branchId = await setUpBranch(client, DEMO_KEY);
    this.branch = branchId;
    await changeSettings(client, branchId, {
      injection: { retryDelaysSeconds: this.options.retryDelaysSeconds, acceptTimeoutSeconds: 10 },
      fallback: [
        { kind: "EMAIL", target: MAIL, enabled: true },
        { kind: "TELEGRAM", target: CHAT, enabled: true },
      ],
    });
    this.input = await new Storefront(client, branchId).input();
  }
}

/** What an order comes to rest in. */
const ENDS = new Set(["IN_POS", "FALLBACK_SENT", "DEAD_LETTERED", "ENTERED_BY_HAND"]);
