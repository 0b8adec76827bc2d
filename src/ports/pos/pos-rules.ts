import { type PosCredential } from "./pos-branch";
import { type PosDictionaryEntry } from "./pos-directory";
import { type PosOrderRules } from "./pos-order-terms";

/**
 * What an organization demands of orders, for a POS that demands anything. Errors are those of
 * {Pos}.
 */
export interface PosRules {
  /** Where orders may come from, for reports. Left out by a POS that knows none. */
  marketingSources(
    credential: PosCredential,
    organizationId: string,
  ): Promise<PosDictionaryEntry[]>;
  /**
   * What an organization demands of orders; null: it does not tell. Left out by a POS that demands
   * nothing.
   */
  orderRules(credential: PosCredential, organizationId: string): Promise<PosOrderRules | null>;
}
