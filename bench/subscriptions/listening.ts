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
}

export type Question = Listening | { readonly total: number };

/** A crowd of clients in a process of its own. */
export class Crowd {
  private expected = 0;

  private constructor(
    private readonly child: Child,
    private readonly count: number,
  ) {}

  static async open(listening: Listening): Promise<Crowd> {
    const [child] = await Child.start("subscriptions/listeners", {});
    await child.ask(listening);
    return new Crowd(child, listening.count);
  }

  /**
   * How long it takes until everybody has `events` more messages.
   *
   * @param cause makes the events
   */
  async time(events: number, cause: () => Promise<unknown>): Promise<{ readonly ms: number; readonly sample: string }> {
    this.expected += events * this.count;
    const reached = this.child.ask<{ atNs: string; sample: string }>({ total: this.expected });
    const startedAt = process.hrtime.bigint();
    await cause();
    const { atNs, sample } = await reached;
    return { ms: Number(BigInt(atNs) - startedAt) / 1e6, sample };
  }

  /** Like `time`, for a cause that only knows afterwards how many events it made. */
  async timeUncounted(cause: () => Promise<number>): Promise<{ readonly ms: number; readonly events: number }> {
    const startedAt = performance.now();
    const events = await cause();
    this.expected += events * this.count;
    await this.child.ask({ total: this.expected });
    return { ms: performance.now() - startedAt, events };
  }

  stop(): Promise<void> {
    return this.child.stop();
  }
}
