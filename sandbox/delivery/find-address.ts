import { type City, type Street } from "../restaurant/model";

/** An address as given in a request. */
export interface WrittenAddress {
  city: string | null;
  streetId: string | null;
  streetName: string | null;
  house: string | null;
}

/**
 * Returns the street that is meant, for an address with a house. Like iiko, it accepts an id, or a
 * name spelt exactly as in the address book, in the named city, or in any if none is named.
 */
export function findStreet(cities: readonly City[], address: WrittenAddress): Street | undefined {
  if (!address.house?.trim()) return undefined;
  const meant = cities.filter(({ name, isDeleted }) => !isDeleted && isSame(name, address.city));
  const { streetId, streetName } = address;
  return meant
    .flatMap(({ streets }) => streets)
    .find(
      ({ id, name, isDeleted }) => !isDeleted && (streetId ? id === streetId : name === streetName),
    );
}

function isSame(city: string, written: string | null): boolean {
  return !written || written === "-" || written === city;
}
