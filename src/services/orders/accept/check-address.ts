import { type Address } from "../../../domain/order-ticket";
import { type UserFault } from "../../../domain/user-fault";
import * as fault from "./order-faults";
import { commentFaults, optionalTextFaults, requiredTextFaults } from "../text-faults";

/** Characters a till takes; longer details go into the comment (docs/iiko.md#limits). */
const OPTIONAL_LIMITS = {
  city: 60,
  building: 10,
  flat: 100,
  entrance: 10,
  floor: 10,
  doorphone: 10,
} as const;

/** Everything wrong with a delivery address. */
export function faultsOfAddress(address: Address): UserFault[] {
  const optional = Object.entries(OPTIONAL_LIMITS) as [keyof typeof OPTIONAL_LIMITS, number][];
  return [
    ...requiredTextFaults("address.street", address.street, 60),
    ...requiredTextFaults("address.house", address.house, 100),
    ...optional.flatMap(([field, max]) => optionalTextFaults(`address.${field}`, address[field], max)),
    ...commentFaults("address.comment", address.comment, 300),
    ...coordinateFaults("address.latitude", address.latitude, 90),
    ...coordinateFaults("address.longitude", address.longitude, 180),
  ];
}

function coordinateFaults(field: string, degrees: number | null, max: number): UserFault[] {
  return degrees !== null && Math.abs(degrees) > max ? [fault.coordinateOutOfRange(field)] : [];
}
