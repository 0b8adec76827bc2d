import { type PackedPosMenu } from "../../domain/catalogue/pos-menu";
import { type PosBranch } from "./pos-branch";

/**
 * What a POS sells. Errors are those of {Pos}.
 */
export interface PosMenus {
  /** Returns the branch's menu, normalised from whichever format the POS provided. */
  menu(branch: PosBranch): Promise<PackedPosMenu>;
}
