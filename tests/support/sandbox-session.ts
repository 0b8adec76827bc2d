import { randomUUID } from "node:crypto";

import { DEMO_KEY } from "../../sandbox/credentials";
import { type Fault } from "../../sandbox/faults/fault";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Product } from "../../sandbox/restaurant/model";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/start-sandbox";
import { eventually } from "./eventually";

/** Any JSON that a test inspects. */
export type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** iiko's orderInfo, as far as tests inspect it. */
export interface OrderAnswer extends Json {
  id: string;
  creationStatus: string;
  errorInfo: Json;
  order: Json;
}

export interface Delivery extends Json {
  order: Json & { id: string; comment?: string };
}

const [first] = demoRestaurant.organizations;
export const organization = first!;
export const terminalGroup = demoRestaurant.terminalGroups.find(
  ({ organizationId, alive, hidden }) => organizationId === organization.id && alive && !hidden,
)!;
export const deadGroup = demoRestaurant.terminalGroups.find(
  ({ organizationId, alive }) => organizationId === organization.id && !alive,
)!;
export const products = demoRestaurant.categories.flatMap((category) => category.products);

const stopped = demoRestaurant.stopList.map(({ productId }) => productId);
/** A product of one size without options, sold here and not on the stop list. */
export const plainProduct = products.find(
  ({ id, sizes, modifierGroups }) =>
    !stopped.includes(id) &&
    sizes.length === 1 &&
    (sizes[0]!.price ?? 0) > 0 &&
    modifierGroups.length === 0,
)!;

export function productWith(condition: (product: Product) => boolean): Product {
  return products.find((product) => !stopped.includes(product.id) && condition(product))!;
}

export function paymentType(code: string): string {
  return demoRestaurant.paymentTypes.find((one) => one.code === code)!.id;
}

/** A line for `product` with every required group filled. */
export function aLine(product: Product, overrides: Json = {}): Json {
  const size = product.sizes.find(({ price }) => price !== null)!;
  return {
    type: "Product",
    productId: product.id,
    ...(size.id === null ? {} : { productSizeId: size.id }),
    amount: 1,
    price: size.price,
    modifiers: product.modifierGroups.flatMap((group) =>
      group.modifiers.slice(0, group.min).map((modifier) => ({
        productId: modifier.productId,
        ...(group.id === null ? {} : { productGroupId: group.id }),
        amount: 1,
        price: modifier.price,
      })),
    ),
    ...overrides,
  };
}

/**
 * The body of a delivery by courier that iiko accepts; `order` overrides only what a test is about.
 */
export function aDelivery(order: Json = {}, request: Json = {}): Delivery {
  return {
    organizationId: organization.id,
    terminalGroupId: terminalGroup.id,
    order: {
      id: randomUUID(),
      externalNumber: "RR-1",
      phone: "+79990000009",
      orderServiceType: "DeliveryByCourier",
      deliveryPoint: {
        address: { type: "legacy", street: { name: "Тестовая", city: "Примерск" }, house: "5" },
      },
      customer: { type: "regular", name: "Тест" },
      sourceKey: "result.rest",
      items: [aLine(plainProduct)],
      ...order,
    },
    ...request,
  };
}

export interface Reply {
  status: number;
  headers: Headers;
  body: Json & { orderInfo: OrderAnswer };
}

/** A sandbox on free ports and a client that is logged in. */
export class SandboxSession {
  private constructor(
    readonly sandbox: Sandbox,
    private token: string,
  ) {}

  static async open(options: Partial<SandboxOptions> = {}): Promise<SandboxSession> {
    const sandbox = await startSandbox({
      port: 0,
      creationDelayMs: 20,
      cookingSpeed: 0.001,
      ...options,
    });
    const session = new SandboxSession(sandbox, "");
    await session.logIn();
    return session;
  }

  async logIn(apiLogin = DEMO_KEY): Promise<Reply> {
    const reply = await this.post("/api/1/access_token", { apiLogin });
    if (reply.status === 200) this.token = reply.body.token as string;
    return reply;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(this.sandbox.url + path, {
      method,
      headers: {
        ...(this.token === "" ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : { text }) as Reply["body"],
    };
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send("POST", path, body, headers);
  }

  create(body: Json): Promise<Reply> {
    return this.post("/api/1/deliveries/create", body);
  }

  async orderInfo(id: string): Promise<OrderAnswer | undefined> {
    const reply = await this.post("/api/1/deliveries/by_id", {
      organizationId: organization.id,
      orderIds: [id],
    });
    return (reply.body.orders as OrderAnswer[])[0];
  }

  /** Creates an order and waits for the verdict. */
  async createAndWait(body: Json): Promise<OrderAnswer> {
    const reply = await this.create(body);
    const { id } = reply.body.orderInfo;
    return eventually(async () => {
      const info = await this.orderInfo(id);
      return info?.creationStatus === "InProgress" ? undefined : info;
    });
  }

  fault(fault: Fault, rest: { path?: string; times?: number } = {}): Promise<Reply> {
    return this.post("/_sandbox/faults", { fault, ...rest });
  }

  async switch(switches: Json): Promise<void> {
    await this.send("PUT", "/_sandbox/switches", switches);
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }
}
