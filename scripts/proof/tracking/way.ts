import { type Placed } from "../guests";
import { type World } from "../world";
import { type Told } from "./told";

/** Whoever follows one order, in whatever way. */
export interface GuestFollower {
  /** Everything, in the order in which it was told. */
  readonly told: readonly Told[];
  /** Loses its connection. */
  drop(): void;
  stop(): void;
  /** It was ended, or gave up, before the order was over. */
  readonly endedFalsely: boolean;
  /**
   * What of an order's history it should have been told of, whatever it began with.
   *
   * @param stored ids of events, in their order
   */
  expected(stored: readonly string[]): readonly string[];
}

/** How guests follow their orders. */
export interface Way {
  /** Once the gateways run, and before anybody follows. */
  open(world: World): Promise<void>;
  /** @param address where the guest is, for limits that count by it */
  follow(order: Placed, address: string): GuestFollower;
  /** Safe to repeat. */
  stop(): Promise<void>;
}
