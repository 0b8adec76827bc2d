import { setTimeout as pause } from "node:timers/promises";

import { type PlannedFault } from "../../sandbox/faults/fault";
import { BEHAVIOURS } from "./behaviours";
import { type CrashStep } from "./crash-points";
import { type Placed, type Wish } from "./guests";
import { HouseRules } from "./house-rules";
import { type Random, randomFrom } from "./random";
import { SILENCES } from "./silence/random-silences";
import { World } from "./world";

const STEPS: readonly CrashStep[] = [
  "intent saved",
  "request sent",
  "answer read",
  "state saved",
  "message taken",
];
/** Of faults; as many as three processes meet in a second or two. */
const MOST_WAITING = 5;
/** Longer than the pause after a login that failed. */
const BETWEEN_LOGINS_MS = 30_000;
const WALLET_PATH = "/api/1/loyalty/iiko/customer/wallet";
const LOGIN_PATH = "/api/1/access_token";
const SETTLE_MS = 150_000;
/** More at a time would leave nobody who could do anything. */
const MOST_SILENCES = 2;

export interface RandomRunOptions {
  readonly databaseUrl: string;
  readonly processes: number;
  readonly seed: number;
  readonly orders: number;
  readonly ordersPerSecond: number;
  /** How long iiko cuts every connection, in the middle of the run. */
  readonly outageSeconds: number;
  readonly tell: (line: string) => void;
}

/**
 * Gateways that are killed, started again, cut off, frozen and lied to by iiko at random while
 * guests order.
 */
export async function runRandomly(options: RandomRunOptions): Promise<World> {
  const { databaseUrl, processes, seed, orders, ordersPerSecond, tell } = options;
  const world = await World.start({
    databaseUrl,
    processes,
    retryDelaysSeconds: [1, 2, 3],
    networks: true,
  });
  const rules = (world.rules = await HouseRules.of(world));
  const run = new RandomRun(world, rules, seed);
  const chaos = [
    run.kill(),
    run.pause(),
    run.silence(),
    run.harm(options.outageSeconds, orders / ordersPerSecond),
  ];
  const placed: Promise<unknown>[] = [];
  for (let count = 0; count < orders; count += 1) {
    placed.push(run.order(count));
    if (count % 10 === 2) placed.push(run.cancelledOrder(count));
    await pause(1000 / ordersPerSecond);
  }
  await Promise.all(placed);
  run.over = true;
  await Promise.all(chaos);
  await world.calm();
  await world.settle(SETTLE_MS);
  await rules.fillUp();
  await world.settle(SETTLE_MS);
  // What comes too late would come now.
  await pause(3_000);
  const holds = world.sandbox.holds();
  const givenBack = holds.filter(({ state }) => state === "cancelled");
  tell(
    `random run, ${processes} processes, seed ${seed}: ${orders} orders, every third with points, every fourth with a promo code; ` +
      `${holds.length} holds, ${givenBack.length} of them given back, ${run.kills} kills, ${run.faults} faults, ` +
      `${run.silences.length} silences (${[...new Set(run.silences)].sort().join(", ")}), ` +
      `${await rules.used()} slots, filled up at the end, ${rules.pauses} pauses`,
  );
  return world;
}

class RandomRun {
  over = false;
  private loginFailedAt = 0;
  kills = 0;
  faults = 0;
  /** By their names, in the order in which they came. */
  readonly silences: string[] = [];

  constructor(
    private readonly world: World,
    private readonly rules: HouseRules,
    private readonly seed: number,
  ) {}

  order(count: number, name = "random", wish: Wish = this.rules.wishOf(count)): Promise<Placed> {
    return this.world.order(`${name} ${this.seed} ${count}`, {
      points: count % 3 === 0 ? this.world.nextPoints() : undefined,
      promoCode: count % 4 === 0,
      ...wish,
    });
  }

