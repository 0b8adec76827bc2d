import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Pool } from "pg";

import { freePort } from "../../packages/embedded-postgres/src/free-port";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { eventually } from "../../tests/support/eventually";
import { GatewayClient } from "../../tests/support/gateway-client";
import { type HeldRow, holdRow } from "../../tests/support/hold-row";
import { PostgresProxy } from "../../tests/support/postgres-proxy";
import { settingsFor } from "../../tests/support/settings";
import { CrashFolder } from "./crash-folder";
import { type CrashStep } from "./crash-points";
import { Gateways } from "./gateways";
import { gatherEvidence, isAtRest, type OrderRow, orderRows } from "./gather-evidence";
import { Guests, type Placed, type Wish } from "./guests";
import { type BrokenRules, type Evidence } from "./judge";
import { openBranch } from "./open-branch";
import { pointsReserved } from "./points-reserved";
import { promoCodesUsed } from "./promo-codes-used";
import { timelineOf, type TimelineStep } from "./timeline";

/**
 * Three times as long as the gateways ask of PostgreSQL, so that no proof depends on it; without it
 * the sessions of a long run would pile up until none were left.
 */
const KEEPALIVE_MS = 60_000;

export interface WorldOptions {
  readonly databaseUrl: string;
  readonly processes: number;
  readonly retryDelaysSeconds: readonly number[];
  /** 10 when omitted, which is shorter than usual. */
  readonly acceptTimeoutSeconds?: number;
  /**
   * 1 means delivered after 25 s. The default is so slow that nothing happens after the till has
   * accepted an order.
   */
  readonly kitchenSpeed?: number;
  /** Settings of all gateways, in addition to the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
  /** The folder of another version: its processes run until they are restarted as this version. */
  readonly before?: string;
  /** Each gateway reaches the database through a separate network, which can go silent. */
  readonly networks?: boolean;
}

/** Real gateway processes on one database, and the sandbox with its till and catchers. */
export class World {
  /** Networks between each gateway and the database, if requested; in the order of `urls`. */
  readonly networks: PostgresProxy[] = [];
  /** The branch's own rules, if the proof gave it any. */
  rules: { readonly broken: () => Promise<BrokenRules> } | undefined;
  readonly crashes: CrashFolder;
  readonly gateways = new Gateways();
  private pointsGiven = 0;
  private guests: Guests | undefined;
  private branch = "";
  private stopping: Promise<unknown> | undefined;

  private constructor(
    private readonly options: WorldOptions,
    private readonly folder: string,
    readonly sandbox: Sandbox,
    private readonly pool: Pool,
  ) {
    this.crashes = new CrashFolder(join(folder, "crashes"));
  }

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

  /** URLs of the gateways, whether they are running or not. */
  get urls(): string[] {
    return this.gateways.urls;
  }

  /** Kills the first process that reaches this step, at that step. */
  arm(step: CrashStep): Promise<void> {
    return this.crashes.arm(step);
  }

  /** Waits until a process stands still, and returns which one. */
  async standing(timeoutMs: number): Promise<number> {
    return this.gateways.indexOf(await this.crashes.standing(timeoutMs));
  }

  /** Makes a process stand still, as on a machine that is frozen. */
  freeze(index: number): void {
    this.gateways.freeze(index);
  }

  /** Lets a process that stands still go on. */
  thaw(index: number): void {
    this.gateways.thaw(index);
  }

  /** Resolves as soon as any of the gateways is ready to serve. */
  someoneReady(): Promise<unknown> {
    return this.gateways.someoneReady();
  }

  /** Restarts the gateways that were killed, and returns how many there were. */
  revive(): Promise<number> {
    return this.gateways.revive();
  }

  /** Ends a process of another version and starts this version in its place. */
  restartAsThisVersion(index: number, ending: "stopped" | "killed"): Promise<void> {
    return this.gateways.restartAsThisVersion(index, ending);
  }

  /** Nothing goes wrong any more, and all processes are running. */
  async calm(): Promise<void> {
    this.sandbox.faults.clear();
    this.urls.forEach((_, index) => this.thaw(index));
    for (const network of this.networks) network.restore();
    await this.crashes.clear();
    await this.revive();
  }

  kill(index: number): Promise<void> {
    return this.gateways.kill(index);
  }

  order(key?: string, wish?: Wish): Promise<Placed> {
    return this.people.order(key, wish);
  }

  /**
   * So few that the guest's points are enough for all orders, and a different sum each time,
   * because the sandbox recognises holds by their sum.
   */
  nextPoints(): string {
    return ((this.pointsGiven += 1) / 100).toFixed(2);
  }

  /** Changes the branch's settings as an operator does. */
  change(input: object): Promise<void> {
    return this.people.change(this.branchId, input);
  }

  /** Locks a row of a table, like a transaction that does not end. */
  lockRow(table: string, id: string): Promise<HeldRow> {
    return holdRow(this.options.databaseUrl, table, id);
  }

  cancel(order: Placed): Promise<void> {
    return this.people.cancel(order);
  }

  rows(): Promise<OrderRow[]> {
    return orderRows(this.pool);
  }

  /** Waits until nothing is left to do for any order, except for probes after a hand-over. */
  async settle(timeoutMs: number): Promise<void> {
    await eventually(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return (await this.rows()).every(isAtRest);
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

  /** The history of the order with this number, with its attempts and the jobs that are left. */
  timeline(number: string): Promise<TimelineStep[]> {
    return timelineOf(this.pool, number);
  }

  async query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, values)).rows;
  }

  /** Anything else that is still running in this world fails from now on. Safe to repeat. */
  async stop(): Promise<void> {
    this.stopping ??= this.gateways
      .stop()
      .then(() =>
        Promise.all([
          this.sandbox.close(),
          this.pool.end(),
          ...this.networks.map((each) => each.stop()),
        ]),
      )
      .finally(() => rm(this.folder, { recursive: true, force: true }));
    await this.stopping;
  }

  private async open(): Promise<void> {
    await this.crashes.open();
    await this.startOne();
    await this.openBranch();
    for (let count = 1; count < this.options.processes; count += 1) await this.startOne();
  }

  private async startOne(): Promise<void> {
    await this.gateways.start(await this.settings(), this.options.before);
  }

  private get people(): Guests {
    if (!this.guests) throw new Error("The branch is not open yet");
    return this.guests;
  }

  private async settings(): Promise<NodeJS.ProcessEnv> {
    const { url, smtpUrl, telegramUrl } = this.sandbox;
    return {
      ...settingsFor({ url: await this.databaseUrl() }, this.folder, await freePort(undefined)),
      IIKO_API_URL: url,
      IIKO_RATE_PER_SECOND: "500",
      SMTP_URL: smtpUrl,
      TELEGRAM_API_URL: telegramUrl,
      TELEGRAM_BOT_TOKEN: "proof",
      PUBLIC_MUTATION_BURST: "0",
      LOG_LEVEL: "error",
      CRASH_DIR: this.crashes.path,
      NODE_OPTIONS: `--require ${join(process.cwd(), "dist/scripts/proof/crash-points.js")}`,
      ...this.options.env,
    };
  }

  private async databaseUrl(): Promise<string> {
    if (!this.options.networks) return this.options.databaseUrl;
    const network = await PostgresProxy.start(this.options.databaseUrl, KEEPALIVE_MS);
    this.networks.push(network);
    return network.url;
  }

  private async openBranch(): Promise<void> {
    const client = new GatewayClient(this.urls[0] ?? "");
    const branchId = await openBranch(client, this.options);
    this.branch = branchId;
    this.guests = await Guests.of(client, branchId, this.gateways);
  }
}
