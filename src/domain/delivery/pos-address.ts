import { type Point } from "./zone-area";

/** An address in words, as a POS is asked where it is. */
export interface AddressInWords {
  readonly city: string | null;
  /** Empty: the site knows its id alone. */
  readonly street: string;
  readonly posStreetId: string | null;
  readonly house: string;
  readonly building: string | null;
}

/** Where an order is to be brought, as far as its sender says. */
export interface WantedPlace extends AddressInWords {
  /** null: nobody has pointed at it. */
  readonly point: Point | null;
}

/** What a POS says of bringing an order from one of its tills. */
export interface TillAnswer {
  readonly terminalGroupId: string;
  /** Does it bring orders there, at some time and for some sum? */
  readonly serves: boolean;
  /** By the name of this zone; null: the POS names none. */
  readonly zone: string | null;
}

/** What a POS says of an address. */
export interface PosAddressAnswer {
  /** null: it does not know the address. */
  readonly location: Point | null;
  /** Of some of the organization's tills; what it leaves out, it does not know. */
  readonly tills: readonly TillAnswer[];
}

/** What a POS says of bringing orders from one place to another. */
export interface PosDecision {
  readonly serves: boolean;
  /** By which zones; null: by one without a name. */
  readonly zones: readonly (string | null)[];
}

/** @param terminalGroupId null: whichever till. @returns null: the POS does not say */
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
