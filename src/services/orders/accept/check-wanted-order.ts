import { Fulfilment } from "../../../domain/order-ticket";
import { normalisePhone } from "../../../domain/phone";
import { type WantedLine } from "../../../domain/pricing";
import { type UserFault } from "../../../domain/user-fault";
import { type Branch } from "../../../entities/branch";
import { type BranchSettings, PosKind } from "../../../entities/branch-settings";
import { commentFaults, requiredTextFaults } from "../text-faults";
import { faultsOfAddress } from "./check-address";
import * as fault from "./order-faults";
import { type WantedOrder } from "./wanted-order";

const MAX_LINES = 100;
const MAX_OPTIONS = 100;
const MAX_PARTS = 50;
export const MAX_PROMO_CODES = 5;
/** iiko takes orders for at most 60 days ahead (docs/iiko.md#limits). */
const MAX_AHEAD_MS = 60 * 24 * 3600 * 1000;

/** Everything wrong with what a guest wants, but for its prices. What was not said yet is not wrong. */
export function faultsOfWantedOrder(
  order: WantedOrder,
  branch: Branch,
  settings: BranchSettings | null,
  now: Date,
): UserFault[] {
  return [
    ...branchFaults(order, branch, settings, now),
    ...customerFaults(order),
    ...textFaults(order),
    ...timeFaults(order, now),
    ...addressFaults(order),
    ...(order.lines.length < 1 || order.lines.length > MAX_LINES ? [fault.linesOutOfRange(MAX_LINES)] : []),
    ...order.lines.flatMap(optionCountFaults),
    ...((order.promoCodes ?? []).length > MAX_PROMO_CODES ? [fault.tooManyPromoCodes(MAX_PROMO_CODES)] : []),
  ];
}

function branchFaults(order: WantedOrder, branch: Branch, settings: BranchSettings | null, now: Date): UserFault[] {
  if (order.fulfilment === Fulfilment.DINE_IN) return [fault.dineInNotSupported()];
  // Taking an order that nobody will send would break the product's promise.
  if (!settings || settings.pos === PosKind.NONE) return [fault.branchNotConnected()];
  return branch.accepts(order.fulfilment, now) ? [] : [fault.branchNotAccepting()];
}

function customerFaults({ customer }: WantedOrder): UserFault[] {
  if (!customer) return [];
  return [
    ...requiredTextFaults("customer.name", customer.name, 60),
    ...(normalisePhone(customer.phone) ? [] : [fault.phoneInvalid()]),
  ];
}

function textFaults({ lines, discounts = [] }: WantedOrder): UserFault[] {
  return [
    ...lines.flatMap((line, index) => commentFaults(`lines.${index}.comment`, line.comment, 255)),
    ...discounts.flatMap(({ name }, index) => requiredTextFaults(`discounts.${index}.name`, name, 100)),
  ];
}

function optionCountFaults({ options, secondHalf, parts = [] }: WantedLine, index: number): UserFault[] {
  const lists = [
    { field: "options", options },
    ...(secondHalf ? [{ field: "secondHalf.options", options: secondHalf.options }] : []),
    ...parts.map((part, place) => ({ field: `combo.${place}.options`, options: part.options })),
  ];
  const tooLong = lists.filter((list) => list.options.length > MAX_OPTIONS);
  const faults = tooLong.map(({ field }) => fault.tooManyOptions(`lines.${index}.${field}`, MAX_OPTIONS));
  return parts.length > MAX_PARTS ? [...faults, fault.tooManyParts(`lines.${index}.combo`, MAX_PARTS)] : faults;
}

function timeFaults({ wantedAt }: WantedOrder, now: Date): UserFault[] {
  if (wantedAt === null) return [];
  const aheadMs = wantedAt.getTime() - now.getTime();
  return aheadMs > 0 && aheadMs <= MAX_AHEAD_MS ? [] : [fault.timeUnavailable()];
}

function addressFaults({ address, fulfilment }: WantedOrder): UserFault[] {
  if (!address) return [];
  return fulfilment === Fulfilment.DELIVERY ? faultsOfAddress(address) : [fault.addressUnwanted()];
}
