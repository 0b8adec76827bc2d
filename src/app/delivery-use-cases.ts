import { type DataSource } from "typeorm";

import { type Clock } from "../ports/clock";
import { type Secrets } from "../ports/secrets";
import { cacheKey } from "../server/cache-key";
import { LeastRecentlyUsed } from "../server/least-recently-used";
import { type ChooseTime } from "../services/checkout/choose-time";
import { type Estimates } from "../services/checkout/estimates";
import { FindDeliveryOptions } from "../services/checkout/find-delivery-options";
import { FindPlace } from "../services/delivery/find-place";
import { FindStreets } from "../services/delivery/find-streets";
import { KeptZones, type ZoneMemory, type ZonesOfBranch } from "../services/delivery/kept-zones";
import { KnownStreets } from "../services/delivery/known-streets";
import { LocateAddress } from "../services/delivery/locate-address";
import { LocatedAddresses } from "../services/delivery/located-addresses";
import { RefreshPosZones } from "../services/delivery/refresh-pos-zones";
import { RefreshStreets } from "../services/delivery/refresh-streets";
import { type LostOrganizations } from "../services/pos/lost-organizations";
import { type PosConnections } from "../services/pos/pos-connections";
import { rememberedTimes } from "./remembered-times";

/** Memory for branches with zones: a thousand corners take about 200 KB. */
const ZONES_BYTES = 64 * 2 ** 20;
/** Memory for addresses that a POS left unanswered: about five thousand. */
const UNANSWERED_BYTES = 2 * 2 ** 20;

interface Parts {
  readonly db: DataSource;
  readonly connections: PosConnections;
  readonly lostOrganizations: LostOrganizations;
  readonly secrets: Pick<Secrets, "mac">;
  readonly clock: Clock;
}

/** For which times orders are accepted, and how long they take. */
interface Times {
  readonly chooseTime: ChooseTime;
  readonly estimates: Estimates;
}

/** Where branches deliver. */
export function createDelivery(
  { db, connections, lostOrganizations, secrets, clock }: Parts,
  { chooseTime: times, estimates }: Times,
) {
  const zones = new KeptZones(db.manager, zoneMemory());
  const unanswered = rememberedTimes(UNANSWERED_BYTES);
  const kept = new LocatedAddresses(db, clock);
  const asked = { kept, connections, lostOrganizations, secrets, clock, unanswered };
  const findPlace = new FindPlace(new LocateAddress(asked));
  return {
    keptZones: zones,
    findDeliveryOptions: new FindDeliveryOptions({
      db,
      zones,
      findPlace,
      times,
      estimates,
      clock,
    }),
    findPlace,
    findStreets: new FindStreets(db),
    knownStreets: new KnownStreets(db.manager),
    refreshStreets: new RefreshStreets({ db, connections, lostOrganizations, clock }),
    refreshPosZones: new RefreshPosZones({ db, connections, lostOrganizations, clock }),
  };
}

function zoneMemory(): ZoneMemory {
  const kept = new LeastRecentlyUsed<ZonesOfBranch>(ZONES_BYTES, bytesOfZones);
  return {
    get: (key) => kept.get(cacheKey(key)),
    set: (key, zones) => {
      kept.set(cacheKey(key), zones);
    },
  };
}

/** A corner is kept twice: as drawn, and in the closed polygon. */
function bytesOfZones({ zones }: ZonesOfBranch): number {
  const corners = zones.flatMap(({ zone }) => zone.polygons.flat(2)).length;
  const houses = zones.flatMap(({ zone }) => zone.streets.flatMap(({ houses: of }) => of.listed));
  const streets = zones.flatMap(({ zone }) => zone.streets).length;
  return zones.length * 1_000 + corners * 200 + streets * 300 + houses.length * 50;
}
