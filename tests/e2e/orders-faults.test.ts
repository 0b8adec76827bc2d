import { eventually } from "../support/eventually";
import { about, linkIn } from "../support/messages-about-an-order";
import { RunningGateway } from "../support/running-gateway";
import { CREATE_PATH, type SandboxControl } from "../support/sandbox-control";
import { changeSettings } from "../support/set-up-branch";
import { ADMIN_KEY } from "../support/settings";
import { type PlacedOrder, type Storefront, type TrackedEvent } from "../support/storefront";

const INJECTION = `query ($id: ID!) {
  order(id: $id) { injection { state duplicatesPrevented attempts { number outcome } fallback { kind target sentAt } } }
}`;

const GUEST = { name: "Тест Гость", phone: "+79990000009" };

describe("when iiko fails", () => {
  let gateway: RunningGateway;
  let sandbox: SandboxControl;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    sandbox = gateway.sandbox;
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway.stop());

  afterEach(() => sandbox.clearFaults());

  function repeats(...retryDelaysSeconds: number[]): Promise<void> {
    return changeSettings(gateway.client, storefront.branchId, {
      injection: { retryDelaysSeconds },
    });
  }

  function until({ trackingToken }: PlacedOrder, wanted: string): Promise<TrackedEvent[]> {
    // An order is closed soon after it was delivered, and a stream starts with the newest status.
    return storefront.follow(
      trackingToken,
      ({ to, state }) => (to ?? state) === wanted || to === "CLOSED",
    );
  }

  it("an order whose answer is lost is in the till once, and is delivered", async () => {
    await repeats(2, 2);
    await sandbox.plan({ path: CREATE_PATH, fault: { kind: "drop-after" } });
    const order = await storefront.order();
    const events = await until(order, "DELIVERED");
    expect(events.map(({ state }) => state)).toContain("OUTCOME_UNKNOWN");
    expect(await sandbox.inTill(order.number)).toMatchObject([{ createCalls: 1 }]);
  });

  it("an order that is stored but answered with an error page is in the till once", async () => {
    await repeats(0, 0);
    await sandbox.plan({
      path: CREATE_PATH,
      fault: { kind: "html", status: 502, afterWork: true },
    });
    const order = await storefront.order();
    await until(order, "DELIVERED");
    expect(await sandbox.inTill(order.number)).toHaveLength(1);
  });

  it("an order that the till refuses at first is in the till once, under a new id", async () => {
    await repeats(0, 0);
    const fault = {
      kind: "creation-error",
      code: "TerminalGroupDisabled",
      message: "Terminal group is disabled",
    } as const;
    await sandbox.plan({ fault });
    const order = await storefront.order();
    await until(order, "DELIVERED");
    const { order: told } = await gateway.client.ask<{
      order: { injection: { lastError: unknown } };
    }>(
      "query ($id: ID!) { order(id: $id) { injection { lastError { upstreamCode } } } }",
      { id: order.id },
      ADMIN_KEY,
    );
    expect(told.injection.lastError).toBeNull();
    expect(await sandbox.inTill(order.number)).toHaveLength(1);
    expect(
      (await sandbox.orders()).filter(({ externalNumber }) => externalNumber === order.number),
    ).toHaveLength(2);
  });

  it("an order that iiko refuses to accept at all is handed over to the staff, complete, by mail and Telegram", async () => {
    await repeats(0, 0);
    await sandbox.plan({ path: CREATE_PATH, times: 0, fault: { kind: "status", status: 500 } });
    const order = await storefront.order({ customer: GUEST, comment: "Позвонить за час" });
    await until(order, "FALLBACK_SENT");
    const [mail] = await eventually(async () => about(order, await sandbox.mail()));
    const [telegram] = await eventually(async () => about(order, await sandbox.telegram()));
    expect(mail).toMatchObject({ target: "kitchen@demo.example" });
    expect(telegram).toMatchObject({ target: "100200300" });
    for (const { text } of [mail!, telegram!]) {
      for (const part of [
        GUEST.name,
        GUEST.phone,
        "Тестовая",
        `Итого: ${order.total}`,
        "Позвонить за час",
        "арт.",
      ]) {
        expect(text).toContain(part);
      }
      expect(text.match(/^ {4}\+ /gm)).toHaveLength(2);
      expect(text).toContain("ВНИМАНИЕ");
    }
    expect(await sandbox.inTill(order.number)).toEqual([]);
  });

  it("an order of a hundred lines arrives whole, in one mail and in Telegram messages that Telegram accepts", async () => {
    await repeats();
    await sandbox.plan({ path: CREATE_PATH, fault: { kind: "status", status: 400 } });
    const { lines } = (await storefront.input()) as { lines: object[] };
    const comments = Array.from({ length: 100 }, (_, index) => `Строка ${index + 1} из ста`);
    const order = await storefront.order({
      lines: comments.map((comment) => ({ ...lines[0], comment })),
    });
    const [mail] = await eventually(async () => about(order, await sandbox.mail()));
    const parts = await eventually(async () => {
      const texts = (await sandbox.telegram()).map(({ text }) => text);
      const own = texts.slice(texts.findIndex((text) => text.includes(`№ ${order.number} `)));
      return own.at(-1)?.includes("/fallback/") ? own : undefined;
    });
    const marks = (text: string) =>
      [...text.matchAll(/«(Строка \d+ из ста)»/g)].map(([, comment]) => comment);
    expect(marks(mail!.text)).toEqual(comments);
    expect(marks(parts.join("\n"))).toEqual(comments);
    expect(parts.join("\n")).toContain(`Итого: ${order.total}`);
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(4096);
  });

  it("the links in the mail and in the Telegram message work when somebody follows them", async () => {
    await repeats();
    await sandbox.plan({ path: CREATE_PATH, times: 2, fault: { kind: "status", status: 400 } });
    const [entered, retried] = [
      await storefront.order({ customer: GUEST }),
      await storefront.order(),
    ];
    const messagesOf = async (order: PlacedOrder) => {
      const [mail] = await eventually(async () => about(order, await sandbox.mail()));
      const [telegram] = await eventually(async () => about(order, await sandbox.telegram()));
      return { mail: mail!.text, telegram: telegram!.text };
    };
    const { mail } = await messagesOf(entered);
    const byHand = linkIn(mail, entered, "Внесён вручную");
    const page = await fetch(byHand);
    expect(page.headers.get("cache-control")).toBe("no-store");
    const html = await page.text();
    expect(html).toContain(`Заказ № ${entered.number}`);
    expect(html).toContain("<button>");
    expect(html).not.toContain(GUEST.phone.slice(1));
    const answer = await fetch(byHand, {
      method: "POST",
      body: new URLSearchParams({ posNumber: "77" }),
    });
    expect(await answer.text()).toContain("Готово");
    await until(entered, "ENTERED_BY_HAND");
    expect(await (await fetch(byHand, { method: "POST" })).text()).toContain("уже ответили");

    const { telegram } = await messagesOf(retried);
    const again = linkIn(telegram, retried, "Повторить отправку на кассу");
    await fetch(again, { method: "POST" });
    await until(retried, "IN_POS");
    expect(await sandbox.inTill(retried.number)).toHaveLength(1);
    expect(await sandbox.inTill(entered.number)).toEqual([]);
    expect((await fetch(`${again}x`)).status).toBe(404);
  });

  it("operators see every attempt and every staff message", async () => {
    await repeats(0);
    await sandbox.plan({ path: CREATE_PATH, times: 0, fault: { kind: "status", status: 500 } });
    const order = await storefront.order();
    await until(order, "FALLBACK_SENT");
    const look = () =>
      gateway.client.ask<{
        order: { injection: { attempts: object[]; fallback: { sentAt: string | null }[] } };
      }>(INJECTION, { id: order.id }, ADMIN_KEY);
    await eventually(async () =>
      (await look()).order.injection.fallback.every(({ sentAt }) => sentAt !== null),
    );
    const { injection } = (await look()).order;
    expect(injection.attempts).toHaveLength(2);
    expect(injection.fallback).toHaveLength(2);
  });

  it("an order accepted while iiko is down is in the till once when it is up again", async () => {
    await repeats(1, 1, 1, 1, 1, 1, 1, 1);
    await sandbox.plan({ times: 0, fault: { kind: "drop-before" } });
    const orders = await Promise.all([1, 2, 3].map(() => storefront.order()));
    await eventually(async () => (await sandbox.planned())[0]!.struck >= 6);
    await sandbox.clearFaults();
    for (const order of orders) {
      await until(order, "DELIVERED");
      expect(await sandbox.inTill(order.number)).toHaveLength(1);
    }
  });

  it("lost webhooks do not keep an order from being known to be in the till", async () => {
    await sandbox.plan({ times: 0, fault: { kind: "webhook-loss" } });
    const order = await storefront.order();
    const events = await until(order, "IN_POS");
    expect(events.map(({ state }) => state)).toContain("AWAITING_POS");
  });

  it("repeated and out-of-order webhooks show each status once", async () => {
    await sandbox.plan({ times: 3, fault: { kind: "webhook-duplicate" } });
    const order = await storefront.order();
    const events = await until(order, "DELIVERED");
    const statuses = events.flatMap(({ to }) => (to ? [to] : []));
    expect(new Set(statuses).size).toBe(statuses.length);
  });
});