  /** One whose guest thinks better of it after a while. */
  async cancelledOrder(count: number): Promise<void> {
    const random = randomFrom(this.seed + 2 + count);
    const placed = await this.order(count, "cancelled", this.rules.givenUpWish(count));
    await pause(random.between(0, 3_000));
    await this.world.cancel(placed);
  }

  /** Kills a process at a random moment or step, and starts it again a little later. */
  async kill(): Promise<void> {
    const random = randomFrom(this.seed);
    // One that has nobody beside it is to come to something between its starts.
    const [least, most] = this.world.count === 1 ? [5_000, 15_000] : [1_500, 4_000];
    while (!this.over) {
      await pause(random.between(least, most));
      if (random.chance(0.5)) await this.world.arm(random.one(STEPS));
      else await this.world.kill(Math.floor(random.between(0, this.world.count)));
      await pause(random.between(300, 1_500));
      this.kills += await this.world.revive();
    }
  }

  /** The branch is closed for a moment now and then. */
  async pause(): Promise<void> {
    const random = randomFrom(this.seed + 3);
    while (!this.over) {
      await pause(random.between(4_000, 9_000));
      await this.rules.pause();
    }
  }

  /** Lets things befall the gateways that make no noise, some at a time. */
  async silence(): Promise<void> {
    const random = randomFrom(this.seed + 1_000_000);
    const underWay = new Set<Promise<void>>();
    while (!this.over) {
      await pause(random.between(1_000, 4_000));
      if (underWay.size >= MOST_SILENCES) await Promise.race(underWay);
      // Where nobody works nothing is proven, and whoever is struck at every start never gets up.
      await this.world.someoneReady();
      const silence = random.one(SILENCES);
      this.silences.push(silence.name);
      const own = randomFrom(this.seed + this.silences.length);
      const befallen: Promise<void> = silence
        .befall(this.world, own)
        .finally(() => underWay.delete(befallen));
      underWay.add(befallen);
    }
    await Promise.all(underWay);
  }

  /** Plans faults all the time, and once cuts every connection for a while. */
  async harm(outageSeconds: number, runSeconds: number): Promise<void> {
    const random = randomFrom(this.seed + 1);
    const { faults } = this.world.sandbox;
    const outageAt = Date.now() + (Math.max(0, runSeconds - outageSeconds) / 2) * 1000;
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
      for (const fault of this.nextFaults(random).filter((each) => this.isDue(each))) {
        faults.plan(fault);
        this.faults += 1;
      }
    }
    faults.clear();
  }

  /**
   * While nobody can log in hardly anything is asked of iiko: were logins to fail all the time, and
   * faults to pile up meanwhile, the run would be one long pause.
   */
  private isDue({ path }: PlannedFault): boolean {
    if (this.world.sandbox.faults.list().length >= MOST_WAITING) return false;
    if (path !== LOGIN_PATH) return true;
    if (Date.now() - this.loginFailedAt < BETWEEN_LOGINS_MS) return false;
    this.loginFailedAt = Date.now();
    return true;
  }

  private nextFaults(random: Random): readonly PlannedFault[] {
    // What is refused for good goes to people at once: not often, so that most orders have to find
    // their way.
    const all = BEHAVIOURS.filter(({ end }) => end === "in till" || random.chance(0.5));
    return random.one([...all.map(({ faults }) => faults), ELSEWHERE]);
  }
}

/** Trouble with the calls around the one that matters. */
const ELSEWHERE: readonly PlannedFault[] = [
  { path: "/api/1/deliveries/by_id", fault: { kind: "status", status: 500 } },
  { path: LOGIN_PATH, fault: { kind: "status", status: 503 } },
  { path: `${WALLET_PATH}/hold`, fault: { kind: "status", status: 503 } },
  { path: `${WALLET_PATH}/hold`, fault: { kind: "drop-after" } },
  { path: `${WALLET_PATH}/cancel_hold`, fault: { kind: "drop-after" } },
  { fault: { kind: "webhook-loss" } },
  { fault: { kind: "webhook-duplicate" } },
];
