import { type PosCredential } from "./pos-branch";
import { type PosDictionaryEntry } from "./pos-directory";
import { type PosOrderRules } from "./pos-order-terms";

/**
 * What an organization requires of orders, for a POS that requires anything. Errors are those of
 * {Pos}.
 */
export interface PosRules {
  /** Where orders may come from, for reports. Omitted by a POS that has no such list. */
  marketingSources(
    credential: PosCredential,
    organizationId: string,
  ): Promise<PosDictionaryEntry[]>;
  /**
   * Returns what an organization requires of orders; null: it does not say. Omitted by a POS that
   * requires nothing.
   */
  orderRules(credential: PosCredential, organizationId: string): Promise<PosOrderRules | null>;
}
