import { WebSocket } from "ws";

import { type Bar } from "../report";
import { quantile } from "../rounds";
import { type Server } from "./fan-out";
import { Crowd, FOLLOW, TRACK } from "./listening";
import { ADMIN_API_KEY, type Restaurant } from "./restaurant";
import { newsOf, WebHookDoor } from "./web-hook-door";

const PER_SECOND = 200;
const STEADY_ORDERS = 500;
const WARM_UP_ORDERS = 50;
const OPERATIONS_PER_SOCKET = 50;
/** A slow machine pushes fewer web hooks instead of taking longer. */
const FLOOD_MS = 60_000;
/** After the last web hook; anything that has not arrived by then is lost, or far too late. */
const PATIENCE_MS = 60_000;

export interface WebHooks {
  readonly restaurant: Restaurant;
  readonly orders: number;
  readonly startGateway: () => Promise<Server>;
}

/**
 * Measures updates that come by web hook: first at a steady pace until subscribers have them, and
 * then as fast as possible.
 */
export async function measureWebHooks({
  restaurant,
  orders,
  startGateway,
}: WebHooks): Promise<Bar[]> {
  const [server, { url }] = await startGateway();
  const socketUrl = url.replace(/^http/, "ws");
  const door = new WebHookDoor(url.replace("/graphql", ""), restaurant);
  await pace(socketUrl, door, restaurant, await restaurant.takeOrders(WARM_UP_ORDERS));
  const latencies = await pace(
    socketUrl,
    door,
    restaurant,
    await restaurant.takeOrders(STEADY_ORDERS),
  );
  const flood = await pushFlood(socketUrl, door, restaurant, orders);
  door.close();
  await server.stop();
  const [p50 = NaN, p99 = NaN] = [0.5, 0.99].map((share) => quantile(latencies, share));
  console.log(
    `web hook → subscriber at ${PER_SECOND}/s: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  );
  const lost = STEADY_ORDERS * 8 - latencies.length + flood.lost;
  return [
    { name: `web hook → subscriber, p99 ms at ${PER_SECOND}/s`, reached: p99, atMost: 100 },
    { name: "events that did not come", reached: lost, atMost: 0 },
  ];
}

/**
 * Pushes as fast as possible while a client follows the branch; returns how many events did not
 * arrive.
 */
async function pushFlood(
  url: string,
  door: WebHookDoor,
  restaurant: Restaurant,
  orders: number,
): Promise<{ readonly lost: number }> {
  const flood = newsOf(await restaurant.takeOrders(orders));
  // Starts from a cursor, because updates may come before a follower's subscription is under way.
  const variables = { branchId: restaurant.branchId, after: await restaurant.cursor() };
  const operations = [{ query: FOLLOW, variables }];
  const authorization = `Bearer ${ADMIN_API_KEY}`;
  const follower = await Crowd.open({ url, count: 1, authorization, operations });
  let takenMs = 0;
  let taken = 0;
  const { ms, came } = await follower.timeUncounted(async () => {
    const startedAt = performance.now();
    taken = await door.pushAll(flood, FLOOD_MS);
    takenMs = performance.now() - startedAt;
    return taken;
  }, PATIENCE_MS);
  await follower.stop();
  const perSecond = (events: number, within: number) => ((events * 1_000) / within).toFixed(0);
  console.log(
    `${taken} of ${flood.length} web hooks (${orders} orders × 8): ${perSecond(taken, takenMs)}/s taken, ` +
      `${perSecond(came, ms)} events/s stored and delivered`,
  );
  return { lost: taken - came };
}

/**
 * How long each update takes from the call until the client that tracks the order has it, in
 * milliseconds.
 */
async function pace(
  url: string,
  door: WebHookDoor,
  restaurant: Restaurant,
  orders: string[],
): Promise<number[]> {
  const news = newsOf(orders);
  const calledAt = new Map<string, number>();
  const latencies: number[] = [];
  const trackers = await trackAll(url, restaurant, orders, (order) => {
    const startedAt = calledAt.get(order);
    if (startedAt !== undefined) latencies.push(performance.now() - startedAt);
  });
  const startedAt = performance.now();
  const calls: Promise<void>[] = [];
  for (const [index, { order, status }] of news.entries()) {
    const dueMs = startedAt + (index * 1_000) / PER_SECOND - performance.now();
    if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
    calledAt.set(order, performance.now());
    calls.push(door.push(order, status));
  }
  await Promise.all(calls);
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (latencies.length < news.length && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const tracker of trackers) tracker.terminate();
  return latencies;
}

/**
 * Resolves when the current status of every order has arrived; @param told is called with each
 * order's later updates
 */
async function trackAll(
  url: string,
  restaurant: Restaurant,
  orders: readonly string[],
  told: (order: string) => void,
): Promise<WebSocket[]> {
  const groups = Array.from(
    { length: Math.ceil(orders.length / OPERATIONS_PER_SOCKET) },
    (_, group) => orders.slice(group * OPERATIONS_PER_SOCKET, (group + 1) * OPERATIONS_PER_SOCKET),
  );
  return Promise.all(
    groups.map(
      (group) =>
        new Promise<WebSocket>((resolve, reject) => {
          const socket = new WebSocket(url, ["graphql-transport-ws"]);
          const greeted = new Set<string>();
          socket.once("error", reject);
          socket.once("open", () => socket.send('{"type":"connection_init"}'));
          socket.on("message", (message: Buffer) => {
            const { type, id = "" } = JSON.parse(message.toString()) as {
              type: string;
              id?: string;
            };
            if (type === "connection_ack")
              group.forEach((order) => socket.send(subscribe(restaurant, order)));
            else if (greeted.has(id)) told(id);
            else if (greeted.add(id).size === group.length) resolve(socket);
          });
        }),
    ),
  );
}

function subscribe(restaurant: Restaurant, order: string): string {
  const payload = { query: TRACK, variables: { token: restaurant.trackingToken(order) } };
  return JSON.stringify({ id: order, type: "subscribe", payload });
}
