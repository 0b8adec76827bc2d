import { Agent, request } from "node:http";

import { type Restaurant } from "./restaurant";

/** As many simultaneous calls as iiko may have under way. */
const CONNECTIONS = 16;

/** iiko's side of the web hook. */
export class WebHookDoor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private clock = Date.now();

  constructor(
    private readonly gatewayUrl: string,
    private readonly restaurant: Restaurant,
  ) {}

  /** Resolves when the gateway has answered 200. */
  push(posOrderId: string, status: string): Promise<void> {
    const { organizationId, webHookToken } = this.restaurant;
    const order = { status, number: "7", sum: 500 };
    const eventInfo = {
      id: posOrderId,
      organizationId,
      timestamp: this.clock++,
      creationStatus: "Success",
      order,
    };
    const body = JSON.stringify([{ eventType: "DeliveryOrderUpdate", organizationId, eventInfo }]);
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.gatewayUrl}/webhooks/iiko/${organizationId}`,
        {
          method: "POST",
          agent: this.agent,
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            authorization: webHookToken,
          },
        },
        (answer) => {
          answer.resume().once("end", () => {
            if (answer.statusCode === 200) resolve();
            else reject(new Error(`The web hook was answered with ${answer.statusCode}`));
          });
        },
      );
      sent.once("error", reject).end(body);
    });
  }

  /**
   * Pushes in this order, as fast as the gateway accepts, until all are accepted or the time is up;
   * returns how many were accepted.
   */
  async pushAll(news: readonly News[], withinMs: number): Promise<number> {
    const giveUpAt = performance.now() + withinMs;
    let taken = 0;
    const push = async () => {
      for (let next = news[taken]; next && performance.now() < giveUpAt; next = news[taken]) {
        taken += 1;
        await this.push(next.order, next.status);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, push));
    return taken;
  }

  close(): void {
    this.agent.destroy();
  }
}

export interface News {
  readonly order: string;
  readonly status: string;
}

const STATUSES = [
  ...["Unconfirmed", "WaitCooking", "CookingStarted", "CookingCompleted"],
  ...["Waiting", "OnWay", "Delivered", "Closed"],
];

/** The path of every order to the door, one step at a time for all orders. */
export function newsOf(orders: readonly string[]): News[] {
  return STATUSES.flatMap((status) => orders.map((order) => ({ order, status })));
}
