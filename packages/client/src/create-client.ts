import { type ClientOptions } from "./client-options.ts";
import { GatewayHttp } from "./gateway-http.ts";
import {
  type Branch,
  Branches,
  type BranchFacts,
  BranchFactsOf,
  BranchOpenState,
  CreateOrder,
  type CreateOrderAnswer,
  type CreateOrderInput,
  DeliveryOptions,
  type DeliveryOptionsAnswer,
  type DeliveryOptionsInput,
  Menu,
  type MenuAnswer,
  type OpenState,
  type Order,
  type ProductPage,
  Products,
  type ProductsVariables,
  type TimeSlot,
  TimeSlots,
  type TrackedEvent,
  TrackedOrder,
} from "./operations.ts";
import { OrderFollower, type TrackOptions } from "./order-follower.ts";

/**
 * Sections with their first hundred products each; `products` continues after `pageInfo.endCursor`.
 */
export type MenuWithPages = NonNullable<MenuAnswer["menu"]>;
export type Received = "DELIVERY" | "PICKUP";
export type ProductFilter = Omit<ProductsVariables, "branchId">;

/**
 * What a storefront does with the gateway. Everything except `trackOrder` throws GatewayError and
 * GatewayUnreachable.
 */
export interface GatewayClient {
  branches(): Promise<readonly Branch[]>;
  /**
   * What the branch publishes about itself: address, phone, payment methods; null if there is no
   * such branch.
   */
  facts(branchId: string): Promise<BranchFacts | null>;
  /** null if there is no such branch. */
  menu(branchId: string): Promise<MenuWithPages | null>;
  /** Returns a branch's products in menu order. */
  products(branchId: string, filter?: ProductFilter): Promise<ProductPage>;
  /**
   * Returns the times of a day for which the branch takes orders.
   *
   * @param day by the branch's calendar, such as 2026-12-31
   */
  timeSlots(branchId: string, day: string, fulfilment?: Received): Promise<readonly TimeSlot[]>;
  /**
   * Returns which of several branches would deliver to an address, for what fee and when;
   * `createOrder` applies the same rule.
   */
  deliveryOptions(input: DeliveryOptionsInput): Promise<DeliveryOptionsAnswer["deliveryOptions"]>;
  /**
   * Whether the branch takes such orders now, and when that changes; null if there is no such
   * branch.
   */
  openState(branchId: string, fulfilment?: Received): Promise<OpenState | null>;
  /**
   * Safe to repeat with the same input, also after GatewayUnreachable: `idempotencyKey` makes it
   * the same order. What the guest can fix is in `userErrors`, all of it together; in that case
   * nothing was ordered.
   */
  createOrder(input: CreateOrderInput): Promise<CreateOrderAnswer["createOrder"]>;
  /** The order to which a tracking token grants access, as it is now; null if there is none. */
  trackedOrder(token: string): Promise<Order | null>;
  /**
   * Emits what happens to an order, live, without gaps or repeats, across lost connections. Without
   * `after` it starts with the newest status. Ends when the order is CLOSED or CANCELLED, or
   * `signal` is aborted.
   *
   * @throws {GatewayError} if retrying cannot help: the token grants no access (NOT_FOUND), the
   *   cursor is invalid (BAD_USER_INPUT) …
   */
  trackOrder(token: string, options?: TrackOptions): AsyncGenerator<TrackedEvent, void, undefined>;
}

export function createClient(options: ClientOptions): GatewayClient {
  const http = new GatewayHttp(options);
  return {
    branches: async () => (await http.ask(Branches, {})).branches.nodes,
    facts: async (branchId) => (await http.ask(BranchFactsOf, { branchId })).branch?.facts ?? null,
    menu: async (branchId) => (await http.ask(Menu, { branchId })).menu,
    products: async (branchId, filter = {}) =>
      (await http.ask(Products, { ...filter, branchId })).products,
    timeSlots: async (branchId, day, fulfilment = "DELIVERY") =>
      (await http.ask(TimeSlots, { branchId, day, fulfilment })).timeSlots,
    deliveryOptions: async (input) => (await http.ask(DeliveryOptions, { input })).deliveryOptions,
    openState: async (branchId, fulfilment = "DELIVERY") =>
      (await http.ask(BranchOpenState, { branchId, fulfilment })).branch?.openState ?? null,
    createOrder: async (input) => (await http.ask(CreateOrder, { input })).createOrder,
    trackedOrder: async (token) => (await http.ask(TrackedOrder, { token })).trackedOrder,
    trackOrder: (token, trackOptions = {}) =>
      new OrderFollower(options, token, trackOptions).events(),
  };
}
