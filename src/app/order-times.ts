import { type DataSource } from "typeorm";

import { type Clock } from "../ports/clock";
import { cacheKey } from "../server/cache-key";
import { LeastRecentlyUsed } from "../server/least-recently-used";
import { BusyKitchens } from "../services/checkout/busy-kitchens";
import { ChooseTime } from "../services/checkout/choose-time";
import { Estimates } from "../services/checkout/estimates";
import { FindTimeSlots } from "../services/checkout/find-time-slots";
import { FreeSlots } from "../services/checkout/free-slots";
import {
  type Measured,
  MeasuredPromises,
  type PromiseMemory,
} from "../services/checkout/measured-promises";

/** Memory for records of how promises to guests were kept: about thirty thousand branches. */
const RECORDS_BYTES = 32 * 2 ** 20;
const BYTES_OF_A_RECORD = 200;

/** For which times orders are accepted, and how long they take. */
export function createTimes(db: DataSource, clock: Clock) {
  const busyKitchens = new BusyKitchens(db.manager, clock);
  const measuredPromises = new MeasuredPromises(db.manager, promiseMemory(), clock);
  const freeSlots = new FreeSlots(db.manager, busyKitchens, clock);
  return {
    busyKitchens,
    measuredPromises,
    estimates: new Estimates({ busyKitchens, promises: measuredPromises }),
    chooseTime: new ChooseTime(freeSlots, measuredPromises, clock),
    findTimeSlots: new FindTimeSlots(db, freeSlots),
  };
}

function promiseMemory(): PromiseMemory {
  const kept = new LeastRecentlyUsed<Measured>(RECORDS_BYTES, () => BYTES_OF_A_RECORD);
  return {
    get: (key) => kept.get(cacheKey(key)),
    set: (key, measured) => kept.set(cacheKey(key), measured),
  };
}
