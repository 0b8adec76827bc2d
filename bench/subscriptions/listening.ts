import { Child } from "../child";

/** As the operators' console and a guest's page ask. */
export const FOLLOW = `subscription Follow($branchId: ID!, $after: EventCursor) {
  branchOrderEvents(branchId: $branchId, after: $after) {
    __typename id cursor at source summary
    ... on OrderStatusEvent { from to rawPosStatus lateBySeconds }
    ... on InjectionEvent { state attempt }
  }
}`;
export const TRACK = `subscription Track($token: String!, $after: EventCursor) {
  trackOrder(token: $token, after: $after) { id cursor at summary ... on OrderStatusEvent { to } }
}`;

/** What a crowd of clients listens to. */
export interface Listening {
  readonly url: string;
  readonly count: number;
  readonly authorization?: string;
  /** In turn; none: a bare socket. */
  readonly operations?: readonly { readonly query: string; readonly variables: object }[];
  /** How much each client is sent before anything happens. */
  readonly greetings?: number;
}

/** When `total` messages have come since the start, or the time is over. */
export interface Waiting {
  readonly total: number;
  readonly withinMs: number;
}

export interface Received {
  readonly total: number;
  readonly atNs: string;
  /** The last message. */
  readonly sample: string;
}

export type Question = Listening | Waiting;

/** Whatever takes longer than this is broken, or far from any bar. */
const PATIENCE_MS = 30_000;

/** A crowd of clients in a process of its own. */
export class Crowd {
  private expected = 0;
  private count = 0;

  private constructor(private readonly child: Child) {}

  static async open(listening: Listening): Promise<Crowd> {
    const [child] = await Child.start("subscriptions/listeners", {});
    const crowd = new Crowd(child);
    await crowd.join(listening);
    return crowd;
  }

  /**
   * More clients.
   *
   * @throws {Error} some get no greeting
   */
  async join(listening: Listening): Promise<void> {
    const { count, greetings = 0 } = listening;
    await this.child.ask(listening);
    this.count += count;
    this.expected += greetings * count;
    await this.allCame();
  }

  /**
   * How long it takes until everybody has `events` more messages.
   *
   * @param cause makes the events
   * @throws {Error} some do not come
   */
  async time(
    events: number,
    cause: () => Promise<unknown>,
  ): Promise<{ readonly ms: number; readonly sample: string }> {
    this.expected += events * this.count;
    const allCame = this.allCame();
    const startedAt = process.hrtime.bigint();
    await cause();
    const { atNs, sample } = await allCame;
    return { ms: Number(BigInt(atNs) - startedAt) / 1e6, sample };
  }

  /**
   * Like `time`, for a cause that only knows afterwards how many events it made. How many of them
   * came, and how fast.
   */
  async timeUncounted(
    cause: () => Promise<number>,
    withinMs: number,
  ): Promise<{ readonly ms: number; readonly came: number }> {
    const startedAt = performance.now();
    const before = this.expected;
    this.expected += (await cause()) * this.count;
    const { total } = await this.child.ask<Received>({ total: this.expected, withinMs });
    return { ms: performance.now() - startedAt, came: (total - before) / this.count };
  }

  stop(): Promise<void> {
    return this.child.stop();
  }

  private async allCame(): Promise<Received> {
    const { expected } = this;
    const received = await this.child.ask<Received>({ total: expected, withinMs: PATIENCE_MS });
    if (received.total < expected)
      throw new Error(`${expected - received.total} of ${expected} messages did not come`);
    return received;
  }
}
