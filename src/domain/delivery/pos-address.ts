import { type Point } from "./zone-area";

/** An address in words, for asking a POS where it is. */
export interface AddressInWords {
  readonly city: string | null;
  /** Empty: the site only knows its id. */
  readonly street: string;
  readonly posStreetId: string | null;
  readonly house: string;
  readonly building: string | null;
}

/** Where an order is to be delivered, as far as its sender says. */
export interface WantedPlace extends AddressInWords {
  /** null: no point was given. */
  readonly point: Point | null;
}

/** What a POS says about delivering an order from one of its tills. */
export interface TillAnswer {
  readonly terminalGroupId: string;
  /** Whether it delivers there, at some time and for some sum. */
  readonly serves: boolean;
  /** Name of the zone used; null: the POS names none. */
  readonly zone: string | null;
}

/** What a POS says about an address. */
export interface PosAddressAnswer {
  /** null: it does not know the address. */
  readonly location: Point | null;
  /** Some of the organization's tills; the POS does not know about those it leaves out. */
  readonly tills: readonly TillAnswer[];
}

/** What a POS says about deliveries from one place to another. */
export interface PosDecision {
  readonly serves: boolean;
  /** Zones used; null: one without a name. */
  readonly zones: readonly (string | null)[];
}

/** @param terminalGroupId null: any till. @returns null: the POS does not say */
export function decisionOf(
  tills: readonly TillAnswer[],
  terminalGroupId: string | null,
): PosDecision | null {
  const own = tills.filter(
    (till) => till.terminalGroupId === (terminalGroupId ?? till.terminalGroupId),
  );
  if (own.length === 0) return null;
  const zones = own.flatMap(({ serves, zone }) => (serves ? [zone] : []));
  return { serves: zones.length > 0, zones };
}
