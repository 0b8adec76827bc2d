import { type OrderStatus } from "../orders/order-body";
import { type StoredOrder } from "../orders/stored-order";
import { type Timers } from "../timers";
import { nextStep } from "./till-script";

interface Cooking {
  /** Milliseconds to the next status at speed 1, as of `since`. */
  remainingMs: number;
  since: number;
  next: OrderStatus;
  cancel: () => void;
}

/**
 * The till's clockwork: moves every order through its script at a speed that may change or drop to
 * a stop at any time.
 */
export class Kitchen {
  private readonly cooking = new Map<string, Cooking>();
  private paused = false;

  constructor(
    private speed: number,
    private readonly timers: Timers,
    private readonly advance: (orderId: string, status: OrderStatus) => void,
  ) {}

  /**
   * Waits for the order's next status again; call it after every status change and after a restart.
   */
  follow(stored: StoredOrder): void {
    this.forget(stored.id);
    const step = stored.order ? nextStep(stored.order) : undefined;
    if (!step) return;
    this.wait(stored.id, {
      remainingMs: step.seconds * 1000,
      since: Date.now(),
      next: step.next,
      cancel: () => undefined,
    });
  }

  forget(orderId: string): void {
    this.cooking.get(orderId)?.cancel();
    this.cooking.delete(orderId);
  }

  forgetAll(): void {
    for (const orderId of [...this.cooking.keys()]) this.forget(orderId);
  }

  get pace(): { speed: number; paused: boolean } {
    return { speed: this.speed, paused: this.paused };
  }

  setPace({
    speed = this.speed,
    paused = this.paused,
  }: {
    speed?: number | undefined;
    paused?: boolean | undefined;
  }): void {
    const now = Date.now();
    const passed = this.paused ? 0 : this.speed;
    this.speed = speed;
    this.paused = paused;
    for (const [orderId, entry] of [...this.cooking]) {
      entry.cancel();
      const remainingMs = Math.max(0, entry.remainingMs - (now - entry.since) * passed);
      this.wait(orderId, { ...entry, remainingMs, since: now });
    }
  }

  private wait(orderId: string, entry: Cooking): void {
    const cancel = this.paused
      ? () => undefined
      : this.timers.after(entry.remainingMs / this.speed, () => {
          this.cooking.delete(orderId);
          this.advance(orderId, entry.next);
        });
    this.cooking.set(orderId, { ...entry, cancel });
  }
}
