import { type Told } from "./told";

/** What went wrong with one client; the proof is that all of it is zero. */
export interface Faults {
  readonly missed: number;
  readonly repeated: number;
  /** Received in a different order, or never stored. */
  readonly wrong: number;
}

/**
 * Compares what a client received with what is stored: it must have received everything from its
 * first event on, once and in the same order.
 *
 * @param stored the ids of all events the client may see, in order
 */
export function countFaults(told: readonly Pick<Told, "id">[], stored: readonly string[]): Faults {
  const once = [...new Set(told.map(({ id }) => id))];
  const start = stored.indexOf(once[0] ?? "");
  // If the client received nothing, or something that was never stored, there is no event to start
  // from.
  const expected = stored.slice(Math.max(start, 0));
  const told_ = new Set(once);
  const missed = expected.filter((id) => !told_.has(id)).length;
  const common = expected.filter((id) => told_.has(id));
  return {
    missed,
    repeated: told.length - once.length,
    wrong: once.filter((id, index) => common[index] !== id).length,
  };
}
