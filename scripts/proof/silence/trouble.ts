import { type Placed } from "../guests";
import { type Verdict } from "../judge";
import { type World } from "../world";

/** A silent failure, and what has to become of the orders that it hits. */
export interface Trouble {
  readonly name: string;
  readonly ends: readonly Verdict[];
  /** From placing an order to its end, including the duration of the failure. */
  readonly withinSeconds: number;
  /**
   * Places orders and causes the failure. Resolves when no more of it is to come.
   *
   * @param place resolves when the order is accepted
   */
  befall(world: World, place: () => Promise<Placed>): Promise<void>;
}
