import { type PosDeliveryTerms } from "../../domain/delivery/pos-delivery-terms";
import { type PosCredential } from "./pos-branch";

/** Where orders are brought, for a POS that tells. Errors are those of {Pos}. */
export interface PosZones {
  /**
   * By organization id. One call for any number of organizations; one that the POS says nothing of
   * is missing.
   */
  deliveryTerms(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDeliveryTerms>>;
}
