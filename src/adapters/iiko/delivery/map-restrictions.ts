import { type Houses, type StreetHouses } from "../../../domain/delivery/delivery-zone";
import {
  type PosDeliveryTerms,
  type PosRestriction,
} from "../../../domain/delivery/pos-delivery-terms";
import { toKopecks } from "../values/iiko-money";
import {
  ALL_DAYS,
  type IikoBinding,
  type IikoRestriction,
  type IikoRestrictions,
} from "./restriction-schemas";

const DAY = 24 * 60;

/** The houses that a binding refers to, by its number (docs/iiko.md#delivery-zones). */
const HOUSES: readonly Houses["kind"][] = ["ALL", "EVEN", "ODD", "LISTED"];

/**
 * Returns where an organization delivers (docs/iiko.md#delivery-zones). Its `useSame…` flags
 * override the individual restrictions.
 */
export function toDeliveryTerms(its: IikoRestrictions): PosDeliveryTerms {
  const { organizationId, restrictions, deliveryZones } = its;
  const own = restrictions.filter(
    (each) => (each.organizationId ?? organizationId) === organizationId,
  );
  return {
    areas: deliveryZones.map(({ name, coordinates, addresses }) => ({
      name,
      ring: coordinates.map(({ latitude, longitude }) => [longitude, latitude] as const),
      streets: addresses.flatMap(toStreetHouses),
    })),
    restrictions: own.map((each) => toRestriction(each, its)),
    decidedElsewhere: its.useExternalAssignationService,
  };
}

function toRestriction(each: IikoRestriction, its: IikoRestrictions): PosRestriction {
  const minSum = its.useSameMinSum ? its.defaultMinSum : each.minSum;
  const product = its.useSameDeliveryServiceProduct
    ? its.defaultDeliveryServiceProductId
    : each.deliveryServiceProductId;
  return {
    terminalGroupId: each.terminalGroupId,
    area: each.zone === "" ? null : each.zone,
    days: its.useSameRestrictionsOnAllWeek ? null : toDays(each.weekMap),
    hours: its.useSameWorkTimeInterval
      ? toHours(its.defaultFrom, its.defaultTo)
      : toHours(each.from, each.to),
    minimumSum: minSum === null || minSum === 0 ? null : toKopecks(minSum),
    minutes: its.useSameDeliveryDuration
      ? its.defaultDeliveryDurationInMinutes
      : each.deliveryDurationInMinutes,
    priority: each.priority,
    feeProductId: its.addDeliveryServiceCost ? product : null,
  };
}

function toDays(weekMap: number): boolean[] | null {
  if ((weekMap & ALL_DAYS) === ALL_DAYS) return null;
  return Array.from({ length: 7 }, (_, day) => (weekMap & (1 << day)) !== 0);
}

/** Two zeros mean the whole day, and an end before the beginning is on the next day. */
function toHours(from: number | null, to: number | null): PosRestriction["hours"] {
  const [begins, ends] = [from ?? 0, to ?? (from === null ? 0 : DAY)];
  if (begins === 0 && (ends === 0 || ends === DAY)) return null;
  return { from: begins, to: ends > begins ? ends : ends + DAY };
}

/** An unknown kind of houses yields no judgement. */
function toStreetHouses({ streetId, houses }: IikoBinding): StreetHouses[] {
  const kind = HOUSES[houses.type];
  if (!kind) return [];
  const { startingNumber, maxNumber, isUnlimitedRange, specificNumbers: listed } = houses;
  const to = isUnlimitedRange || !maxNumber ? null : maxNumber;
  return [{ posStreetId: streetId, houses: { kind, from: startingNumber || null, to, listed } }];
}
