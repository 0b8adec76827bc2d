/**
 * Whether this process can prove that it is alive in the eyes of all others. Its work is given to others when it cannot for
 * some seconds; so whoever is about to do what must not be done twice asks at that very moment, and leaves it when told no.
 */
export interface Fence {
  /**
   * False when the last proof is older, by the clock that says so: a stopped process, or a machine that slept, has none.
   * Judged at the moment of the call; it waits for nothing.
   */
  isFresh(maxAgeMs: number): boolean;
  /** The same, and looks for a new proof where the last one is too old: within some seconds, or false. */
  prove(maxAgeMs: number): Promise<boolean>;
}
