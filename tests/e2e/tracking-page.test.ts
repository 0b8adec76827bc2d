import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Browser, CHROMIUM } from "../support/browser";
import { eventually, eventuallyIs } from "../support/eventually";
import { FlakyProxy } from "../support/flaky-proxy";
import { KillableGateway } from "../support/killable-gateway";

const TIMELINE = `query ($token: String!) {
  trackedOrder(token: $token) { timeline(first: 100) { nodes { id ... on OrderStatusEvent { to } } } }
}`;

interface Timeline {
  readonly trackedOrder: {
    readonly timeline: { readonly nodes: readonly { readonly id: string; to?: string }[] };
  };
}

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the tracking page in a browser (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let network: FlakyProxy;
  let browser: Browser;
  let pictures: string;

  beforeAll(async () => {
    pictures = mkdtempSync(join(tmpdir(), "tracking-pictures-"));
    gateway = await KillableGateway.start();
    await gateway.storefront();
    await gateway.sandbox.setTill({ paused: true });
    network = await FlakyProxy.start(gateway.port);
    browser = await Browser.start(CHROMIUM ?? "");
    await browser.pretendToBePhone();
  });

  afterAll(async () => {
    await browser?.close();
    await network?.stop();
    await gateway?.stop();
    rmSync(pictures, { recursive: true, force: true });
  });

  const text = async (id: string) =>
    String(await browser.evaluate(`document.getElementById("${id}")?.textContent ?? ""`));
  /** The events that the page keeps, in the order in which they arrived. */
  const kept = async () =>
    (await browser.evaluate(
      `JSON.parse(sessionStorage.getItem(decodeURIComponent(location.hash.slice(1))) ?? "[]")`,
    )) as { id: string; to?: string }[];
  const step = async () =>
    String(
      await browser.evaluate(
        `document.querySelector("[aria-current]")?.firstChild.textContent ?? ""`,
      ),
    );

  async function seen(name: string): Promise<void> {
    await eventuallyIs(() => step(), name);
    await browser.screenshot(join(pictures, `${name}.png`));
  }

  async function tillSays(status: string): Promise<void> {
    const order = await eventually(async () =>
      (await gateway.sandbox.orders()).find((each) => each.status !== null),
    );
    await gateway.sandbox.send("POST", `orders/${order.id}/status`, { status });
  }

  it("offers a demo order when there is none", async () => {
    await browser.open(`${network.url}/examples/tracking?lang=en`);
    await eventuallyIs(() => text("demo"), "Place a demo order");
    expect(await text("title")).toBe("Your order");
  });

  it("shows each status live, across a reload and an outage, without repeating anything", async () => {
    await browser.evaluate(`document.getElementById("demo").click()`);
    await seen("Accepted by the restaurant");
    await eventuallyIs(() => text("connection"), "Live");
    await tillSays("CookingStarted");
    await seen("Cooking");

    const beforeReload = await kept();
    await browser.evaluate("location.reload()");
    await eventuallyIs(() => text("connection"), "Live");
    expect((await kept()).slice(0, beforeReload.length)).toEqual(beforeReload);
    await tillSays("CookingCompleted");
    await seen("Ready");

    network.cut();
    await eventuallyIs(() => text("connection"), "Connecting…");
    const beforeOutage = await kept();
    const token = decodeURIComponent(String(await browser.evaluate("location.hash.slice(1)")));
    await tillSays("OnWay");
    await eventually(async () => (await timeline(token)).some(({ to }) => to === "ON_THE_WAY"));
    expect(await kept()).toEqual(beforeOutage);
    network.restore();
    await seen("On the way");
    expect(await text("now")).toMatch(/^On the way/);
    await tillSays("Delivered");
    await seen("Delivered");
    await tillSays("Closed");
    await eventuallyIs(() => text("connection"), "The order is finished");

    const events = await kept();
    const story = (await timeline(token)).map(({ id }) => id);
    const told = events.map(({ id }) => id);
    expect(told).toEqual(story.slice(story.indexOf(told[0] ?? "")).slice(0, told.length));
    expect(events.at(-1)?.to).toBe("CLOSED");
  });

  it("says when there is no such order, in Russian too", async () => {
    await browser.open(`${network.url}/examples/tracking?lang=ru#wrong`);
    await eventuallyIs(() => text("fault"), "Такого заказа нет");
  });

  it("loads nothing from other hosts and violates no policy", () => {
    const hosts = browser.requested
      .filter((url) => !url.startsWith("data:"))
      .map((url) => new URL(url).host);
    expect([...new Set(hosts)]).toEqual([new URL(network.url).host]);
    // While the network is away, failed requests are the only thing that a browser may complain
    // about.
    expect(
      browser.complaints.filter(
        (complaint) => !/net::ERR_|Failed to load resource/.test(complaint),
      ),
    ).toEqual([]);
  });

  async function timeline(token: string) {
    const { trackedOrder } = await gateway.client.ask<Timeline>(TIMELINE, { token });
    return trackedOrder.timeline.nodes;
  }
});
