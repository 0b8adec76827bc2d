import { type Kopecks } from "../money/money";
import { type StreetHouses } from "./delivery-zone";
import { type Position } from "./zone-area";

/** An area, as a POS has it. */
export interface PosArea {
  /** Restrictions name it so; several areas of one name are one. */
  readonly name: string;
  /** Empty: nothing is drawn. It may be left open. */
  readonly ring: readonly Position[];
  readonly streets: readonly StreetHouses[];
}

/** On what terms a till's orders are brought to an area. */
export interface PosRestriction {
  /** null: whichever till of the organization. */
  readonly terminalGroupId: string | null;
  /** The name of the area; null: anywhere. */
  readonly area: string | null;
  /** Seven, from the day on which the POS's week begins; null: every day. */
  readonly days: readonly boolean[] | null;
  /** Minutes since midnight, both included; null: around the clock. */
  readonly hours: MinutesOfDay | null;
  readonly minimumSum: Kopecks | null;
  /** How long an order takes to be brought. */
  readonly minutes: number | null;
  /** Where areas overlap the lowest wins. */
  readonly priority: number;
  /** The product that stands for the way, and whose price is the fee; null: there is none. */
  readonly feeProductId: string | null;
}

interface MinutesOfDay {
  readonly from: number;
  /** Beyond 1440: on the day after. */
  readonly to: number;
}

/** Where an organization of a POS delivers, and on what terms. */
export interface PosDeliveryTerms {
  readonly areas: readonly PosArea[];
  readonly restrictions: readonly PosRestriction[];
  /** The POS asks somebody else, too: what it tells is no more than a guess. */
  readonly decidedElsewhere: boolean;
}
