import { type TerminalGroupStopList } from "../../domain/catalogue/stop-list";
import { type PosCredential } from "./pos-branch";

/**
 * What has run out, for a POS that tells. Errors are those of {Pos}.
 */
export interface PosStopLists {
  /**
   * By organization id, the lists of those of its terminal groups that have anything on them. One
   * call for any number of organizations; one that the POS says nothing of is missing.
   */
  stopLists(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, TerminalGroupStopList[]>>;
}
