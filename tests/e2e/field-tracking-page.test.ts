import { join } from "node:path";

import { Client } from "pg";

import { clockIn, moveBranch, zoneWhereItIsNoon } from "../support/branch-clock";
import { Browser, CHROMIUM } from "../support/browser";
import { eventually, eventuallyIs } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { CREATE_PATH } from "../support/sandbox-control";
import { ADMIN_KEY } from "../support/settings";
import { type PlacedOrder, type Storefront } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;
/** A folder for screenshots of each state, for anyone who wants to look at them. */
const PICTURES = process.env["TRACKING_PICTURES"];
const REFUSAL = {
  kind: "status",
  status: 400,
  body: { errorDescription: "The till said no" },
} as const;
const BY_HAND = `mutation ($id: ID!) { markOrderEnteredByHand(id: $id, posNumber: "7") { userErrors { code } } }`;
const CANCEL = `mutation ($id: ID!) { cancelOrder(id: $id, reason: "x") { userErrors { code } } }`;
describeWithChromium("what the tracking page says of an order (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let browser: Browser;
  let database: Client;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    database = new Client({ connectionString: gateway.database.url });
    await database.connect();
    await gateway.sandbox.setTill({ paused: true });
    browser = await Browser.start(CHROMIUM ?? "");
    await browser.pretendToBePhone();
  });

  afterAll(async () => {
    await browser?.close();
    await database?.end();
    await gateway?.stop();
  });

  const text = async (id: string) =>
    String(await browser.evaluate(`document.getElementById("${id}")?.textContent ?? ""`));
  const shown = (selector: string) =>
    browser.evaluate(
      `[...document.querySelectorAll("${selector}")].map((one) => one.firstChild.textContent)`,
    );

  const promised = ({ id }: PlacedOrder, at: Date) =>
    database.query("update orders set estimated_at = $2 where id = $1", [id, at]);

  /** Opens the page and waits until it shows this. */
  async function says(token: string, now: RegExp, lang = "ru"): Promise<string> {
    await browser.open("about:blank");
    await browser.open(
      `${gateway.client.url}/examples/tracking?lang=${lang}#${encodeURIComponent(token)}`,
    );
    return eventually(async () => {
      const line = await text("now");
      return now.test(line) ? line : undefined;
    }).catch(async () => {
      throw new Error(`The page says: ${await text("now")} ${await text("fault")}`);
    });
  }

  async function picture(name: string): Promise<void> {
    if (PICTURES === undefined) return;
    await browser.screenshot(join(PICTURES, `${name}.png`));
  }

  async function inTill(change: object = {}): Promise<PlacedOrder> {
    const order = await storefront.order(change);
    await eventually(async () => (await gateway.sandbox.inTill(order.number)).length === 1);
    return order;
  }

  /** An order that is with the staff, or with no one where the branch has no channel. */
  async function refused(): Promise<PlacedOrder> {
    await gateway.sandbox.plan({ path: CREATE_PATH, fault: REFUSAL });
    const order = await storefront.order();
    const over = ["FALLBACK_SENT", "DEAD_LETTERED"];
    await eventually(async () => over.includes(await stateOf(order)));
    return order;
  }

  async function stateOf({ id }: PlacedOrder): Promise<string> {
    const asked = "query ($id: ID!) { order(id: $id) { injection { state } } }";
    type Answer = { order: { injection: { state: string } } };
    return (await gateway.client.ask<Answer>(asked, { id }, ADMIN_KEY)).order.injection.state;
  }

  async function tillSays({ number }: PlacedOrder, status: string): Promise<void> {
    const [order] = await gateway.sandbox.inTill(number);
    await gateway.sandbox.send("POST", `orders/${order?.id}/status`, { status });
  }

  const pickUp = { fulfilment: "PICKUP", address: null };

  it("for a pick-up: that it can be collected, and nothing about a courier", async () => {
    const order = await inTill(pickUp);
    await tillSays(order, "CookingCompleted");
    expect(await says(order.trackingToken, /^Готов/)).toBe("Готов, можно забирать");
    expect(await shown("#steps li")).toEqual([
      ...["Заказ оформлен", "Ресторан принял заказ", "Готовится", "Можно забирать", "Выдан"],
    ]);
    await picture("pick-up-ru");
    expect(await says(order.trackingToken, /^Ready/, "en")).toBe("Ready to collect");
    await tillSays(order, "Closed");
    await eventuallyIs(() => text("now"), "Collected");
    await eventuallyIs(() => text("connection"), "The order is finished");
    await picture("collected-en");
  });

  it("for a delivery: when it is expected, on the restaurant's clock, today or another day", async () => {
    const timeZone = zoneWhereItIsNoon();
    await moveBranch(gateway, storefront.branchId, timeZone);
    try {
      const order = await inTill();
      await tillSays(order, "CookingStarted");
      await says(order.trackingToken, /^Готовится/);
      const today = new Date(Date.now() + 40 * 60_000);
      await isPromised(order, today, `ожидается к ${clockIn(today, timeZone)}`);
      await picture("cooking-ru");
      const tomorrow = new Date(today.getTime() + 86_400_000);
      const day = tomorrow.toLocaleDateString("ru", { day: "numeric", month: "long", timeZone });
      await isPromised(order, tomorrow, `ожидается ${day}`);
      await isPromised(order, tomorrow, ` к ${clockIn(tomorrow, timeZone)}`);
    } finally {
      await moveBranch(gateway, storefront.branchId, "Europe/Moscow");
    }
  });

  it("if it is cancelled: only that, with no time and nothing ticked", async () => {
    const order = await inTill();
    await promised(order, new Date(Date.now() + 40 * 60_000));
    await tillSays(order, "Cancelled");
    expect(await says(order.trackingToken, /^Отменён/)).toBe("Отменён");
    expect(await shown("#steps li")).toEqual([]);
    await eventuallyIs(() => text("connection"), "Больше ничего не изменится");
    await picture("cancelled-ru");
  });

  it("if it was cancelled before it was sent: the same", async () => {
    const order = await refused();
    await gateway.client.ask(CANCEL, { id: order.id }, ADMIN_KEY);
    expect(await says(order.trackingToken, /^Cancelled/, "en")).toBe("Cancelled");
    expect(await shown("#steps li.done")).toEqual([]);
  });

  it("if nobody has it: to call; if the staff have it: that they will call", async () => {
    const order = await refused();
    await says(order.trackingToken, /позвоните, пожалуйста/);
    expect(await shown("#steps li.done")).toEqual(["Заказ оформлен"]);
    await picture("unreached-ru");
    await database.query("update orders set injection_state = 'FALLBACK_SENT' where id = $1", [
      order.id,
    ]);
    await says(order.trackingToken, /they will call you/, "en");
    await picture("with-people-en");
  });

  it("if the staff have entered it: that it is accepted, and no step that nobody will report", async () => {
    const order = await refused();
    await gateway.client.ask(BY_HAND, { id: order.id }, ADMIN_KEY);
    expect(await says(order.trackingToken, /^Ресторан принял/)).toBe("Ресторан принял заказ");
    expect(await shown("#steps li.done")).toEqual(["Заказ оформлен", "Ресторан принял заказ"]);
    expect(await shown("#steps li:not(.done)")).toEqual([]);
    await picture("by-hand-ru");
  });

  it("if it is from another day: which one", async () => {
    const order = await inTill();
    const past = "timestamptz '2026-02-03 14:05:00+03'";
    await tillSays(order, "Closed");
    await says(order.trackingToken, /^Доставлен/);
    await browser.evaluate("sessionStorage.clear()");
    await database.query(
      `update orders set created_at = ${past}, status_changed_at = ${past} where id = $1`,
      [order.id],
    );
    await database.query(`update order_events set at = ${past} where order_id = $1`, [order.id]);
    expect(await says(order.trackingToken, /^Доставлен ·/)).toMatch(
      /^Доставлен · 3 февраля( 2026 г\.)?, 14:05$/,
    );
    await eventually(async () => String(await shown("#steps time")).includes("3 февраля"));
    await picture("another-day-ru");
  });

  it.each(["wrong", "%E0%A4%A", `${"A".repeat(22)}.${"A".repeat(43)}`, "a b"])(
    "for an invalid link: that there is none: %s",
    async (token) => {
      await browser.open("about:blank");
      await browser.open(`${gateway.client.url}/examples/tracking?lang=en#${token}`);
      await eventuallyIs(() => text("fault"), "There is no such order");
      expect(await text("title")).toBe("Order not found");
      expect(await browser.evaluate(`document.getElementById("order").hidden`)).toBe(true);
      expect(await shown("#steps li")).toEqual([]);
      await picture("wrong-en");
    },
  );

  it("keeps no name, phone or address of the guest", async () => {
    const order = await inTill();
    await says(order.trackingToken, /./);
    const kept = String(
      await browser.evaluate("JSON.stringify({ ...sessionStorage, ...localStorage })"),
    );
    expect(kept).toContain(order.number);
    expect(kept).not.toMatch(/Тест Гость|9990000009|Примерск|Тестовая/);
  });

  /** Updates from the till, which promises nothing, may still arrive meanwhile. */
  async function isPromised(order: PlacedOrder, at: Date, words: string): Promise<void> {
    await eventually(async () => {
      await promised(order, at);
      await browser.evaluate(`document.dispatchEvent(new Event("visibilitychange"))`);
      return (await text("now")).includes(words);
    }).catch(async () => {
      throw new Error(`The page says: ${await text("now")}, and not: ${words}`);
    });
  }
});
