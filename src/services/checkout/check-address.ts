import { type Address } from "../../domain/ticket/order-ticket";
import { type UserFault } from "../../domain/faults/user-fault";
import * as fault from "./order-faults";
import { LONGEST_OF_ADDRESS } from "./order-limits";
import {
  commentFaults,
  optionalTextFaults,
  requiredTextFaults,
} from "../../domain/faults/text-faults";

const OPTIONAL = ["city", "building", "flat", "entrance", "floor", "doorphone"] as const;

/** Everything wrong with a delivery address. */
export function faultsOfAddress(address: Address): UserFault[] {
  const longest = LONGEST_OF_ADDRESS;
  return [
    ...requiredTextFaults("address.street", address.street, longest.street),
    ...requiredTextFaults("address.house", address.house, longest.house),
    ...OPTIONAL.flatMap((field) =>
      optionalTextFaults(`address.${field}`, address[field], longest[field]),
    ),
    ...commentFaults("address.comment", address.comment, longest.comment),
    ...coordinateFaults("address.latitude", address.latitude, 90),
    ...coordinateFaults("address.longitude", address.longitude, 180),
  ];
}

function coordinateFaults(field: string, degrees: number | null, max: number): UserFault[] {
  return degrees !== null && Math.abs(degrees) > max ? [fault.coordinateOutOfRange(field)] : [];
}
