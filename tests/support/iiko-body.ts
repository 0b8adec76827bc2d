import { type IikoCreateDelivery } from "../../src/adapters/iiko/orders/iiko-order";
import { toIikoOrder } from "../../src/adapters/iiko/orders/map-order";
import {
  type IikoOrderSettings,
  USUAL_ORDER_SETTINGS,
} from "../../src/adapters/iiko/orders/order-settings";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { type PosBranch } from "../../src/ports/pos/pos-branch";
import { anOrderTicket } from "./an-order-ticket";

export const iikoBranch: PosBranch = {
  credential: { kind: "API_LOGIN_V1", apiLogin: "demo" },
  organizationId: "980fc7f0-8928-4055-adbe-5ef97627bfec",
  terminalGroupId: "f11b5fc6-1640-49b1-a433-93781406f4ee",
  externalMenuId: "10073",
  priceCategoryId: null,
  timeZone: "Europe/Moscow",
};

const now = new Date("2026-10-12T12:00:00Z");

/** What is sent over the wire for a ticket on 12 October 2026 at noon UTC. */
export function iikoBody(
  overrides: Partial<OrderTicket> = {},
  at: Partial<PosBranch> = {},
  settings: Partial<IikoOrderSettings> = {},
): IikoCreateDelivery {
  const usual = { ...USUAL_ORDER_SETTINGS, ...settings };
  const written = JSON.stringify(
    toIikoOrder(anOrderTicket(overrides), { ...iikoBranch, ...at }, usual, now),
  );
  return JSON.parse(written) as IikoCreateDelivery;
}
