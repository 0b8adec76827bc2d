import { type AddressInWords, type PosAddressAnswer } from "../../domain/delivery/pos-address";
import { type Point } from "../../domain/delivery/zone-area";
import { type PosCredential } from "./pos-branch";

/** Locates addresses, for a POS that can. Errors are those of {Pos}. */
export interface PosAddresses {
  /**
   * One call, about one organization. Someone is waiting for the answer: after two seconds it is
   * late.
   *
   * @param point where the address is, if already known; null: the POS has to find it
   */
  locateAddress(
    credential: PosCredential,
    organizationId: string,
    address: AddressInWords,
    point: Point | null,
  ): Promise<PosAddressAnswer>;
}
