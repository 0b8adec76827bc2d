import { randomUUID } from "node:crypto";

import { ApiRefusal } from "../api-refusal";
import { type Faults } from "../faults/faults";
import { type Wallets } from "../loyalty/wallets";
import { parseRequest } from "../parse-request";
import { type Restaurant } from "../restaurant/model";
import { type ApiCall } from "../server/api-routes";
import { type Switches } from "../switches";
import { type Acceptance } from "../till/acceptance";
import { type Commands } from "./commands";
import { type CreateRequest, createRequestSchema } from "./create-request";
import { CREATION_TIMEOUT, errorInfo } from "./error-info";
import { orderRefusal, refuseContradictions } from "./order-refusal";
import { type OrderStore } from "./order-store";
import { presentOrder } from "./present-order";
import { type CreationStep, type StoredOrder } from "./stored-order";

/** iiko's default for `transportToFrontTimeout` (its contract). */
const USUAL_TIMEOUT_SECONDS = 8;

export interface CreateDeliveryParts {
  restaurant: () => Restaurant;
  switches: Switches;
  orders: OrderStore;
  commands: Commands;
  wallets: Wallets;
  faults: Faults;
  acceptance: Acceptance;
  /** How long an order takes to reach the till. */
  creationDelayMs: number;
}

/**
 * `deliveries/create`. Looks up the id and stores the order in a single step, so that two calls
 * with the same id store one order.
 */
export class CreateDelivery {
  constructor(private readonly parts: CreateDeliveryParts) {}

  /**
   * @throws {ApiRefusal} HTTP 400 for a malformed request, and for a known id when the switch asks
   *   for that
   */
  execute(body: unknown, { correlationId }: ApiCall): object {
    const { orders, commands, acceptance, switches, restaurant } = this.parts;
    const request = parseRequest(createRequestSchema, body);
    refuseContradictions(restaurant(), request);
    const earlier = request.order.id ? orders.get(request.order.id) : undefined;
    if (earlier) return { orderInfo: this.refuseDuplicate(earlier, correlationId) };

    const order = this.newOrder(request, correlationId);
    orders.add(order);
    commands.begin(correlationId, order.organizationId, order.id, null);
    const [step] = order.plan;
    if (switches.refuseAtOnce && step?.error && step.error !== CREATION_TIMEOUT)
      acceptance.take(order.id, step);
    else acceptance.follow(order);
    return { orderInfo: presentOrder(order) };
  }

  private newOrder(request: CreateRequest, correlationId: string): StoredOrder {
    const id = (request.order.id ?? randomUUID()).toLowerCase();
    return {
      id,
      posId: null,
      externalNumber: request.order.externalNumber ?? null,
      organizationId: request.organizationId,
      terminalGroupId: request.terminalGroupId ?? null,
      sourceKey: request.order.sourceKey ?? null,
      timestamp: Date.now(),
      revision: 0,
      creationStatus: "InProgress",
      errorInfo: null,
      order: null,
      request,
      correlationId,
      receivedAt: Date.now(),
      createCalls: 1,
      plan: this.plan(request),
      withdrawals: [],
    };
  }

  private plan(request: CreateRequest): CreationStep[] {
    const { restaurant, switches, wallets, faults, creationDelayMs } = this.parts;
    const now = Date.now();
    const soon = now + creationDelayMs;
    const group = restaurant().terminalGroups.find(({ id }) => id === request.terminalGroupId);
    if (group && !group.alive) {
      const seconds = request.createOrderSettings?.transportToFrontTimeout ?? USUAL_TIMEOUT_SECONDS;
      return [{ at: now + seconds * 1000, error: CREATION_TIMEOUT }];
    }
    const refusal = orderRefusal({ restaurant: restaurant(), request, switches, wallets, now });
    if (refusal) return [{ at: soon, error: refusal }];
    const fault = faults.strikeCreation();
    switch (fault?.kind) {
      case "creation-error":
        return [{ at: soon, error: errorInfo(fault.code, fault.message ?? null) }];
      case "late-acceptance":
        return [
          { at: soon, error: CREATION_TIMEOUT },
          { at: soon + fault.ms, error: null },
        ];
      case "stay-in-progress":
        return [{ at: now + fault.ms, error: null }];
      default:
        return [{ at: soon, error: null }];
    }
  }

  private refuseDuplicate(earlier: StoredOrder, correlationId: string): object {
    const { orders, commands, switches } = this.parts;
    orders.countCall(earlier);
    const duplicate = errorInfo("DuplicatedOrderId", "Order already exists");
    if (switches.duplicateIsBadRequest)
      throw new ApiRefusal(400, duplicate.code, duplicate.message ?? "");
    commands.begin(correlationId, earlier.organizationId, earlier.id, null);
    commands.finish(correlationId, duplicate.message);
    const { id, externalNumber, organizationId, timestamp } = earlier;
    return {
      id,
      posId: null,
      externalNumber,
      organizationId,
      timestamp,
      creationStatus: "Error",
      errorInfo: duplicate,
      order: null,
    };
  }
}
