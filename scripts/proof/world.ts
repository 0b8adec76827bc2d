import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Pool } from "pg";

import { DEMO_KEY } from "../../sandbox/credentials";
import { demoDiscounts } from "../../sandbox/restaurant/demo-dictionaries";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { freePort } from "../../src/adapters/embedded-postgres/free-port";
import { eventually } from "../../tests/support/eventually";
import { GatewayClient } from "../../tests/support/gateway-client";
import { settingsFor } from "../../tests/support/running-gateway";
import { paymentType } from "../../tests/support/sandbox-session";
import { changeSettings, setUpBranch } from "../../tests/support/set-up-branch";
import { type CrashStep } from "./crash-points";
import { type TimelineStep } from "./describe-evidence";
import { Gateways } from "./gateways";
import { Guests, type Placed, type Wish } from "./guests";
import { gatherEvidence, type OrderRow, orderRows } from "./gather-evidence";
import { type Evidence } from "./judge";
import { pointsReserved } from "./points-reserved";
import { promoCodesUsed } from "./promo-codes-used";

const MAIL = "kitchen@proof.example";
const CHAT = "100200301";

export interface WorldOptions {
  readonly databaseUrl: string;
  readonly processes: number;
  readonly retryDelaysSeconds: readonly number[];
  /** 10 when left out, which is shorter than usual. */
  readonly acceptTimeoutSeconds?: number;
  /** 1: delivered after 25 s. By default so slow that what comes after the till has taken an order does not happen. */
  readonly kitchenSpeed?: number;
  /** Settings of all gateways, beside the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Real gateway processes on one database, and the sandbox with its till and catchers. */
export class World {
  private readonly gateways = new Gateways();
  private pointsGiven = 0;
  private guests: Guests | undefined;
  private branch = "";
  private stopping: Promise<unknown> | undefined;

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
    // Some proofs take the database away.
    pool.on("error", () => undefined);
    const world = new World(options, folder, sandbox, pool);
    try {
      await world.open();
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  get count(): number {
    return this.gateways.count;
  }

  get branchId(): string {
    return this.branch;
  }

  /** Of the gateways, whether they run or not. */
  get urls(): string[] {
    return this.gateways.urls;
  }

  /** The process that comes to this step first is killed there. */
  arm(step: CrashStep): Promise<void> {
    return writeFile(join(this.crashFolder, step), "");
  }

  /** False once a process was killed there. */
  isArmed(step: CrashStep): boolean {
    return existsSync(join(this.crashFolder, step));
  }

  disarm(step: CrashStep): Promise<void> {
    return rm(join(this.crashFolder, step), { force: true });
  }

  /** Starts those anew that were killed; how many there were. */
  revive(): Promise<number> {
    return this.gateways.revive();
  }

  /** Nothing goes wrong any more, and all processes run. */
  async calm(): Promise<void> {
    this.sandbox.faults.clear();
    await rm(this.crashFolder, { recursive: true, force: true });
    await this.revive();
  }

  kill(index: number): Promise<void> {
    return this.gateways.kill(index);
  }

  order(key?: string, wish?: Wish): Promise<Placed> {
    return this.people.order(key, wish);
  }

  /** So few that the guest's are enough for all orders, and every time another sum: the sandbox knows holds by theirs. */
  nextPoints(): string {
    return ((this.pointsGiven += 1) / 100).toFixed(2);
  }

  cancel(order: Placed): Promise<void> {
    return this.people.cancel(order);
  }

  rows(): Promise<OrderRow[]> {
    return orderRows(this.pool);
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
    return pointsReserved(this.pool, this.sandbox);
  }

  promoCodesUsed(): Promise<number> {
    return promoCodesUsed(this.pool);
  }

  /** The history of the order of this number, with its attempts and the jobs that are left. */
  async timeline(number: string): Promise<TimelineStep[]> {
    return (await this.pool.query<TimelineStep>(TIMELINE, [number])).rows;
  }

  async query<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.pool.query<Row>(sql)).rows;
  }

  /** Whatever else goes on in it fails from now on. Safe to repeat. */
  async stop(): Promise<void> {
    this.stopping ??= this.gateways
      .stop()
      .then(() => Promise.all([this.sandbox.close(), this.pool.end()]))
      .finally(() => rm(this.folder, { recursive: true, force: true }));
    await this.stopping;
  }

  private async open(): Promise<void> {
    await mkdir(this.crashFolder);
    await this.gateways.start(await this.settings());
    await this.openBranch();
    for (let count = 1; count < this.options.processes; count += 1) await this.gateways.start(await this.settings());
  }

  private get people(): Guests {
    if (!this.guests) throw new Error("The branch is not open yet");
    return this.guests;
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

  private async openBranch(): Promise<void> {
    const client = new GatewayClient(this.urls[0] ?? "");
    const branchId = await setUpBranch(client, DEMO_KEY);
    this.branch = branchId;
    const { retryDelaysSeconds, acceptTimeoutSeconds = 10 } = this.options;
    await changeSettings(client, branchId, {
      ...{ bonusPaymentTypeId: paymentType("BONUS"), bonusWriteOffLimitPercent: 50, holdBonuses: true },
      universalDiscountId: demoDiscounts[0]?.id ?? null,
      injection: { retryDelaysSeconds, acceptTimeoutSeconds },
      fallback: [
        { kind: "EMAIL", target: MAIL, enabled: true },
        { kind: "TELEGRAM", target: CHAT, enabled: true },
      ],
    });
    this.guests = await Guests.of(client, branchId, () => this.gateways.oneAlive);
  }
}

const TIMELINE = `
  select e.at, e.source, e.summary ->> 'en' as summary
  from order_events e join orders o on o.id = e.order_id where o.number = $1
  union all
  select a.started_at, 'ATTEMPT', concat_ws(' ', a.number, 'of generation', a.generation, a.outcome, a.finished_at::text)
  from injection_attempts a join orders o on o.id = a.order_id where o.number = $1
  union all
  select j.due_at, 'JOB', concat_ws(' ', j.task, 'attempt', j.attempts, 'crashes', j.crashes, 'owner', j.owner, j.last_error)
  from jobs j join orders o on j.payload ->> 'orderId' = o.id::text where o.number = $1
  order by 1`;

/** What an order comes to rest in. */
const ENDS = new Set(["IN_POS", "FALLBACK_SENT", "DEAD_LETTERED", "ENTERED_BY_HAND", "CANCELLED_BEFORE_SEND"]);
