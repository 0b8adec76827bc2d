import { DEMO_KEY } from "../../sandbox/credentials";
import { eventually } from "./eventually";
import { RunningGateway } from "./running-gateway";
import { type Json, organization } from "./sandbox-session";
import { type PlacedOrder, type Storefront } from "./storefront";

const TIMELINE = `query ($token: String!) {
  trackedOrder(token: $token) { status timeline(first: 100) { nodes { ... on OrderStatusEvent { to lateBySeconds } } } }
}`;

interface Timeline {
  readonly trackedOrder: {
    readonly status: string;
    readonly timeline: {
      readonly nodes: readonly { readonly to?: string; readonly lateBySeconds?: number | null }[];
    };
  };
}

/** Sends web hooks as iiko would, to a gateway whose kitchen stands still. */
export class WebHookSender {
  private constructor(
    private readonly gateway: RunningGateway,
    private readonly storefront: Storefront,
    /** The token that iiko was given to authenticate itself. */
    readonly token: string,
  ) {}

  static async start(): Promise<WebHookSender> {
    const gateway = await RunningGateway.start();
    const storefront = await gateway.storefront();
    // Anything that happens to an order is reported by a test.
    await gateway.sandbox.setTill({ paused: true });
    const settings = await askIiko(gateway, "/api/1/webhooks/settings", {
      organizationId: organization.id,
    });
    const sender = new WebHookSender(gateway, storefront, settings.authToken as string);
    expect(settings.webHooksUri).toBe(sender.address());
    return sender;
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }

  address(organizationId = organization.id): string {
    return `${this.gateway.gateway.url}/webhooks/iiko/${organizationId}`;
  }

  post(body: unknown, authorization?: string, organizationId?: string): Promise<Response> {
    return fetch(this.address(organizationId), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(authorization !== undefined && { authorization }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  /** An order in the till, and what iiko would send when it gets another status. */
  async inTill(): Promise<{
    order: PlacedOrder;
    event: (status: string, laterSeconds: number) => object;
  }> {
    const order = await this.storefront.order();
    const till = await eventually(async () => (await this.gateway.sandbox.inTill(order.number))[0]);
    await eventually(async () => (await this.statusOf(order)) !== "NEW");
    const { orders } = await askIiko(this.gateway, "/api/1/deliveries/by_id", {
      organizationId: organization.id,
      orderIds: [till.id],
    });
    const [info] = orders as Json[];
    const event = (status: string, laterSeconds: number) => ({
      eventType: "DeliveryOrderUpdate",
      eventTime: "2026-03-01 12:00:00.000",
      organizationId: organization.id,
      correlationId: till.id,
      eventInfo: {
        ...info,
        timestamp: (info!.timestamp as number) + laterSeconds * 1000,
        // No times of the previous steps are recorded: they are known only from web hooks.
        order: { ...(info!.order as object), cookingStartTime: null, status },
      },
    });
    return { order, event };
  }

  async statusOf(order: PlacedOrder): Promise<string> {
    return (await this.timeline(order)).status;
  }

  /** The statuses of its timeline, with those that came too late marked. */
  async seen(order: PlacedOrder): Promise<string[]> {
    const { nodes } = (await this.timeline(order)).timeline;
    return nodes.flatMap(({ to, lateBySeconds }) =>
      to ? [lateBySeconds ? `${to} late` : to] : [],
    );
  }

  private async timeline({ trackingToken }: PlacedOrder): Promise<Timeline["trackedOrder"]> {
    const { client } = this.gateway;
    return (await client.ask<Timeline>(TIMELINE, { token: trackingToken })).trackedOrder;
  }
}

async function askIiko({ sandbox }: RunningGateway, path: string, body: object): Promise<Json> {
  const send = async (to: string, what: object, bearer = "") => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${bearer}` };
    const request = { method: "POST", headers, body: JSON.stringify(what) };
    return (await fetch(sandbox.url + to, request)).json() as Promise<Json>;
  };
  const login = await send("/api/1/access_token", { apiLogin: DEMO_KEY });
  return send(path, body, login.token as string);
}
