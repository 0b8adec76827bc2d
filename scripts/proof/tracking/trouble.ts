import { type World } from "../world";
import { type Follower } from "./follower";

/** What goes wrong while clients order and follow. */
export interface Trouble {
  begin(world: World, followers: () => readonly Follower[]): void;
  /** Resolves when it is over. @throws {unknown} what went wrong with it */
  end(): Promise<void>;
  /** What there was of it, for whoever reads the proof. */
  readonly told: string;
}
