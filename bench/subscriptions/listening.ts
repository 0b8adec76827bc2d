import { Child } from "../child";

/** The query of the operators' console and of a guest's page. */
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
  /** Used in turn; a bare socket when there are none. */
  readonly operations?: readonly { readonly query: string; readonly variables: object }[];
  /** How many messages each client receives before anything happens. */
  readonly greetings?: number;
}

/** Waits until `total` messages have arrived since the start, or the time is up. */
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

/** Anything that takes longer than this is broken, or far from any bar. */
const PATIENCE_MS = 30_000;

/** A crowd of clients in a separate process. */
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
   * Adds clients.
   *
   * @throws {Error} when some get no greeting
   */
  async join(listening: Listening): Promise<void> {
    const { count, greetings = 0 } = listening;
    await this.child.ask(listening);
    this.count += count;
    this.expected += greetings * count;
    await this.allCame();
  }

  /**
   * How long it takes until every client has `events` more messages.
   *
   * @param cause makes the events
   * @throws {Error} when some do not arrive
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
   * Like `time`, for a cause that only knows afterwards how many events it made. Returns how many
   * of them arrived, and how fast.
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
