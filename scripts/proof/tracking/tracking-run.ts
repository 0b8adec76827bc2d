import { setTimeout as pause } from "node:timers/promises";

import { toOrderStatus } from "../../../src/adapters/iiko/orders/map-status";
import { eventually } from "../../../tests/support/eventually";
import { ADMIN_KEY } from "../../../tests/support/settings";
import { type Placed } from "../guests";
import { type Random, randomFrom } from "../random";
import { World } from "../world";
import { countFaults, type Faults } from "./count-faults";
import { Follower } from "./follower";
import { Sockets } from "./sockets";
import { readStored, type Stored } from "./stored";
import { type Droppable, type Trouble } from "./trouble";
import { type GuestFollower, type Way } from "./way";

const FOLLOW = `subscription Follow($branchId: ID!, $after: EventCursor) {
  branchOrderEvents(branchId: $branchId, after: $after) { id cursor }
}`;
const ORDERS_PER_SECOND = 5;
const SETTLE_MS = 120_000;

export interface TrackingRunOptions {
  readonly databaseUrl: string;
  readonly seed: number;
  readonly processes: number;
  readonly orders: number;
  /** How many guests track the orders, and how many operators follow the branch. */
  readonly guests: number;
  readonly operators: number;
  /** 1 means that an order is delivered after 25 s. */
  readonly kitchenSpeed: number;
  readonly trouble: Trouble;
  /** How guests follow their orders; over sockets directly to the gateways when omitted. */
  readonly way?: Way;
  /** Settings of all gateways, in addition to the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
  readonly tell: (line: string) => void;
}

export interface TrackingResult extends Faults {
  readonly clients: number;
  /** Clients that were ended, or gave up, before their order was over. */
  readonly falseEnds: number;
  /** Between two orders that were accepted. */
  readonly longestGapSeconds: number;
}

interface Guest {
  readonly order: Placed;
  readonly follower: GuestFollower;
}

/** Guests place orders, and guests and operators follow what happens while things go wrong. */
export class TrackingRun {
  private readonly guests: Guest[] = [];
  private readonly operators: Follower[] = [];
  private readonly random: Random;
  private readonly takenAt: number[] = [];
  private readonly way: Way;

  private constructor(
    readonly world: World,
    private readonly options: TrackingRunOptions,
  ) {
    this.random = randomFrom(options.seed);
    this.way = options.way ?? new Sockets(this.random);
  }

  /** Starts the gateways. The caller must call `stop`, however the run ends. */
  static async start(options: TrackingRunOptions): Promise<TrackingRun> {
    const world = await World.start({
      databaseUrl: options.databaseUrl,
      processes: options.processes,
      retryDelaysSeconds: [1, 2, 3],
      kitchenSpeed: options.kitchenSpeed,
      env: { ORDER_POLL_SECONDS: "2", TRUST_PROXY: "true", ...options.env },
    });
    return new TrackingRun(world, options);
  }

  async execute(): Promise<TrackingResult> {
    const { seed, orders, tell, trouble } = this.options;
    await this.way.open(this.world);
    trouble.begin(this.world, () => this.followers);
    this.followBranch();
    await this.placeOrders();
    await this.allDelivered();
    await trouble.end();
    await this.world.calm();
    await this.allTold();
    tell(
      `seed ${seed}: ${orders} orders, ${this.guests.length} guests, ${this.operators.length} operators`,
    );
    tell(trouble.told);
    const longestGapSeconds = longestGap(this.takenAt) / 1000;
    return {
      ...(await this.faults()),
      clients: this.guests.length + this.operators.length,
      falseEnds: this.guests.filter(({ follower }) => follower.endedFalsely).length,
      longestGapSeconds,
    };
  }

  /**
   * Leaves behind no process and nothing that would start one, even in the middle of a run. Safe to
   * repeat.
   */
  async stop(): Promise<void> {
    for (const follower of this.followers) follower.stop();
    const ended = this.options.trouble.end().catch(() => undefined);
    await Promise.all([this.world.stop(), this.way.stop()]);
    await ended;
  }

