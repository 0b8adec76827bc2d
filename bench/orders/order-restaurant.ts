import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "../../packages/embedded-postgres/src/free-port";
import { DEMO_KEY } from "../../sandbox/credentials";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { type WantedLine } from "../../src/domain/checkout/pricing";
import { type DeliveryQuestion } from "../../src/services/checkout/find-delivery-options";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder, aWantedLine } from "../../tests/support/a-new-order";
import { GatewayClient } from "../../tests/support/gateway-client";
import { isReady, Program } from "../../tests/support/program";
import { setUpBranch } from "../../tests/support/set-up-branch";
import { settingsFor } from "../../tests/support/settings";
import { Storefront } from "../../tests/support/storefront";
import { deliveryQuestion, judgedWish, setUpRules } from "./house-rules";

/**
 * Calls per second that the bench allows for each restriction group: more than the drain needs, and
 * few enough to matter.
 */
export const RATE_PER_SECOND = 300;
const BRANCHES = 4;

/** A gateway process, an iiko that answers immediately, and branches that sell pizza. */
export class OrderRestaurant {
  private gateway: Program | undefined;
  private readonly branches: OpenBranch[] = [];
  /** Branches with time and place rules. */
  private readonly strict: OpenBranch[] = [];

  private constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly folder: string,
    readonly sandbox: Sandbox,
  ) {}

  static async open(databaseUrl: string): Promise<OrderRestaurant> {
    const folder = await mkdtemp(join(tmpdir(), "gateway-bench-"));
    const sandbox = await startSandbox({ port: 0, cookingSpeed: 0.01, creationDelayMs: 0 });
    const env = {
      ...settingsFor({ url: databaseUrl }, folder, await freePort(undefined)),
      IIKO_API_URL: sandbox.url,
      IIKO_RATE_PER_SECOND: String(RATE_PER_SECOND),
      PUBLIC_MUTATION_BURST: "0",
      LOG_LEVEL: "error",
      STATEMENT_COUNT: join(folder, "statements"),
      NODE_OPTIONS: `--require ${join(process.cwd(), "dist/bench/orders/statement-count.js")}`,
    };
    const restaurant = new OrderRestaurant(env, folder, sandbox);
    try {
      await restaurant.start();
      for (let count = 0; count < BRANCHES; count += 1) await restaurant.openBranches();
      return restaurant;
    } catch (error) {
      await restaurant.close();
      throw error;
    }
  }

  get storefront(): Storefront {
    return this.branch(0).storefront;
  }

  async start(): Promise<void> {
    const { env } = this;
    this.gateway = await Program.start("src/main.js", env, () => isReady(env["PUBLIC_URL"] ?? ""));
  }

  async stop(): Promise<void> {
    await this.gateway?.terminate();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.sandbox.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @param count the number of the order: the branches take turns */
  order(count: number): NewOrder {
    const { storefront, line } = this.branch(count % BRANCHES);
    return aNewOrder(storefront.branchId, { lines: [line] });
  }

  /** The same for branches with rules, which the order obeys. */
  judgedOrder(count: number): NewOrder {
    const { storefront, line } = this.strictBranch(count);
    return aNewOrder(storefront.branchId, { lines: [line], ...judgedWish(count) });
  }

  /** Asks who delivers to a place in the area of those branches. */
  deliveryQuestion(count: number): DeliveryQuestion {
    return deliveryQuestion(this.strictBranch(count).storefront.branchId, count);
  }

  /**
   * Statements that the running gateway has sent to the database since it first claimed jobs,
   * counted by their text.
   */
  async statements(): Promise<ReadonlyMap<string, number>> {
    const written = await readFile(this.env["STATEMENT_COUNT"] ?? "", "utf8");
    return new Map(Object.entries(JSON.parse(written) as Record<string, number>));
  }

  /** When the sandbox received calls to create orders, in Unix milliseconds. */
  createCalls(): number[] {
    const calls = this.sandbox.calls().filter(({ path }) => path === "/api/1/deliveries/create");
    return calls.map(({ at }) => Date.parse(at));
  }

  private branch(index: number): OpenBranch {
    return found(this.branches[index]);
  }

  private strictBranch(count: number): OpenBranch {
    return found(this.strict[count % BRANCHES]);
  }

  private async openBranches(): Promise<void> {
    this.branches.push(await this.openBranch());
    const strict = await this.openBranch();
    await setUpRules(strict.storefront.client, strict.storefront.branchId);
    this.strict.push(strict);
  }

  private async openBranch(): Promise<OpenBranch> {
    const client = new GatewayClient(this.env["PUBLIC_URL"] ?? "");
    const storefront = new Storefront(client, await setUpBranch(client, DEMO_KEY));
    const { lines } = (await storefront.input()) as { lines: [WantedLine] };
    const [{ article, sizeId, options }] = lines;
    const chosen = options.map((option) => ({ article: option.article, quantity: 1000 }));
    return { storefront, line: aWantedLine({ article, sizeId, options: chosen }) };
  }
}

interface OpenBranch {
  readonly storefront: Storefront;
  readonly line: WantedLine;
}

function found(branch: OpenBranch | undefined): OpenBranch {
  if (!branch) throw new Error("There is no such branch");
  return branch;
}
