import { type UserFault } from "../../domain/faults/user-fault";
import { isIdOf, type PosIds } from "../../ports/pos/pos-ids";
import * as fault from "./order-faults";
import { type WantedOrder } from "./wanted-order";

/**
 * What is wrong with the id of the address's street.
 *
 * @param ids of the branch's POS; undefined: this version does not know it
 */
export function streetFaults({ address }: WantedOrder, ids: PosIds | undefined): UserFault[] {
  const id = address?.posStreetId ?? null;
  return id === null || !ids || isIdOf(ids, id) ? [] : [fault.notAStreetId(ids)];
}
