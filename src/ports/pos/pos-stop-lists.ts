import { type TerminalGroupStopList } from "../../domain/catalogue/stop-list";
import { type PosCredential } from "./pos-branch";

/** Reads what has run out, for a POS that reports it. Errors are those of {Pos}. */
export interface PosStopLists {
  /**
   * Returns, by organization id, the lists of those of its terminal groups that have anything on
   * them. One call for any number of organizations; those about which the POS says nothing are
   * missing.
   */
  stopLists(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, TerminalGroupStopList[]>>;
}
