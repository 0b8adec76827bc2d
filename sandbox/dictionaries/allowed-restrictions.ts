import { z } from "zod";

import { findStreet } from "../delivery/find-address";
import { type Spot } from "../delivery/in-zone";
import { judgeDelivery, type RejectCode, WORDS_OF_REJECTION } from "../delivery/judge-delivery";
import { parseRequest } from "../parse-request";
import { type Restaurant, type TerminalGroup } from "../restaurant/model";
import { organizationOf, restrictionsOf } from "../restaurant-index";
import { type Switches } from "../switches";
import { parseTerminalTime } from "../terminal-time";

const text = z.string().nullish().default(null);

const requestSchema = z.object({
  isCourierDelivery: z.boolean(),
  deliveryAddress: z
    .object({
      city: text,
      streetName: text,
      streetId: z.guid().nullish().default(null),
      house: text,
    })
    .nullish(),
  orderLocation: z.object({ latitude: z.number(), longitude: z.number() }).nullish(),
  orderItems: z.array(z.object({ id: z.guid(), product: z.string(), amount: z.number() })),
  deliveryDate: text,
  deliverySum: z.number().nullish().default(null),
});

type Request = z.infer<typeof requestSchema>;

interface Asked {
  organizationIds: readonly string[];
  body: unknown;
  switches: Switches;
  now: Date;
}

/**
 * `/api/1/delivery_restrictions/allowed`: which tills would deliver to an address, and where that
 * is.
 */
export function allowedRestrictions(
  restaurant: Restaurant,
  { organizationIds, body, switches, now }: Asked,
) {
  const request = parseRequest(requestSchema, body);
  const spot = spotOf(restaurant, organizationIds, request);
  const judged = restaurant.terminalGroups
    .filter(({ organizationId, hidden }) => !hidden && organizationIds.includes(organizationId))
    .map((till) => judge(restaurant, till, { request, spot, switches, now: now.getTime() }));
  const allowedItems = judged.flatMap(({ allowed }) => allowed ?? []);
  return {
    isAllowed: allowedItems.length > 0,
    rejectCause: null,
    addressExternalId: null,
    location: spot.coordinates,
    allowedItems,
    rejectedItems: judged.flatMap(({ rejected }) => rejected ?? []),
  };
}

function spotOf(
  restaurant: Restaurant,
  organizationIds: readonly string[],
  request: Request,
): Spot {
  const { deliveryAddress: address, orderLocation } = request;
  const cities = organizationIds.flatMap((id) => restaurant.cities[id] ?? []);
  const street = address ? findStreet(cities, address) : undefined;
  return {
    coordinates: orderLocation ?? street?.location ?? null,
    streetId: address?.streetId ?? street?.id ?? null,
    house: address?.house ?? "",
  };
}

interface Case {
  request: Request;
  spot: Spot;
  switches: Switches;
  now: number;
}

function judge(
  restaurant: Restaurant,
  till: TerminalGroup,
  { request, spot, switches, now }: Case,
) {
  const { id: terminalGroupId, organizationId } = till;
  const its = restrictionsOf(restaurant, organizationId);
  const { timeZone } = organizationOf(restaurant, organizationId);
  const { deliveryDate, deliverySum: sum } = request;
  const own = judgeDelivery(its, {
    terminalGroupId,
    organizationId,
    spot,
    dueAt: (deliveryDate && parseTerminalTime(deliveryDate, timeZone)) || null,
    now,
    timeZone,
    sum,
    weekBeginsOnSunday: switches.weekBeginsOnSunday,
  });
  const zone = own.restriction?.zone ?? null;
  const where = { terminalGroupId, organizationId, zone };
  const code = its.useExternalAssignationService
    ? byOthers(switches.externallyAssigned, terminalGroupId)
    : codeOf(own);
  if (code !== null) return { rejected: rejectionOf(where, code) };
  return {
    allowed: {
      ...where,
      deliveryDurationInMinutes: own.minutes ?? its.defaultDeliveryDurationInMinutes,
      deliveryServiceProductId: own.restriction?.deliveryServiceProductId ?? null,
    },
  };
}

type Code = RejectCode | "Undefined";

function codeOf({ isUnknownPlace, rejectCode }: ReturnType<typeof judgeDelivery>): Code | null {
  return isUnknownPlace ? "Undefined" : rejectCode;
}

/** A third-party service knows neither zones nor hours. */
function byOthers(assigned: readonly string[], terminalGroupId: string): Code | null {
  return assigned.includes(terminalGroupId) ? null : "OutOfTerminalZone";
}

function rejectionOf(where: { terminalGroupId: string; zone: string | null }, rejectCode: Code) {
  const rejectHint =
    rejectCode === "Undefined" ? "The address is not found" : WORDS_OF_REJECTION[rejectCode];
  return { ...where, rejectCode, rejectHint, rejectItemData: null };
}
