import { type Placed } from "../guests";
import { type World } from "../world";
import { type Told } from "./told";

/** A client that follows one order, by whatever means. */
export interface GuestFollower {
  /** Everything it received, in the order in which it was received. */
  readonly told: readonly Told[];
  /** Loses the connection. */
  drop(): void;
  stop(): void;
  /** It was ended, or gave up, before the order was over. */
  readonly endedFalsely: boolean;
  /**
   * The part of an order's history that it should have received, whatever it began with.
   *
   * @param stored ids of events, in order
   */
  expected(stored: readonly string[]): readonly string[];
}

/** The means by which guests follow their orders. */
export interface Way {
  /** Called when the gateways are running, before any guest follows an order. */
  open(world: World): Promise<void>;
  /** @param address the guest's address, for limits that count by it */
  follow(order: Placed, address: string): GuestFollower;
  /** Safe to repeat. */
  stop(): Promise<void>;
}
