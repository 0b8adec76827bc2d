import { type PosDeliveryTerms } from "../../domain/delivery/pos-delivery-terms";
import { type PosCredential } from "./pos-branch";

/** Reads where orders are delivered, for a POS that reports it. Errors are those of {Pos}. */
export interface PosZones {
  /**
   * Keyed by organization id. One call for any number of organizations; those about which the POS
   * says nothing are missing.
   */
  deliveryTerms(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDeliveryTerms>>;
}
