import { setTimeout as pause } from "node:timers/promises";

import { type PlannedFault } from "../../sandbox/faults/fault";
import { befallen } from "./befallen";
import { type CrashStep } from "./crash-points";
import { everybodyOrders } from "./everybody-orders";
import { HouseRules } from "./house-rules";
import { type Random, randomFrom } from "./random";
import { LOGIN_PATH, nextFaults } from "./random-faults";
import { type RandomRunOptions } from "./random-run-options";
import { SILENCES } from "./silence/random-silences";
import { within } from "./within";
import { World } from "./world";

const STEPS: readonly CrashStep[] = [
  "intent saved",
  "request sent",
  "answer read",
  "state saved",
  "message taken",
];
/** Maximum number of planned faults: as many as three processes meet in a second or two. */
const MOST_WAITING = 5;
/** Longer than the back-off after a failed login. */
const BETWEEN_LOGINS_MS = 30_000;
const SETTLE_MS = 150_000;
/**
 * Share of the kills and silences that remain while the till is silent: a branch opens after two
 * checks in a row, twenty seconds apart, and a process that dies every few seconds never reaches
 * the second.
 */
const SHARE_WHILE_SILENT = 0.25;
/** More of them simultaneously would leave no process able to do anything. */
const MOST_SILENCES = 2;
/**
 * Time limit for everything that is done to the gateways and asked of them; the longest runs take a
 * third of it.
 */
const LONGEST_MS = 900_000;
const SUPERVISE_MS = 500;

/**
 * Kills, restarts, cuts off and freezes gateways at random, and makes iiko lie to them, while
 * guests order.
 */
export async function runRandomly(options: RandomRunOptions): Promise<World> {
  const { databaseUrl, processes, seed, tell } = options;
  const world = await World.start({
    databaseUrl,
    processes,
    retryDelaysSeconds: [1, 2, 3],
    networks: true,
  });
  try {
    const rules = (world.rules = await HouseRules.of(world));
    const run = new RandomRun(world, rules, options);
    await within(LONGEST_MS, world, run.toItsEnd());
    await world.calm();
    await world.settle(SETTLE_MS);
    await rules.fillUp();
    await rules.slowAtLast();
    await world.settle(SETTLE_MS);
    // Anything late would arrive by now.
    await pause(3_000);
    tell(await befallen(options, run, world, rules));
  } catch (error) {
    tell(`random run, ${processes} processes, seed ${seed} ended badly: ${String(error)}`);
    await world.stop();
    throw error;
  }
  return world;
}

class RandomRun {
  private over = false;
  private loginFailedAt = 0;
  kills = 0;
  faults = 0;
  /** Names of the silences, in the order in which they came. */
  readonly silences: string[] = [];

  constructor(
    private readonly world: World,
    private readonly rules: HouseRules,
    private readonly options: RandomRunOptions,
  ) {}

  /** Resolves when all guests have their orders, and nothing more is done to the gateways. */
  async toItsEnd(): Promise<void> {
    const till = this.options.silentTill ? this.rules.till.befall() : undefined;
    const guests = Promise.all([
      everybodyOrders(this.world, this.rules, this.options),
      till,
    ]).finally(() => (this.over = true));
    const chaos = [this.kill(), this.slow(), this.pause(), this.silence(), this.harm()];
    await this.supervised(Promise.all([guests, ...chaos]));
  }

  /**
   * Restarts dead processes until `all` is over: a step may still be armed when the last guest has
   * gone, and a silence that no process survives would wait for ever.
   */
  private async supervised(all: Promise<unknown>): Promise<void> {
    let ended = false;
    const end = all.finally(() => (ended = true));
    const supervise = async () => {
      while (!ended) {
        await pause(SUPERVISE_MS);
        if (this.over) this.kills += await this.world.revive();
      }
    };
    await Promise.all([end, supervise()]);
  }

  private isSpared(random: Random): boolean {
    return this.rules.till.isFelt && !random.chance(SHARE_WHILE_SILENT);
  }

  private async killOne(random: Random): Promise<void> {
    if (random.chance(0.5)) await this.world.arm(random.one(STEPS));
    else await this.world.kill(Math.floor(random.between(0, this.world.count)));
  }

  /** Kills a process at a random moment or step, and restarts it a little later. */
  private async kill(): Promise<void> {
    const random = randomFrom(this.options.seed);
    // A process that runs alone must get something done between its starts.
    const [least, most] = this.world.count === 1 ? [5_000, 15_000] : [1_500, 4_000];
    while (!this.over) {
      await pause(random.between(least, most));
      if (!this.isSpared(random)) await this.killOne(random);
      await pause(random.between(300, 1_500));
      this.kills += await this.world.revive();
    }
  }

  /** Closes the branch for a moment now and then. */
  private async pause(): Promise<void> {
    const random = randomFrom(this.options.seed + 3);
    while (!this.over) {
      await pause(random.between(4_000, 9_000));
      await this.rules.pause();
    }
  }

  /** Slows down the kitchen now and then. */
  private async slow(): Promise<void> {
    const random = randomFrom(this.options.seed + 4);
    while (!this.over) {
      await pause(random.between(2_000, 9_000));
      await this.rules.slow();
    }
  }

  /** Subjects the gateways to failures that make no noise, several at a time. */
  private async silence(): Promise<void> {
    const random = randomFrom(this.options.seed + 1_000_000);
    const underWay = new Set<Promise<unknown>>();
    while (!this.over) {
      await pause(random.between(1_000, 4_000));
      if (this.isSpared(random)) continue;
      if (underWay.size >= MOST_SILENCES) await Promise.race(underWay);
      // While no process works, nothing is proven, and one that is struck at every start never gets
      // up.
      await this.world.someoneReady();
      const silence = random.one(SILENCES);
      this.silences.push(silence.name);
      const own = randomFrom(this.options.seed + this.silences.length);
      const befallen: Promise<unknown> = silence
        .befall(this.world, own)
        .then(() => underWay.delete(befallen));
      // A silence that fails stays in the set, and ends the run when the set is next awaited.
      befallen.catch(() => undefined);
      underWay.add(befallen);
    }
    await Promise.all(underWay);
  }

  /** Plans faults all the time, and cuts every connection once for a while. */
  private async harm(): Promise<void> {
    const { outageSeconds, orders, ordersPerSecond } = this.options;
    const random = randomFrom(this.options.seed + 1);
    const { faults } = this.world.sandbox;
    const outageAt =
      Date.now() + (Math.max(0, orders / ordersPerSecond - outageSeconds) / 2) * 1000;
    let down = false;
    while (!this.over) {
      await pause(random.between(200, 800));
      if (!down && outageSeconds > 0 && Date.now() > outageAt) {
        down = true;
        faults.clear();
        faults.plan({ times: 0, fault: { kind: "drop-before" } });
        await pause(outageSeconds * 1000);
        faults.clear();
      }
      for (const fault of nextFaults(random).filter((each) => this.isDue(each))) {
        faults.plan(fault);
        this.faults += 1;
      }
    }
    faults.clear();
  }

  /**
   * While no process can log in, iiko receives hardly any calls: if logins failed all the time and
   * faults piled up meanwhile, the run would be one long pause.
   */
  private isDue({ path }: PlannedFault): boolean {
    if (this.world.sandbox.faults.list().length >= MOST_WAITING) return false;
    if (path !== LOGIN_PATH) return true;
    if (Date.now() - this.loginFailedAt < BETWEEN_LOGINS_MS) return false;
    this.loginFailedAt = Date.now();
    return true;
  }
}
