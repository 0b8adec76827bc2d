import { WebSocket } from "ws";

import { createClient } from "../../packages/client/src/create-client";
import { type TrackedEvent } from "../../packages/client/src/operations";
import { KillableGateway } from "../support/killable-gateway";

const TIMELINE = `query ($token: String!) { trackedOrder(token: $token) { timeline(first: 100) { nodes { id } } } }`;

describe("the client", () => {
  let gateway: KillableGateway;

  beforeAll(async () => {
    gateway = await KillableGateway.start("10");
  });

  afterAll(() => gateway?.stop());

  it("follows an order through a gateway that is killed and restarted, without gaps or repeats", async () => {
    const { trackingToken } = await (await gateway.storefront()).order();
    const client = createClient({ url: `${gateway.client.url}/graphql`, webSocketImpl: WebSocket });
    const events: TrackedEvent[] = [];
    let deaths = 0;
    for await (const event of client.trackOrder(trackingToken)) {
      events.push(event);
      if (deaths++ >= 2) continue;
      await gateway.kill();
      void gateway.revive();
    }
    expect(events.length).toBeGreaterThan(5);
    const { trackedOrder } = await gateway.client.ask<{
      trackedOrder: { timeline: { nodes: { id: string }[] } };
    }>(TIMELINE, { token: trackingToken });
    const story = trackedOrder.timeline.nodes.map(({ id }) => id);
    const told = events.map(({ id }) => id);
    expect(told).toEqual(story.slice(story.indexOf(told[0] ?? "")).slice(0, told.length));
    expect(events.at(-1)).toMatchObject({ to: "CLOSED" });
  });
});
