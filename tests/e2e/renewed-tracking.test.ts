import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const TRACKED = "query ($token: String!) { trackedOrder(token: $token) { id } }";
const TRACK = "subscription ($token: String!) { trackOrder(token: $token) { id } }";
const RENEW =
  "mutation ($id: ID!) { renewTrackingToken(id: $id) { order { id } trackingToken userErrors { code } } }";

describe("A tracking token that was renewed", () => {
  let gateway: RunningGateway;
  let storefront: Storefront;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    storefront = await gateway.storefront();
  });
  afterAll(() => gateway.stop());

  interface Renewed {
    readonly renewTrackingToken: {
      readonly trackingToken: string;
      readonly userErrors: readonly object[];
    };
  }
  const renew = async (id: string) =>
    (await gateway.client.ask<Renewed>(RENEW, { id }, ADMIN_KEY)).renewTrackingToken;
  const tracked = async (token: string) =>
    (await gateway.client.ask<{ trackedOrder: { id: string } | null }>(TRACKED, { token }))
      .trackedOrder?.id ?? null;

  it("no longer opens anything; only the new one opens its order", async () => {
    const [one, other] = [await storefront.order(), await storefront.order()];
    expect(await tracked(one.trackingToken)).toBe(one.id);
    const { trackingToken, userErrors } = await renew(one.id);
    expect(userErrors).toEqual([]);
    expect(await tracked(one.trackingToken)).toBeNull();
    expect(await tracked(trackingToken)).toBe(one.id);
    expect(await tracked(other.trackingToken)).toBe(other.id);
    const second = (await renew(one.id)).trackingToken;
    expect([await tracked(trackingToken), await tracked(second)]).toEqual([null, one.id]);
  });

  it("ends the subscriptions opened with it, but none opened with the new one", async () => {
    const order = await storefront.order();
    const old = follow(order.trackingToken);
    await eventually(() => old.seen.length > 0);
    const { trackingToken } = await renew(order.id);
    await old.ended;
    const heard = old.seen.length;
    const now = follow(trackingToken);
    await eventually(() => now.seen.length > 2);
    expect(old.seen).toHaveLength(heard);
    await now.stop();
  });

  function follow(token: string) {
    const seen: unknown[] = [];
    const stream = gateway.client.subscribe(TRACK, { token });
    const ended = (async () => {
      for await (const { data } of stream) seen.push(data);
    })();
    return { seen, ended, stop: () => stream.return?.(undefined) };
  }
});
