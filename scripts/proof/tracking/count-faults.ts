import { type Told } from "./told";

/** What went wrong with one client; all zero is what is to be proven. */
export interface Faults {
  readonly missed: number;
  readonly repeated: number;
  /** Told in another order, or never stored. */
  readonly wrong: number;
}

/**
 * Holds what a client was told against what is stored: everything from the first thing it was told
 * on, once, and in the same order.
 *
 * @param stored the ids of all events the client may see, in their order
 */
export function countFaults(told: readonly Pick<Told, "id">[], stored: readonly string[]): Faults {
  const once = [...new Set(told.map(({ id }) => id))];
  const start = stored.indexOf(once[0] ?? "");
  // Nothing at all, or something that never was, is no place to start from.
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
