import { type World } from "../world";

/** A follower that may lose its connection. */
export interface Droppable {
  drop(): void;
}

/** What goes wrong while clients order and follow. */
export interface Trouble {
  begin(world: World, followers: () => readonly Droppable[]): void;
  /** Resolves when it is over. @throws {unknown} what went wrong with it */
  end(): Promise<void>;
  /** A summary of what happened, for readers of the proof. */
  readonly told: string;
}
