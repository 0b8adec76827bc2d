import { type City, type Street } from "../restaurant/model";

/** An address as a request tells it. */
export interface WrittenAddress {
  city: string | null;
  streetId: string | null;
  streetName: string | null;
  house: string | null;
}

/**
 * The street that is meant, for an address with a house. As iiko, it takes an id, or a name letter
 * by letter as the address book has it, in the city that is named, or in any.
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
