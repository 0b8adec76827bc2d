import { Fulfilment } from "../../domain/ticket/order-ticket";
import { normalisePhone, whyNoPhone } from "../../domain/guests/phone";
import { type WantedLine } from "../../domain/checkout/pricing";
import { type UserFault } from "../../domain/faults/user-fault";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings, PosKind } from "../../entities/branches/branch-settings";
import { commentFaults, requiredTextFaults } from "../../domain/faults/text-faults";
import { faultsOfAddress } from "./check-address";
import * as fault from "./order-faults";
import { LONGEST, MOST } from "./order-limits";
import { type WantedOrder } from "./wanted-order";

/** The POS takes orders for no more than 60 days ahead (docs/iiko.md#limits). */
const MAX_AHEAD_MS = 60 * 24 * 3600 * 1000;

/**
 * Everything wrong with what a guest wants, but for its prices. What was not said yet is not wrong.
 */
export function faultsOfWantedOrder(
  order: WantedOrder,
  branch: Branch,
  settings: BranchSettings | null,
  now: Date,
): UserFault[] {
  return [
    ...branchFaults(order, branch, settings, now),
    ...customerFaults(order, branch),
    ...textFaults(order),
    ...timeFaults(order, now),
    ...addressFaults(order),
    ...(order.lines.length < 1 || order.lines.length > MOST.lines
      ? [fault.linesOutOfRange(MOST.lines)]
      : []),
    ...order.lines.flatMap(optionCountFaults),
    ...((order.promoCodes ?? []).length > MOST.promoCodes
      ? [fault.tooManyPromoCodes(MOST.promoCodes)]
      : []),
  ];
}

/**
 * Has it more lines, options or parts than any order has? It is then not worth pricing each of
 * them.
 */
export function isOversized({ lines }: WantedOrder): boolean {
  return (
    lines.length > MOST.lines ||
    lines.some((line, index) => optionCountFaults(line, index).length > 0)
  );
}

function branchFaults(
  order: WantedOrder,
  branch: Branch,
  settings: BranchSettings | null,
  now: Date,
): UserFault[] {
  if (order.fulfilment === Fulfilment.DINE_IN) return [fault.dineInNotSupported()];
  // Taking an order that nobody will send would break the product's promise.
  if (!settings || settings.pos === PosKind.NONE) return [fault.branchNotConnected()];
  return branch.accepts(order.fulfilment, now) ? [] : [fault.branchNotAccepting()];
}

function customerFaults({ customer }: WantedOrder, { country }: Branch): UserFault[] {
  if (!customer) return [];
  return [
    ...requiredTextFaults("customer.name", customer.name, LONGEST.customerName),
    ...(normalisePhone(customer.phone, country)
      ? []
      : [fault.phoneInvalid(whyNoPhone(customer.phone, country))]),
  ];
}

function textFaults({ lines, discounts = [] }: WantedOrder): UserFault[] {
  return [
    ...lines.flatMap((line, index) =>
      commentFaults(`lines.${index}.comment`, line.comment, LONGEST.lineComment),
    ),
    ...discounts.flatMap(({ name }, index) =>
      requiredTextFaults(`discounts.${index}.name`, name, LONGEST.discountName),
    ),
  ];
}

function optionCountFaults(
  { options, secondHalf, parts = [] }: WantedLine,
  index: number,
): UserFault[] {
  const lists = [
    { field: "options", options },
    ...(secondHalf ? [{ field: "secondHalf.options", options: secondHalf.options }] : []),
    ...parts.map((part, place) => ({ field: `combo.${place}.options`, options: part.options })),
  ];
  const tooLong = lists.filter((list) => list.options.length > MOST.options);
  const faults = tooLong.map(({ field }) =>
    fault.tooManyOptions(`lines.${index}.${field}`, MOST.options),
  );
  return parts.length > MOST.parts
    ? [...faults, fault.tooManyParts(`lines.${index}.combo`, MOST.parts)]
    : faults;
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
