import { type World } from "../world";

/** Whoever follows, and may lose the connection. */
export interface Droppable {
  drop(): void;
}

/** What goes wrong while clients order and follow. */
export interface Trouble {
  begin(world: World, followers: () => readonly Droppable[]): void;
  /** Resolves when it is over. @throws {unknown} what went wrong with it */
  end(): Promise<void>;
  /** What there was of it, for whoever reads the proof. */
  readonly told: string;
}
