import { type Kopecks } from "../money/money";
import { type Rings } from "./zone-area";

/** Which houses of a street are meant. */
export interface Houses {
  readonly kind: "ALL" | "EVEN" | "ODD" | "LISTED";
  /** Of a range, both included; null: without an end there. */
  readonly from: number | null;
  readonly to: number | null;
  /** Of LISTED: as they are written, "12/2". */
  readonly listed: readonly string[];
}

/** Houses of one street, by the id that the POS gives it. */
export interface StreetHouses {
  readonly posStreetId: string;
  readonly houses: Houses;
}

/** When a zone is served, by the clock of the branch. */
export interface ZoneHours {
  /** Seven, Monday first. */
  readonly days: readonly boolean[];
  /** Minutes since midnight of the day on which it begins. */
  readonly from: number;
  /** Included; beyond 1440: on the day after. */
  readonly to: number;
}

/** Where a branch delivers, and on what terms. Amounts are kopecks. */
export interface DeliveryZone {
  /** Unique within the branch; the last word where zones overlap. */
  readonly id: string;
  readonly name: string;
  /** Any number of them; a place within one of them is in the zone. */
  readonly polygons: readonly Rings[];
  /** The same by street and house. */
  readonly streets: readonly StreetHouses[];
  /** Any place at all; polygons and streets are empty then. */
  readonly everywhere: boolean;
  /** Where zones overlap the lowest wins. */
  readonly priority: number;
  /** How long an order takes to be brought; null: nobody said. */
  readonly minutes: number | null;
  /** Dishes for less are not brought, before discounts; null: any are. */
  readonly minimumSum: Kopecks | null;
  /** null: the branch's own fee, and its own sum from which that is free. */
  readonly fee: Kopecks | null;
  /** The POS's product that stands for that fee; null, or left out: the branch's. */
  readonly feeProductId?: string | null;
  /** Of a zone with a fee of its own; null: never free. */
  readonly freeFrom: Kopecks | null;
  /** null: whenever the branch delivers. */
  readonly hours: ZoneHours | null;
}
