import { answeredOr } from "../../src/domain/concurrency/answered-within";
import { type World } from "./world";

/**
 * Waits for a part of a proof, but no longer than this many ms.
 *
 * @throws {Error} when it took longer, with what each process is doing at that time
 */
export async function within<T>(ms: number, world: World, part: Promise<T>): Promise<T> {
  const tooLong = new Error(`It was not over after ${ms / 1_000} s`);
  try {
    return await answeredOr(() => tooLong, ms, part);
  } catch (error) {
    if (error !== tooLong) throw error;
    throw new Error(`${tooLong.message}\n${await world.gateways.states()}`, { cause: error });
  }
}
