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
 * Sections with their first hundred products each; `products` reads on after `pageInfo.endCursor`.
 */
export type MenuWithPages = NonNullable<MenuAnswer["menu"]>;
export type Received = "DELIVERY" | "PICKUP";
export type ProductFilter = Omit<ProductsVariables, "branchId">;

/**
 * What a storefront does with the gateway. Everything but `trackOrder` throws GatewayError and
 * GatewayUnreachable.
 */
export interface GatewayClient {
  branches(): Promise<readonly Branch[]>;
  /** What the branch says of itself: address, phone, ways of payment; null: no such branch. */
  facts(branchId: string): Promise<BranchFacts | null>;
  /** null: there is no such branch. */
  menu(branchId: string): Promise<MenuWithPages | null>;
  /** A branch's products in menu order. */
  products(branchId: string, filter?: ProductFilter): Promise<ProductPage>;
  /**
   * The times of a day for which the branch takes orders.
   *
   * @param day of the branch's calendar, as 2026-12-31
   */
  timeSlots(branchId: string, day: string, fulfilment?: Received): Promise<readonly TimeSlot[]>;
  /**
   * Which of several branches would deliver to an address, for which fee and when; `createOrder`
   * judges by the same rule.
   */
  deliveryOptions(input: DeliveryOptionsInput): Promise<DeliveryOptionsAnswer["deliveryOptions"]>;
  /** Whether the branch takes such orders now, and when that changes; null: no such branch. */
  openState(branchId: string, fulfilment?: Received): Promise<OpenState | null>;
  /**
   * Safe to repeat with the same input, after GatewayUnreachable too: `idempotencyKey` makes it the
   * same order. What the guest can mend is in `userErrors`, all of it at once, and nothing was
   * ordered then.
   */
  createOrder(input: CreateOrderInput): Promise<CreateOrderAnswer["createOrder"]>;
  /** The order a tracking token opens, as it is now; null: none. */
  trackedOrder(token: string): Promise<Order | null>;
  /**
   * What happens to an order, live, without a gap or a repeat, through lost connections. Without
   * `after` it begins with the newest status. Ends when the order is CLOSED or CANCELLED, or
   * `signal` is aborted.
   *
   * @throws {GatewayError} for good: the token opens nothing (NOT_FOUND), the cursor is none
   * (BAD_USER_INPUT) …
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