  private get followers(): (Droppable & { stop(): void })[] {
    return [...this.guests.map(({ follower }) => follower), ...this.operators];
  }

  private followBranch(): void {
    const following = {
      query: FOLLOW,
      variables: { branchId: this.world.branchId },
      authorization: `Bearer ${ADMIN_KEY}`,
    };
    for (let count = 0; count < this.options.operators; count += 1) {
      const follows = { ...following, address: `10.1.0.${count % 250}` };
      this.operators.push(new Follower(follows, () => this.random.one(this.world.urls)));
    }
  }

  /** Some guests start following immediately, some later. */
  private async placeOrders(): Promise<void> {
    const { seed, orders, guests } = this.options;
    const each = Math.ceil(guests / orders);
    const placing: Promise<void>[] = [];
    for (let count = 0; count < orders; count += 1) {
      placing.push(
        this.placeOrder(`tracking ${seed} ${count}`, Math.min(each, guests - count * each)),
      );
      await pause(1000 / ORDERS_PER_SECOND);
    }
    await Promise.all(placing);
  }

  private async placeOrder(key: string, guests: number): Promise<void> {
    const order = await this.world.order(key);
    this.takenAt.push(performance.now());
    for (let count = 0; count < guests; count += 1) {
      if (count > 0) await pause(this.random.between(0, 1_000));
      const address = `10.2.${this.guests.length >> 7}.${this.guests.length & 127}`;
      this.guests.push({ order, follower: this.way.follow(order, address) });
    }
  }

  private async allDelivered(): Promise<void> {
    await eventually(() => {
      const ended = this.world.sandbox.orders().filter(({ status }) => ENDS.has(status ?? ""));
      return ended.length >= this.options.orders;
    }, SETTLE_MS);
  }

  /**
   * Waits until every client has the last event; repeated events would arrive in the next few
   * seconds.
   */
  private async allTold(): Promise<void> {
    const isTold = async () => {
      await pause(200);
      const stored = await readStored(this.world);
      const last = stored.branch.at(-1);
      return (
        this.statusesAgree(stored) &&
        this.operators.every(({ told }) => told.at(-1)?.id === last) &&
        this.guests.every(
          ({ order, follower }) =>
            follower.told.at(-1)?.id === follower.expected(stored.of(order.id)).at(-1),
        )
      );
    };
    // A client that is not up to date by then has missed something, which is counted.
    await eventually(isTold, SETTLE_MS).catch(() => undefined);
    await pause(3_000);
  }

  private async faults(): Promise<Faults> {
    const stored = await readStored(this.world);
    const till = this.tillStatuses();
    const all = [
      ...this.operators.map(({ told }) => countFaults(told, stored.branch)),
      ...this.guests.map(({ order, follower }) => {
        const { told } = follower;
        const faults = countFaults(told, follower.expected(stored.of(order.id)));
        const last = told.findLast(({ to, lateBySeconds }) => to && !lateBySeconds)?.to;
        return { ...faults, wrong: faults.wrong + (last === till.get(order.number) ? 0 : 1) };
      }),
    ];
    const sum = (name: keyof Faults) => all.reduce((total, faults) => total + faults[name], 0);
    return { missed: sum("missed"), repeated: sum("repeated"), wrong: sum("wrong") };
  }

  private statusesAgree({ statuses }: Stored): boolean {
    const till = this.tillStatuses();
    return this.guests.every(({ order }) => statuses.get(order.id) === till.get(order.number));
  }

  /** Keyed by the order number that the guest knows. */
  private tillStatuses(): Map<string, string | null> {
    const orders = this.world.sandbox.orders();
    return new Map(
      orders.map(({ externalNumber, status }) => [
        externalNumber ?? "",
        status && toOrderStatus(status),
      ]),
    );
  }
}

function longestGap(moments: readonly number[]): number {
  return Math.max(
    0,
    ...moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment)),
  );
}

/** The statuses in which the kitchen leaves an order. */
const ENDS = new Set(["Closed", "Cancelled"]);
