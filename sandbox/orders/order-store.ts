import { type Memory } from "../state/memory";
import { type StoredOrder } from "./stored-order";

const DAY_MS = 24 * 3_600_000;
/** iiko serves changes of the last three hours by revision (its contract). */
const FEED_AGE_MS = 3 * 3_600_000;
const MARK_EVERY_MS = 60_000;
/** iiko keeps orders readable for seven days (its contract). */
const KEPT_DAYS = 7;

/** Every order iiko Cloud knows, and the counter of changes to them. */
export class OrderStore {
  constructor(private readonly memory: Memory) {}

  get(id: string): StoredOrder | undefined {
    return this.memory.state.orders[id.toLowerCase()];
  }

  all(): StoredOrder[] {
    return Object.values(this.memory.state.orders);
  }

  add(order: StoredOrder): void {
    this.memory.state.orders[order.id] = order;
    this.touch(order);
  }

  /** Marks a change: gives the order the next revision and a later timestamp. */
  touch(order: StoredOrder): void {
    const { state } = this.memory;
    state.revision += 1;
    order.revision = state.revision;
    const now = Date.now();
    order.timestamp = Math.max(now, order.timestamp + 1);
    const lastMark = state.revisionMarks.at(-1);
    if (!lastMark || now - lastMark.at >= MARK_EVERY_MS) {
      state.revisionMarks.push({ at: now, revision: state.revision - 1 });
    }
    this.memory.changed();
  }

  /** Counts another create call for an order without changing the order otherwise. */
  countCall(order: StoredOrder): void {
    order.createCalls += 1;
    this.memory.changed();
  }

  takeNumber(): number {
    const number = this.memory.state.nextOrderNumber;
    this.memory.state.nextOrderNumber += 1;
    return number;
  }

  get revision(): number {
    return this.memory.state.revision;
  }

  /** The oldest revision that `by_revision` still answers for. */
  oldestRevision(now: number): number {
    const { state } = this.memory;
    while (
      state.revisionMarks.length > 1 &&
      (state.revisionMarks[1]?.at ?? now) < now - FEED_AGE_MS
    ) {
      state.revisionMarks.shift();
    }
    return state.revisionMarks[0]?.revision ?? state.revision;
  }

  purgeExpired(now: number): void {
    for (const order of this.all()) {
      if (order.timestamp < now - KEPT_DAYS * DAY_MS)
        Reflect.deleteProperty(this.memory.state.orders, order.id);
    }
  }
}
