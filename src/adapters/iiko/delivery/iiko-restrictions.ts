import { type PosDeliveryTerms } from "../../../domain/delivery/pos-delivery-terms";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { IikoEndpoints } from "../connection/iiko-endpoints";
import { toDeliveryTerms } from "./map-restrictions";
import { restrictionsSchema } from "./restriction-schemas";

/** Where organizations deliver, in iiko's terms. */
export class IikoRestrictions extends IikoEndpoints {
  async deliveryRestrictions(credential: PosCredential, organizationIds: readonly string[]) {
    const path = "/api/1/delivery_restrictions";
    return this.read(credential, path, { organizationIds }, restrictionsSchema);
  }
}

/** Returns the delivery terms by organization id. */
export async function readDeliveryTerms(
  client: Pick<IikoRestrictions, "deliveryRestrictions">,
  credential: PosCredential,
  organizationIds: readonly string[],
): Promise<Map<string, PosDeliveryTerms>> {
  if (organizationIds.length === 0) return new Map();
  const { deliveryRestrictions } = await client.deliveryRestrictions(credential, organizationIds);
  return new Map(deliveryRestrictions.map((its) => [its.organizationId, toDeliveryTerms(its)]));
}
