import { WebSocket } from "ws";

import { type ClientOptions } from "../../packages/client/src/client-options";
import { createClient } from "../../packages/client/src/create-client";
import { type TrackedEvent } from "../../packages/client/src/operations";
import { type Connection, type TrackOptions } from "../../packages/client/src/order-follower";
import { FlakyProxy } from "../support/flaky-proxy";
import { customerToken, RunningGateway } from "../support/running-gateway";
import { type Storefront } from "../support/storefront";

const TIMELINE = `query ($token: String!) { trackedOrder(token: $token) { timeline(first: 100) { nodes { cursor } } } }`;

/** As behind a proxy that does not support sockets. */
class BlockedSocket extends WebSocket {
  constructor(_url: string, protocol: string) {
    super("ws://127.0.0.1:1", protocol);
  }
}

/** As behind a proxy that lets no streams through either. */
const withoutStreams: typeof fetch = async (url, init) => {
  const accept = new Headers(init?.headers).get("accept");
  return accept === "text/event-stream"
    ? new Response("<h1>No</h1>", { status: 502 })
    : fetch(url, init);
};

describe("the client's order tracking", () => {
  let gateway: RunningGateway;
  let network: FlakyProxy;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start({ SANDBOX_SPEED: "15" });
    network = await FlakyProxy.start(Number(new URL(gateway.gateway.url).port));
    storefront = await gateway.storefront();
  });

  afterAll(async () => {
    await network.stop();
    await gateway.stop();
  });

  function clientWith(options: Partial<ClientOptions> = {}) {
    return createClient({ url: `${network.url}/graphql`, webSocketImpl: WebSocket, ...options });
  }

  async function follow(
    token: string,
    options: Partial<ClientOptions> = {},
    trackOptions: TrackOptions = {},
    onEvent: (event: TrackedEvent) => void = () => undefined,
  ): Promise<TrackedEvent[]> {
    const events: TrackedEvent[] = [];
    for await (const event of clientWith(options).trackOrder(token, trackOptions)) {
      events.push(event);
      onEvent(event);
    }
    return events;
  }

  /** The cursors of the whole history from one cursor on, as in the event store. */
  async function storyFrom(token: string, cursor: string | undefined): Promise<string[]> {
    const { trackedOrder } = await gateway.client.ask<{
      trackedOrder: { timeline: { nodes: { cursor: string }[] } };
    }>(TIMELINE, { token });
    const cursors = trackedOrder.timeline.nodes.map((event) => event.cursor);
    return cursors.slice(cursors.indexOf(cursor ?? ""));
  }

  async function expectWholeStory(token: string, events: readonly TrackedEvent[]): Promise<void> {
    const cursors = events.map(({ cursor }) => cursor);
    const story = await storyFrom(token, cursors[0]);
    expect(cursors.length).toBeGreaterThan(5);
    expect(cursors).toEqual(story.slice(0, cursors.length));
    expect(events.at(-1)).toMatchObject({ __typename: "OrderStatusEvent", to: "CLOSED" });
  }

  /** The error with which the tracking ends. */
  function failureOf(work: Promise<unknown>): Promise<unknown> {
    return work.then(
      () => "no failure",
      (error: unknown) => error,
    );
  }

  const waysThrough: [string, Partial<ClientOptions>][] = [
    ["over a socket", {}],
    ["over an event stream where sockets are blocked", { webSocketImpl: BlockedSocket }],
    [
      "by asking where streams are blocked, too",
      { webSocketImpl: BlockedSocket, fetch: withoutStreams },
    ],
  ];

  it.each(waysThrough)(
    "works %s, without gaps or repeats, though the connection drops after every event",
    async (_, options) => {
      const { trackingToken } = await storefront.order();
      const connections: Connection[] = [];
      const onConnection = (connection: Connection) => connections.push(connection);
      const events = await follow(trackingToken, options, { onConnection }, () => network.drop());
      await expectWholeStory(trackingToken, events);
      expect(connections.slice(0, 2)).toEqual(["connecting", "live"]);
    },
  );

  it("survives an outage, and is live again afterwards", async () => {
    const { trackingToken } = await storefront.order();
    const connections: Connection[] = [];
    const onConnection = (connection: Connection) => connections.push(connection);
    let hadOutage = false;
    const events = await follow(trackingToken, {}, { onConnection }, () => {
      if (hadOutage) return;
      hadOutage = true;
      network.cut();
      setTimeout(() => network.restore(), 1_000);
    });
    await expectWholeStory(trackingToken, events);
    expect(connections).toEqual(["connecting", "live", "connecting", "live"]);
  });

  it("resumes from a cursor with exactly what came after it, and ends immediately if that was the end", async () => {
    const { trackingToken } = await storefront.order();
    const events = await follow(trackingToken);
    for (const [index, { cursor }] of events.entries()) {
      const rest = await follow(trackingToken, {}, { after: cursor });
      const story = await storyFrom(trackingToken, cursor);
      expect(rest.map((event) => event.cursor)).toEqual(story.slice(1));
      if (index === events.length - 1) expect(rest.length).toBeLessThan(2);
    }
  });

  it("yields the latest status of a closed order, and ends", async () => {
    const { trackingToken } = await storefront.order();
    await follow(trackingToken);
    for (const [, options] of waysThrough) {
      const [newest, ...others] = await follow(trackingToken, options);
      expect(newest).toMatchObject({ to: "CLOSED" });
      expect(others.length).toBeLessThan(2);
    }
  });

  it("stops when told to, and leaves nothing open", async () => {
    const { trackingToken } = await storefront.order();
    const abort = new AbortController();
    const events = await follow(trackingToken, {}, { signal: abort.signal }, () => abort.abort());
    expect(events).toHaveLength(1);
    expect(await follow(trackingToken, {}, { signal: abort.signal })).toEqual([]);
  });

  it("rejects an unknown token, and does not retry", async () => {
    const before = network.connections;
    for (const [, options] of waysThrough) {
      expect(await failureOf(follow("wrong", options))).toMatchObject({
        name: "GatewayError",
        code: "NOT_FOUND",
      });
    }
    expect(await failureOf(follow("wrong", {}, { after: "MS4xLjE" }))).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(network.connections - before).toBeLessThan(8);
  });

  it("rejects an unknown cursor", async () => {
    const { trackingToken } = await storefront.order();
    const failure = await failureOf(follow(trackingToken, {}, { after: "bm90IG91cnM" }));
    expect(failure).toMatchObject({ code: "BAD_USER_INPUT", retryable: false });
  });

  it("rejects an unknown key", async () => {
    const { trackingToken } = await storefront.order();
    for (const [, options] of waysThrough) {
      const failure = await failureOf(
        follow(trackingToken, { ...options, authorization: "Bearer nonsense" }),
      );
      expect(failure).toMatchObject({ code: "UNAUTHENTICATED" });
    }
  });

  it("continues past the expiry of a guest's token, which it renews", async () => {
    const { trackingToken } = await storefront.order();
    await gateway.sandbox.setTill({ speed: 2.5 });
    let tokens = 0;
    const authorization = async () =>
      `Bearer ${await customerToken("+79990000009", ++tokens === 1 ? "5s" : "1h")}`;
    await expectWholeStory(trackingToken, await follow(trackingToken, { authorization }));
    expect(tokens).toBeGreaterThan(1);
    await gateway.sandbox.setTill({ speed: 15 });
  });

  it("uses the reader's language", async () => {
    const { trackingToken } = await storefront.order();
    const [english] = await follow(trackingToken, { locale: "en" });
    expect(english?.summary).toMatch(/^[\x20-\x7e–—’№]+$/);
  });
});
