import { type Context } from "../../context";
import { type AddressQuestions } from "../../ports/address-questions";

/** Who may have a POS asked where an address is, and how often. */
export interface AddressGuard {
  of(context: Context): AddressQuestions;
}
