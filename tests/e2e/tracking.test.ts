import { customerToken, RunningGateway } from "../support/running-gateway";
import { ADMIN_KEY } from "../support/settings";
import { type PlacedOrder, type Storefront, type TrackedEvent } from "../support/storefront";

const BEGINS = `subscription ($token: String!, $after: EventCursor) {
  trackOrder(token: $token, after: $after) { freshStart ... on OrderStatusEvent { to } }
}`;
const POLLED = `query ($token: String!, $after: EventCursor) {
  trackedOrder(token: $token) {
    timeline(after: $after, first: 1) { nodes { cursor freshStart } pageInfo { hasPreviousPage } }
  }
}`;
const STATUS = `subscription ($orderId: ID!, $after: EventCursor) {
  orderStatusChanged(orderId: $orderId, after: $after) { cursor from to observedBy }
}`;
const TRACKED = `query ($token: String!) {
  trackedOrder(token: $token) { id number status timeline { nodes { cursor summary } pageInfo { endCursor hasNextPage } } }
}`;
const GUEST = { name: "Тест Гость", phone: "+79990000009" };

interface StatusEvent {
  readonly orderStatusChanged: {
    readonly cursor: string;
    readonly from: string | null;
    readonly to: string;
  };
}

function isDelivered({ to }: TrackedEvent): boolean {
  return to === "DELIVERED";
}

