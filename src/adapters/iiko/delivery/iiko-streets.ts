import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type PosPlace } from "../../../ports/pos/pos-streets";
import { IikoEndpoints } from "../connection/iiko-endpoints";
import { citiesSchema, cityChoiceSchema, streetsSchema } from "./street-schemas";

/** The cities and streets that iiko knows, in iiko's terms. */
export class IikoStreets extends IikoEndpoints {
  async cities(credential: PosCredential, organizationId: string) {
    const body = { organizationIds: [organizationId], includeDeleted: false };
    return this.read(credential, "/api/1/cities", body, citiesSchema);
  }

  async streetsByCity(credential: PosCredential, organizationId: string, cityId: string) {
    const body = { organizationId, cityId, includeDeleted: false };
    return this.read(credential, "/api/1/streets/by_city", body, streetsSchema);
  }

  /** Returns which cities the organization delivers to. */
  async cityChoice(credential: PosCredential, organizationId: string) {
    const parameters = ["DefaultDeliveryCityId", "DeliveryCityIds"];
    const body = { organizationIds: [organizationId], includeDisabled: false, parameters };
    return this.read(credential, "/api/1/organizations/settings", body, cityChoiceSchema);
  }
}

/** Returns the cities that the organization has chosen, or all cities, its default one first. */
export async function readDeliveryCities(
  client: Pick<IikoStreets, "cities" | "cityChoice">,
  credential: PosCredential,
  organizationId: string,
): Promise<PosPlace[]> {
  const [{ cities }, { organizations }] = await Promise.all([
    client.cities(credential, organizationId),
    client.cityChoice(credential, organizationId),
  ]);
  const its = organizations.find(({ id }) => id === organizationId);
  const usual = its?.defaultDeliveryCityId ?? null;
  const chosen = new Set([...(its?.deliveryCityIds ?? []), ...(usual === null ? [] : [usual])]);
  const own = cities.flatMap((listed) =>
    listed.organizationId === organizationId ? listed.items : [],
  );
  const known = own.filter(({ isDeleted }) => !isDeleted);
  const places = known
    .filter(({ id }) => chosen.size === 0 || chosen.has(id))
    .map(({ id, name }) => ({ posId: id, name }));
  return places.sort((one, other) => Number(other.posId === usual) - Number(one.posId === usual));
}

export async function readStreetsOfCity(
  client: Pick<IikoStreets, "streetsByCity">,
  credential: PosCredential,
  organizationId: string,
  cityId: string,
): Promise<PosPlace[]> {
  const { streets } = await client.streetsByCity(credential, organizationId, cityId);
  return streets
    .filter(({ isDeleted, name }) => !isDeleted && name !== "")
    .map(({ id, name }) => ({ posId: id, name }));
}
