import { randomUUID } from "node:crypto";

import { type Wallets } from "../loyalty/wallets";
import { buildOrderBody } from "../orders/build-order-body";
import { type ErrorInfo, errorInfo } from "../orders/error-info";
import { type OrderBody, type OrderStatus } from "../orders/order-body";
import { type OrderStore } from "../orders/order-store";
import { type StoredOrder } from "../orders/stored-order";
import { type Restaurant } from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";
import { organizationOf } from "../restaurant-index";
import { type Switches } from "../switches";
import { toTerminalTime, toUtcTime } from "../terminal-time";
import { type WebHooks } from "../web-hooks/web-hooks";
import { type Kitchen } from "./kitchen";
import { setCancelled, setStatus, type TimeField } from "./set-status";

interface TillParts {
  restaurant: () => Restaurant;
  switches: Switches;
  orders: OrderStore;
  wallets: Wallets;
  kitchen: Kitchen;
  webHooks: WebHooks;
}

/**
 * The restaurant's cash desk: accepts orders, moves them along and cancels them. Every change
 * causes a new revision and a web hook.
 */
export class Till {
  constructor(private readonly parts: TillParts) {}

  /** Accepts the order, late or not, and takes the bonuses that pay for it. */
  accept(stored: StoredOrder): { refused: ErrorInfo | null } {
    const { restaurant, orders, switches, wallets } = this.parts;
    if (!wallets.withdrawFor(stored)) {
      const refused = errorInfo("Common", "Not enough money on the wallet");
      this.refuse(stored, refused);
      return { refused };
    }
    stored.order = buildOrderBody(restaurant(), stored, {
      number: orders.takeNumber(),
      now: Date.now(),
      unconfirmed: switches.confirmationRequired,
    });
    stored.posId = stableId("pos", stored.id);
    stored.creationStatus = "Success";
    stored.errorInfo = null;
    this.changed(stored, stored.correlationId);
    return { refused: null };
  }

  refuse(stored: StoredOrder, error: ErrorInfo): void {
    stored.creationStatus = "Error";
    stored.errorInfo = error;
    this.changed(stored, stored.correlationId);
  }

  /** Allows any status after any other: kitchens also take steps back. */
  setStatus(stored: StoredOrder, status: OrderStatus, correlationId: string = randomUUID()): void {
    if (status === "Cancelled") {
      this.cancel(stored, { causeId: null, comment: null }, correlationId);
      return;
    }
    const order = bodyOf(stored);
    setStatus(order, status, this.localNow(stored));
    this.changed(stored, correlationId);
  }

  /**
   * Writes times into the order, in seconds from now, whatever its status, because tills also plan
   * ahead.
   */
  note(
    stored: StoredOrder,
    times: Partial<Record<TimeField | "cookingStartTime", number | null | undefined>>,
  ): void {
    const order = bodyOf(stored);
    const timeZone = this.timeZoneOf(stored);
    for (const [field, seconds] of Object.entries(times) as [TimeField, number | null][]) {
      order[field] =
        seconds === null ? null : toTerminalTime(Date.now() + seconds * 1000, timeZone);
    }
    this.changed(stored, randomUUID());
  }

  cancel(
    stored: StoredOrder,
    { causeId, comment }: { causeId: string | null; comment: string | null },
    correlationId: string = randomUUID(),
  ): void {
    const { cancelCauses } = this.parts.restaurant();
    const cause = cancelCauses.find(({ id }) => id === causeId) ?? cancelCauses[0];
    const named = cause
      ? { id: cause.id, name: cause.name }
      : { id: stableId("cancel cause"), name: "Отмена" };
    setCancelled(bodyOf(stored), this.localNow(stored), named, comment);
    this.parts.wallets.giveBack(stored);
    this.changed(stored, correlationId);
  }

  /**
   * Moves the order to another terminal group: it continues there under a new id and is cancelled
   * here.
   */
  move(stored: StoredOrder, terminalGroupId: string): StoredOrder {
    const target = this.parts.restaurant().terminalGroups.find(({ id }) => id === terminalGroupId);
    if (!target) throw new Error(`No terminal group ${terminalGroupId}`);
    const source = bodyOf(stored);
    const id = randomUUID();
    const moved: StoredOrder = structuredClone({
      ...stored,
      id,
      terminalGroupId,
      organizationId: target.organizationId,
    });
    moved.posId = stableId("pos", id);
    moved.correlationId = randomUUID();
    moved.createCalls = 0;
    moved.order = {
      ...structuredClone(source),
      number: this.parts.orders.takeNumber(),
      terminalGroupId,
      movedFromDeliveryId: stored.id,
      movedFromTerminalGroupId: source.terminalGroupId,
      movedFromOrganizationId: stored.organizationId,
    };
    stored.withdrawals = [];
    source.movedToDeliveryId = id;
    source.movedToTerminalGroupId = terminalGroupId;
    source.movedToOrganizationId = target.organizationId;
    this.cancel(stored, { causeId: null, comment: "Передан в другой ресторан" });
    this.parts.orders.add(moved);
    this.parts.webHooks.tellOrder(moved, moved.correlationId);
    this.parts.kitchen.follow(moved);
    return moved;
  }

  private changed(stored: StoredOrder, correlationId: string): void {
    if (stored.order) stored.order.whenReceivedFromFront = toUtcTime(Date.now());
    this.parts.orders.touch(stored);
    this.parts.kitchen.follow(stored);
    this.parts.webHooks.tellOrder(stored, correlationId);
  }

  private localNow(stored: StoredOrder): string {
    return toTerminalTime(Date.now(), this.timeZoneOf(stored));
  }

  private timeZoneOf({ organizationId }: StoredOrder): string {
    return organizationOf(this.parts.restaurant(), organizationId).timeZone;
  }
}

function bodyOf(stored: StoredOrder): OrderBody {
  if (!stored.order) throw new Error(`The till does not have order ${stored.id}`);
  return stored.order;
}