describe("tracking", () => {
  let gateway: RunningGateway;
  let storefront: Storefront;
  let delivered: PlacedOrder;
  /** What happened to the order, as seen live. */
  let story: TrackedEvent[];

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    storefront = await gateway.storefront();
    delivered = await storefront.order({ customer: GUEST });
    story = await storefront.follow(delivered.trackingToken, isDelivered);
  });

  afterAll(() => gateway.stop());

  async function statusesOf(
    orderId: string,
    token?: string,
    after?: string,
  ): Promise<StatusEvent["orderStatusChanged"][]> {
    const events: StatusEvent["orderStatusChanged"][] = [];
    for await (const { data, errors } of gateway.client.subscribe<StatusEvent>(
      STATUS,
      { orderId, after },
      token,
    )) {
      if (errors) throw Object.assign(new Error("refused"), { code: errors[0]?.extensions?.code });
      events.push(data.orderStatusChanged);
      if (data.orderStatusChanged.to === "DELIVERED") break;
    }
    return events;
  }

  /** The code with which a subscription is refused, in whichever way it is reported. */
  async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (Array.isArray(error))
      return (error as { extensions?: { code?: string } }[])[0]?.extensions?.code;
    return (error as { code?: string } | undefined)?.code;
  }

  it("shows a signed-in guest each status of their order, in order, until it is delivered", async () => {
    const { id } = await storefront.order({ customer: GUEST });
    const events = await statusesOf(id, await customerToken(GUEST.phone));
    expect(events.at(-1)?.to).toBe("DELIVERED");
    for (const [index, event] of events.entries()) {
      if (index > 0) expect(event.from).toBe(events[index - 1]!.to);
    }
  });

  it("resumes after any cursor without a gap or a repeat", async () => {
    for (const [index, { cursor }] of story.slice(0, -1).entries()) {
      const rest = await storefront.follow(delivered.trackingToken, isDelivered, cursor);
      expect(rest.map(({ id }) => id)).toEqual(story.slice(index + 1).map(({ id }) => id));
    }
  });

  it("starts with the newest status when no cursor is given", async () => {
    const [first] = await storefront.follow(delivered.trackingToken, () => true);
    expect(["DELIVERED", "CLOSED"]).toContain(first?.to);
  });

  it("with a cursor of events that are lost starts afresh, and says so", async () => {
    const [sequence, position] = Buffer.from(story[2]!.cursor, "base64url").toString().split(".");
    const after = Buffer.from(`${sequence}.${position}.${"0".repeat(32)}`).toString("base64url");
    const begins: object[] = [];
    for await (const { data } of gateway.client.subscribe(BEGINS, {
      token: delivered.trackingToken,
      after,
    })) {
      begins.push(data!);
      break;
    }
    expect(begins).toMatchObject([
      { trackOrder: { freshStart: true, to: expect.stringMatching(/DELIVERED|CLOSED/) as string } },
    ]);
    const { trackedOrder } = await gateway.client.ask<{ trackedOrder: object }>(POLLED, {
      token: delivered.trackingToken,
      after,
    });
    expect(trackedOrder).toMatchObject({
      timeline: {
        nodes: [{ cursor: story[0]!.cursor, freshStart: false }],
        pageInfo: { hasPreviousPage: false },
      },
    });
  });

  it("links each event of a subscription, and of a page, to the one before", async () => {
    const chain = "nodes { cursor previousCursor }";
    const query = `query ($token: String!, $after: EventCursor) { trackedOrder(token: $token) {
      all: timeline { ${chain} } rest: timeline(after: $after) { ${chain} } } }`;
    const variables = { token: delivered.trackingToken, after: story[2]!.cursor };
    type Page = { nodes: { cursor: string; previousCursor: string | null }[] };
    const { trackedOrder } = await gateway.client.ask<{ trackedOrder: { all: Page; rest: Page } }>(
      query,
      variables,
    );
    const cursors = trackedOrder.all.nodes.map(({ cursor }) => cursor);
    const previous = ({ nodes }: Page) => nodes.map(({ previousCursor }) => previousCursor);
    expect(previous(trackedOrder.all)).toEqual([null, ...cursors.slice(0, -1)]);
    expect(previous(trackedOrder.rest)).toEqual(
      cursors.slice(cursors.indexOf(variables.after), -1),
    );
    const told: unknown[] = [];
    for await (const { data } of gateway.client.subscribe(
      `subscription ($token: String!, $after: EventCursor) {
        trackOrder(token: $token, after: $after) { previousCursor } }`,
      variables,
    )) {
      const event = data as { trackOrder: { previousCursor: string } };
      told.push(event.trackOrder.previousCursor);
      if (told.length === previous(trackedOrder.rest).length) break;
    }
    expect(told).toEqual(previous(trackedOrder.rest));
  });

  it("hides an order from another guest, who cannot distinguish it from one that never existed", async () => {
    const stranger = await customerToken("+79990000010");
    expect(await refusalOf(statusesOf(delivered.id, stranger))).toBe("NOT_FOUND");
    expect(await refusalOf(statusesOf("3f6f3a4e-7c11-4a58-9d0a-6c0e8f3f1b52", stranger))).toBe(
      "NOT_FOUND",
    );
    const { order } = await gateway.client.ask<{ order: unknown }>(
      "query ($id: ID!) { order(id: $id) { id } }",
      { id: delivered.id },
      stranger,
    );
    expect(order).toBeNull();
  });

  it("is closed to anyone who is not signed in", async () => {
    expect(await refusalOf(statusesOf(delivered.id))).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    const { errors } = await gateway.client.query("query ($id: ID!) { order(id: $id) { id } }", {
      id: delivered.id,
    });
    expect(errors?.[0]?.extensions?.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
  });

  it("is open to operators", async () => {
    const events = await statusesOf((await storefront.order()).id, ADMIN_KEY);
    expect(events.at(-1)?.to).toBe("DELIVERED");
  });

  it("refuses a cursor that is not one of ours", async () => {
    const token = await customerToken(GUEST.phone);
    expect(await refusalOf(statusesOf(delivered.id, token, "bm90IG91cnM"))).toBe("BAD_USER_INPUT");
  });

  it("by token shows the order and its history, but not what only operators may see", async () => {
    const { trackedOrder } = await gateway.client.ask<{
      trackedOrder: {
        id: string;
        timeline: { nodes: { summary: string }[]; pageInfo: { hasNextPage: boolean } };
      };
    }>(TRACKED, { token: delivered.trackingToken });
    expect(trackedOrder.id).toBe(delivered.id);
    expect(trackedOrder.timeline.nodes.length).toBeGreaterThan(5);
    const { errors } = await gateway.client.query(
      "query ($token: String!) { trackedOrder(token: $token) { injection { attempts { number } } } }",
      { token: delivered.trackingToken },
    );
    expect(errors?.[0]?.extensions?.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
  });

  it("by a forged token shows nothing", async () => {
    const other = await storefront.order();
    const [id] = delivered.trackingToken.split(".");
    const [, mac] = other.trackingToken.split(".");
    for (const token of [
      "",
      delivered.number,
      delivered.id,
      `${id}.${mac}`,
      `${id}.${"A".repeat(43)}`,
    ]) {
      expect(
        (await gateway.client.ask<{ trackedOrder: unknown }>(TRACKED, { token })).trackedOrder,
      ).toBeNull();
      expect(await refusalOf(storefront.follow(token, () => true))).toBe("NOT_FOUND");
    }
  });
});
