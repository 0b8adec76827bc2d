import { type Kopecks } from "../money/money";
import { type Rings } from "./zone-area";

/** The houses of a street that are meant. */
export interface Houses {
  readonly kind: "ALL" | "EVEN" | "ODD" | "LISTED";
  /** Bounds of a range, both inclusive; null: no bound there. */
  readonly from: number | null;
  readonly to: number | null;
  /** For LISTED: house numbers as written, "12/2". */
  readonly listed: readonly string[];
}

/** Houses of one street, by its id in the POS. */
export interface StreetHouses {
  readonly posStreetId: string;
  readonly houses: Houses;
}

/** When a zone is served, in the local time of the branch. */
export interface ZoneHours {
  /** Seven, Monday first. */
  readonly days: readonly boolean[];
  /** Minutes since midnight of the day on which it begins. */
  readonly from: number;
  /** Inclusive; beyond 1440: on the following day. */
  readonly to: number;
}

/** Where a branch delivers, and on what terms. Amounts are in kopecks. */
export interface DeliveryZone {
  /** Unique within the branch; the final tie-breaker where zones overlap. */
  readonly id: string;
  readonly name: string;
  /** Any number of them; a place inside any one of them is in the zone. */
  readonly polygons: readonly Rings[];
  /** The zone by street and house. */
  readonly streets: readonly StreetHouses[];
  /** Any place at all; polygons and streets are then empty. */
  readonly everywhere: boolean;
  /** Where zones overlap, the lowest wins. */
  readonly priority: number;
  /** How long a delivery takes; null: unknown. */
  readonly minutes: number | null;
  /** Dishes for less, before discounts, are not delivered; null: no minimum. */
  readonly minimumSum: Kopecks | null;
  /** null: the branch's own fee applies, along with the sum from which it is waived. */
  readonly fee: Kopecks | null;
  /** The POS's product that represents that fee; null, or left out: the branch's. */
  readonly feeProductId?: string | null;
  /** For a zone with its own fee; null: never free. */
  readonly freeFrom: Kopecks | null;
  /** null: whenever the branch delivers. */
  readonly hours: ZoneHours | null;
}
