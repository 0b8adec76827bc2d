import { type WantedLine } from "../../domain/checkout/pricing";
import { commentErrors, requiredTextErrors } from "../../domain/errors/text-errors";
import { type UserError } from "../../domain/errors/user-error";
import { whyNoPhone } from "../../domain/guests/phone";
import { type Received } from "../../domain/hours/branch-hours";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings, PosKind } from "../../entities/branches/branch-settings";
import { errorsOfAddress } from "./check-address";
import { closedAt, errorsOfWantedTime } from "./check-wanted-time";
import * as userError from "./order-errors";
import { LONGEST, MOST } from "./order-limits";
import { type WantedOrder } from "./wanted-order";

/** Where and by whom something is wanted. */
interface Circumstances {
  readonly branch: Branch;
  readonly settings: BranchSettings | null;
  /** How much longer than usual the kitchen takes. */
  readonly extraMinutes: number;
  /** E.164; null if the guest has not given one, or gave an invalid one. */
  readonly phone: string | null;
}

/**
 * Everything that is wrong with what a guest wants, except for its prices. What has not been given
 * yet is not wrong.
 */
export function errorsOfWantedOrder(
  order: WantedOrder,
  { branch, settings, extraMinutes, phone }: Circumstances,
  now: Date,
): UserError[] {
  return [
    ...branchErrors(order, branch, settings, now),
    ...customerErrors(order, branch, phone),
    ...textErrors(order),
    ...errorsOfWantedTime(order, branch, settings, now, extraMinutes),
    ...addressErrors(order),
    ...(order.lines.length < 1 || order.lines.length > MOST.lines
      ? [userError.linesOutOfRange(MOST.lines)]
      : []),
    ...order.lines.flatMap(optionCountErrors),
    ...((order.promoCodes ?? []).length > MOST.promoCodes
      ? [userError.tooManyPromoCodes(MOST.promoCodes)]
      : []),
  ];
}

/**
 * Whether it has more lines, options or parts than any real order. In that case pricing each of
 * them is not worth it.
 */
export function isOversized({ lines }: WantedOrder): boolean {
  return (
    lines.length > MOST.lines ||
    lines.some((line, index) => optionCountErrors(line, index).length > 0)
  );
}

function branchErrors(
  order: WantedOrder,
  branch: Branch,
  settings: BranchSettings | null,
  now: Date,
): UserError[] {
  if (order.fulfilment === Fulfilment.DINE_IN) return [userError.dineInNotSupported()];
  // Accepting an order that will never be submitted would break the product's promise.
  if (!settings || settings.pos === PosKind.NONE) return [userError.branchNotConnected()];
  if (!branch.accepts(order.fulfilment, now)) return [userError.branchNotAccepting()];
  const isSilent = branch.tillSilentSince !== null && settings.pauseWhileTillSilent;
  return isSilent && order.wantedAt === null && !isClosed(order.fulfilment, branch, settings, now)
    ? [userError.tillSilent()]
    : [];
}

/** Outside the hours the error says when they begin. */
function isClosed(
  fulfilment: Received,
  { timeZone }: Branch,
  settings: BranchSettings,
  now: Date,
): boolean {
  return closedAt(now, fulfilment, timeZone, settings) !== null;
}

function customerErrors(
  { customer }: WantedOrder,
  { country }: Branch,
  phone: string | null,
): UserError[] {
  if (!customer) return [];
  return [
    ...requiredTextErrors("customer.name", customer.name, LONGEST.customerName),
    ...(phone === null ? [userError.phoneInvalid(whyNoPhone(customer.phone, country))] : []),
  ];
}

function textErrors({ lines, discounts = [] }: WantedOrder): UserError[] {
  return [
    ...lines.flatMap((line, index) =>
      commentErrors(`lines.${index}.comment`, line.comment, LONGEST.lineComment),
    ),
    ...discounts.flatMap(({ name }, index) =>
      requiredTextErrors(`discounts.${index}.name`, name, LONGEST.discountName),
    ),
  ];
}

function optionCountErrors(
  { options, secondHalf, parts = [] }: WantedLine,
  index: number,
): UserError[] {
  const lists = [
    { field: "options", options },
    ...(secondHalf ? [{ field: "secondHalf.options", options: secondHalf.options }] : []),
    ...parts.map((part, place) => ({ field: `combo.${place}.options`, options: part.options })),
  ];
  const tooLong = lists.filter((list) => list.options.length > MOST.options);
  const userErrors = tooLong.map(({ field }) =>
    userError.tooManyOptions(`lines.${index}.${field}`, MOST.options),
  );
  return parts.length > MOST.parts
    ? [...userErrors, userError.tooManyParts(`lines.${index}.combo`, MOST.parts)]
    : userErrors;
}

function addressErrors({ address, fulfilment }: WantedOrder): UserError[] {
  if (!address) return [];
  return fulfilment === Fulfilment.DELIVERY
    ? errorsOfAddress(address)
    : [userError.addressUnwanted()];
}
