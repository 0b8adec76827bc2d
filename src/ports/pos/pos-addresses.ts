import { type AddressInWords, type PosAddressAnswer } from "../../domain/delivery/pos-address";
import { type Point } from "../../domain/delivery/zone-area";
import { type PosCredential } from "./pos-branch";

/** Where addresses are, for a POS that tells. Errors are those of {Pos}. */
export interface PosAddresses {
  /**
   * One call, about one organization. Somebody waits for the answer: it is late after two seconds.
   *
   * @param point where the address is, if that is known already; null: the POS is to find it
   */
  locateAddress(
    credential: PosCredential,
    organizationId: string,
    address: AddressInWords,
    point: Point | null,
  ): Promise<PosAddressAnswer>;
}
