import { cacheKey } from "../server/cache-key";
import { LeastRecentlyUsed } from "../server/least-recently-used";
import { type Remembered } from "../services/pos/remembered";

const BYTES_OF_A_TIME = 8;

/** @param maxBytes 4 MB hold about ten thousand times */
export function rememberedTimes(maxBytes: number): Remembered {
  const until = new LeastRecentlyUsed<number>(maxBytes, () => BYTES_OF_A_TIME);
  return {
    get: (key) => until.get(cacheKey(key)),
    set: (key, time) => until.set(cacheKey(key), time),
    delete: (key) => until.delete(cacheKey(key)),
  };
}
