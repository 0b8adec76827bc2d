import { randomUUID } from "node:crypto";

import { chooseBasket, type DemoMenu } from "../../scripts/demo/choose-basket";
import { type GatewayClient } from "./gateway-client";

const MENU = `query ($branchId: ID!) {
  menu(branchId: $branchId) {
    sections { name products(first: 100, availableOnly: true) { nodes {
      article name
      sizes { id name isDefault price { amount } availability { available } }
      optionGroups { name min max options { id article name price { amount } availability { available } } }
    } } }
  }
}`;

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) {
    order { id number status version totals { total { amount } } injection { state } }
    trackingToken replayed
    userErrors { code field message }
  }
}`;

const TRACK = `subscription ($token: String!, $after: EventCursor) {
  trackOrder(token: $token, after: $after) {
    id cursor summary
    ... on OrderStatusEvent { to }
    ... on InjectionEvent { state }
  }
}`;

export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly trackingToken: string;
  readonly total: string;
}

interface CreateAnswer {
  readonly createOrder: {
    readonly order: {
      readonly id: string;
      readonly number: string;
      readonly totals: { readonly total: { readonly amount: string } };
    } | null;
    readonly trackingToken: string | null;
    readonly replayed: boolean;
    readonly userErrors: readonly {
      readonly code: string;
      readonly field: readonly string[] | null;
    }[];
  };
}

export interface TrackedEvent {
  readonly id: string;
  readonly cursor: string;
  readonly summary: string;
  readonly to?: string;
  readonly state?: string;
}

/**
 * A restaurant's site in front of a gateway. Each order belongs to a different guest unless one is
 * named.
 */
export class Storefront {
  private static guests = 0;

  constructor(
    readonly client: GatewayClient,
    readonly branchId: string,
  ) {}

  /** The first branch of a gateway, such as the sandbox's demo branch. */
  static async of(client: GatewayClient): Promise<Storefront> {
    const { branches } = await client.ask<{ branches: { nodes: { id: string }[] } }>(
      "{ branches { nodes { id } } }",
    );
    const [branch] = branches.nodes;
    if (!branch) throw new Error("The gateway has no branch");
    return new Storefront(client, branch.id);
  }

  private static anotherPhone(): string {
    return `+7999${String(++Storefront.guests).padStart(7, "0")}`;
  }

  async menu(): Promise<DemoMenu> {
    return (await this.client.ask<{ menu: DemoMenu }>(MENU, { branchId: this.branchId })).menu;
  }

  /**
   * The input of createOrder for a delivery of a dish with a size and two options, paid in cash.
   */
  async input(overrides: object = {}): Promise<object> {
    const { sections } = await this.menu();
    const { line } = chooseBasket(sections.flatMap((section) => section.products.nodes));
    return {
      idempotencyKey: randomUUID(),
      branchId: this.branchId,
      fulfilment: "DELIVERY",
      lines: [line],
      customer: { name: "Тест Гость", phone: Storefront.anotherPhone() },
      address: { city: "Примерск", street: "Тестовая", house: "5", flat: "12" },
      payment: { method: "CASH" },
      ...overrides,
    };
  }

  /** @param token of the guest who is signed in */
  async create(input: object, token?: string): Promise<CreateAnswer["createOrder"]> {
    return (await this.client.ask<CreateAnswer>(CREATE, { input }, token)).createOrder;
  }

  /** Places an order that must be accepted. */
  async order(overrides: object = {}): Promise<PlacedOrder> {
    const { order, trackingToken, userErrors } = await this.create(await this.input(overrides));
    if (!order || !trackingToken) throw new Error(JSON.stringify(userErrors));
    return { id: order.id, number: order.number, trackingToken, total: order.totals.total.amount };
  }

  /** The order's events, live, up to the first one that fits. */
  async follow(
    trackingToken: string,
    isLast: (event: TrackedEvent) => boolean,
    after: string | null = null,
  ): Promise<TrackedEvent[]> {
    const events: TrackedEvent[] = [];
    const variables = { token: trackingToken, after };
    for await (const { data, errors } of this.client.subscribe<{ trackOrder: TrackedEvent }>(
      TRACK,
      variables,
    )) {
      if (errors)
        throw Object.assign(new Error(JSON.stringify(errors)), {
          code: errors[0]?.extensions?.code,
        });
      events.push(data.trackOrder);
      if (isLast(data.trackOrder)) break;
    }
    return events;
  }
}
