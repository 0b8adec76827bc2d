import { type Kopecks } from "../money/money";
import { type StreetHouses } from "./delivery-zone";
import { type Position } from "./zone-area";

/** An area as defined in a POS. */
export interface PosArea {
  /** Name by which restrictions refer to it; several areas with the same name are one. */
  readonly name: string;
  /** Empty: not drawn. The ring may be open. */
  readonly ring: readonly Position[];
  readonly streets: readonly StreetHouses[];
}

/** The terms on which a till's orders are delivered to an area. */
export interface PosRestriction {
  /** null: any till of the organization. */
  readonly terminalGroupId: string | null;
  /** Name of the area; null: anywhere. */
  readonly area: string | null;
  /** Seven, from the day on which the POS's week begins; null: every day. */
  readonly days: readonly boolean[] | null;
  /** Minutes since midnight, both inclusive; null: around the clock. */
  readonly hours: MinutesOfDay | null;
  readonly minimumSum: Kopecks | null;
  /** How long a delivery takes. */
  readonly minutes: number | null;
  /** Where areas overlap, the lowest wins. */
  readonly priority: number;
  /** The product that represents the delivery, and whose price is the fee; null: none. */
  readonly feeProductId: string | null;
}

interface MinutesOfDay {
  readonly from: number;
  /** Beyond 1440: on the following day. */
  readonly to: number;
}

/** Where an organization of a POS delivers, and on what terms. */
export interface PosDeliveryTerms {
  readonly areas: readonly PosArea[];
  readonly restrictions: readonly PosRestriction[];
  /** The POS also consults another system, so what it reports is only a guess. */
  readonly decidedElsewhere: boolean;
}
