import { type DeliveryZone } from "../../domain/delivery/delivery-zone";
import {
  judgePlace,
  type Place,
  type PlaceVerdict,
  type ReadyZones,
} from "../../domain/delivery/judge-place";
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
  /** Of the dishes; null: not all of them have a price. */
  readonly sum: Kopecks | null;
  /**
   * When it is brought: as the guest wishes, or in the slot that it becomes an order for; null: as
   * soon as possible.
   */
  readonly takenFor: Date | null;
  readonly now: Date;
}

/** Where an order goes, by the branch's zones. */
export interface CheckedPlace {
  /** With the street that is meant. */
  readonly address: Address | null;
  /** Whose terms hold; null: the branch's own. */
  readonly zone: DeliveryZone | null;
  /** It is taken although no zone can be told of it. */
  readonly isUnchecked: boolean;
  readonly userErrors: readonly UserError[];
}

/** Does the branch bring the order there? What was not said yet is not wrong. */
export function checkPlace(
  { fulfilment, wantedAt }: WantedOrder,
  { branch, settings, zones, street, sum, takenFor, now }: Terms,
): CheckedPlace {
  const { address } = street;
  if (fulfilment !== Fulfilment.DELIVERY || address === null)
    return { address, zone: null, isUnchecked: false, userErrors: [] };
  const { timeZone, currencyCode } = branch;
  const wanted = { sum, wantedAt: takenFor, now, timeZone };
  const verdict = judgePlace(zones, placeOf(address), wanted);
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

/** One coordinate alone is none. */
function placeOf({ latitude, longitude, posStreetId = null, house }: Address): Place {
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  return { point, posStreetId, house };
}
