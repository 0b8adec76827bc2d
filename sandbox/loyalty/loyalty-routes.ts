import { randomUUID } from "node:crypto";

import { z } from "zod";

import { customerInfo } from "../dictionaries/customer-info";
import { roubles } from "../money";
import { parseRequest } from "../parse-request";
import { type Restaurant } from "../restaurant/model";
import { type ApiRoutes } from "../server/api-routes";
import { type Switches } from "../switches";
import { parseTerminalTime, toUtcTime } from "../terminal-time";
import { calculate } from "./calculate";
import { type Coupons } from "./coupons";
import { programmes } from "./programmes";
import { loyaltyRefusal, type Wallets } from "./wallets";

const infoSchema = z.object({
  type: z.string(),
  phone: z.string().nullish(),
  id: z.string().nullish(),
});
const programmesSchema = z.object({ organizationId: z.guid() });
const couponSchema = z.object({ organizationId: z.guid(), number: z.string() });
const holdSchema = z.object({
  transactionId: z.guid().nullish(),
  customerId: z.guid(),
  walletId: z.guid(),
  sum: z.number(),
});
const cancelHoldSchema = z.object({ transactionId: z.guid() });

const transactionsSchema = z.object({
  customerId: z.guid(),
  dateFrom: z.string(),
  dateTo: z.string(),
  pageNumber: z.number().int().min(0),
  pageSize: z.number().int().positive(),
});

/**
 * The loyalty operations that a storefront needs to show and spend bonuses. Their responses carry
 * no correlation id.
 */
export function loyaltyRoutes(
  restaurant: () => Restaurant,
  wallets: Wallets,
  coupons: Coupons,
  switches: Switches,
): ApiRoutes {
  const routes = routesOf(restaurant, wallets, coupons);
  const guarded = Object.entries(routes).map(([path, answer]) => {
    const orRefused: typeof answer = (body, call) => {
      if (!switches.loyaltyIsOff) return answer(body, call);
      throw loyaltyRefusal(
        "Common_OrganizationNotFound",
        "Organization is not found in the loyalty programme",
      );
    };
    return [path, orRefused] as const;
  });
  return Object.fromEntries(guarded);
}

function routesOf(restaurant: () => Restaurant, wallets: Wallets, coupons: Coupons): ApiRoutes {
  return {
    "/api/1/loyalty/iiko/customer/info": (body) => {
      const { type, phone, id } = parseRequest(infoSchema, body);
      const guest = type === "id" ? wallets.guestById(id ?? "") : wallets.guestByPhone(phone ?? "");
      if (guest && ["id", "phone"].includes(type))
        return customerInfo(restaurant(), wallets.asOfNow(guest));
      const reason = `There is no user with ${type} ${phone ?? id ?? ""}`.trim();
      throw loyaltyRefusal("Validation_IncorrectPhone", reason, "Transport_WrongCustomerNumber");
    },
    "/api/1/loyalty/iiko/program": (body) => {
      parseRequest(programmesSchema, body);
      return programmes(restaurant());
    },
    "/api/1/loyalty/iiko/customer/transactions/by_date": (body) =>
      transactions(restaurant(), wallets, body),
    "/api/1/loyalty/iiko/calculate": (body) => calculate(restaurant(), wallets, coupons, body),
    "/api/1/loyalty/iiko/coupons/info": (body) =>
      coupons.info(parseRequest(couponSchema, body).number),
    "/api/1/loyalty/iiko/customer/wallet/hold": (body) => {
      const { transactionId: given, customerId, walletId, sum } = parseRequest(holdSchema, body);
      const transactionId = given ?? randomUUID();
      wallets.hold({ transactionId, guestId: customerId, walletId, sum });
      return { transactionId };
    },
    "/api/1/loyalty/iiko/customer/wallet/cancel_hold": (body) => {
      wallets.cancelHold(parseRequest(cancelHoldSchema, body).transactionId);
      return {};
    },
  };
}

function transactions(restaurant: Restaurant, wallets: Wallets, body: unknown) {
  const { customerId, dateFrom, dateTo, pageNumber, pageSize } = parseRequest(
    transactionsSchema,
    body,
  );
  const at = (text: string) => parseTerminalTime(text, "UTC") ?? 0;
  const moves = wallets.moves(customerId, at(dateFrom), at(dateTo));
  const organizationId = restaurant.organizations[0]?.id ?? null;
  const page = moves.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize).map((move) => ({
    id: move.id,
    revision: move.at,
    organizationId,
    walletId: move.walletId,
    sum: move.sum,
    balanceAfter: move.balanceAfter,
    balanceBefore: roubles(move.balanceAfter - move.sum),
    typeName: move.typeName,
    orderNumber: move.orderNumber,
    whenCreated: toUtcTime(move.at),
    isIgnored: false,
  }));
  return { transactions: page, pageSize, pageNumber };
}
