import { type DeliveryZone } from "../../domain/delivery/delivery-zone";
import {
  judgePlace,
  type Place,
  type PlaceVerdict,
  type ReadyZones,
} from "../../domain/delivery/judge-place";
import { type WantedPlace } from "../../domain/delivery/pos-address";
import { UnlocatedAddresses } from "../../domain/delivery/unlocated-addresses";
import { type UserError } from "../../domain/errors/user-error";
import { type Kopecks } from "../../domain/money/money";
import { type Address, Fulfilment } from "../../domain/ticket/order-ticket";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type CheckedStreet } from "../delivery/known-streets";
import { placeError } from "../delivery/place-errors";
import { type WantedOrder } from "./wanted-order";

interface Terms {
  readonly branch: Branch;
  readonly settings: BranchSettings | null;
  readonly zones: ReadyZones;
  readonly street: CheckedStreet;
  /** The street address, with everything known about it; null: there is none. */
  readonly place: Place | null;
  /** Total of the dishes; null: not all of them have a price. */
  readonly sum: Kopecks | null;
  /**
   * When it is delivered: as the guest wishes, or in the slot for which it becomes an order; null:
   * as soon as possible.
   */
  readonly takenFor: Date | null;
  readonly now: Date;
}

/** Where an order goes, according to the branch's zones. */
export interface CheckedPlace {
  /** Includes the street that is meant. */
  readonly address: Address | null;
  /** The zone whose terms apply; null: the branch's own terms. */
  readonly zone: DeliveryZone | null;
  /** The order is accepted although its zone cannot be determined. */
  readonly isUnchecked: boolean;
  readonly userErrors: readonly UserError[];
}

/** Checks whether the branch delivers there. What has not been given yet is not wrong. */
export function checkPlace(
  { fulfilment, wantedAt }: WantedOrder,
  { branch, settings, zones, street, place, sum, takenFor, now }: Terms,
): CheckedPlace {
  const { address } = street;
  if (fulfilment !== Fulfilment.DELIVERY || place === null)
    return { address, zone: null, isUnchecked: false, userErrors: [] };
  const { timeZone, currencyCode } = branch;
  const wanted = { sum, wantedAt: takenFor, now, timeZone };
  const verdict = judgePlace(zones, place, wanted);
  const isUnchecked =
    verdict.kind === "NOT_LOCATED" && settings?.unlocatedAddresses === UnlocatedAddresses.ACCEPT;
  const fields = { sum: "lines", time: wantedAt === null ? "address" : "wantedAt" };
  const error = isUnchecked ? null : placeError(verdict, { fields, currencyCode });
  const userErrors = [...street.userErrors, ...(error ? [error] : [])];
  return { address, zone: zoneOf(verdict), isUnchecked, userErrors };
}

function zoneOf(verdict: PlaceVerdict): DeliveryZone | null {
  return "zone" in verdict ? verdict.zone : null;
}

/** Where to deliver, as far as the guest has said; null: nowhere yet. */
export function wantedPlace(
  { fulfilment }: Pick<WantedOrder, "fulfilment">,
  address: Address | null,
): WantedPlace | null {
  if (fulfilment !== Fulfilment.DELIVERY || address === null) return null;
  const { city, street, posStreetId = null, house, building, latitude, longitude } = address;
  // A single coordinate is not a point.
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  return { city, street, posStreetId, house, building, point };
}
