import { type Placed } from "../guests";
import { type Verdict } from "../judge";
import { type World } from "../world";

/** Something that makes no noise, and what has to become of the orders that it befalls. */
export interface Trouble {
  readonly name: string;
  readonly ends: readonly Verdict[];
  /** From an order to its end, the trouble's own time included. */
  readonly withinSeconds: number;
  /**
   * Places orders and brings the trouble about. Resolves when nothing more of it is to come.
   *
   * @param place resolves when the order is accepted
   */
  befall(world: World, place: () => Promise<Placed>): Promise<void>;
}
