import { readFileSync } from "node:fs";

import { moveBranch, zoneWhereItIsNoon } from "../support/branch-clock";
import { CHROMIUM } from "../support/browser";
import { type ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { faultsAtAnyWidth } from "../support/looks";
import { operatorInBrowser } from "../support/operator-in-browser";
import { CREATE_PATH } from "../support/sandbox-control";
import { type PlacedOrder, type Storefront } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;
const REFUSED = { kind: "status", status: 400, body: {} } as const;

describeWithChromium("the order rooms (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let olga: ConsolePage;
  let stuck: PlacedOrder;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    await moveBranch(gateway, storefront.branchId, zoneWhereItIsNoon());
    await gateway.sandbox.plan({ path: CREATE_PATH, times: 0, fault: REFUSED });
    stuck = await storefront.order({
      comment: "Домофон не работает",
      customer: { name: "Марина Соколова", phone: "+79000001234" },
      address: { street: "Печная", house: "18", flat: "42" },
      payment: { method: "CASH", changeFrom: "5000" },
    });
    olga = await operatorInBrowser(gateway, storefront.branchId, "Ольга");
  });

  afterAll(async () => {
    await olga?.browser.close();
    await gateway?.stop();
  });

  const rows = (page: ConsolePage) => page.text(".tbl.orders [data-order] td:first-child");

  it("show first what waits for the staff, and on its page all that is needed to enter it", async () => {
    await olga.visit("orders?show=waiting");
    await olga.sees("Ни у кого нет", `[data-order="${stuck.number}"]`);
    await olga.visit(`orders/${stuck.number}`);
    for (const text of ["Марина Соколова", "+7 900 000-12-34", "Печная", "Домофон не работает"])
      await olga.sees(text, ".ticket .facts");
    await olga.sees("К оплате", ".totals");
    await olga.sees("сдача", ".totals");
    await olga.sees("iiko отказала", ".attempts");
    expect(await olga.text(".printed")).toContain(stuck.number);
    await olga.until(`document.querySelector(".items .tick").click() ?? true`);
    await olga.sees("Внесено 1 из", ".ticked");
  });

  it.each([
    ["its number", () => stuck.number],
    ["the whole phone", () => "8 900 000-12-34"],
    ["the last digits of the phone", () => "12-34"],
    ["the beginning of the name", () => "марина с"],
  ])("find an order by %s, and keep the search in the address", async (_, typed) => {
    await olga.visit("orders");
    await olga.fill(".top .find input", typed());
    await olga.until(`document.forms[0].requestSubmit(), location.search.includes("q=")`);
    await olga.until(`document.querySelectorAll(".tbl.orders [data-order]").length === 1`);
    expect(await rows(olga)).toBe(stuck.number);
    await olga.browser.evaluate("location.reload()");
    await olga.until(`document.querySelectorAll(".tbl.orders [data-order]").length === 1`);
  });

  it("show an order beside the list where there is room, and keep it in the address", async () => {
    await olga.browser.resize(1440);
    await olga.visit("orders?show=delivery");
    await olga.until(`document.querySelector(".tbl.orders a").click() ?? true`);
    await olga.sees("Целиком", ".side");
    expect(await olga.browser.evaluate("location.search")).toContain("open=");
    await olga.picture("console-orders-1440");
  });

  it("cancel an order with a reason after a confirmation that names it, and keep it if declined", async () => {
    await gateway.sandbox.setTill({ paused: true });
    const { number } = await storefront.order();
    await olga.visit(`orders/${number}`);
    await olga.press("Отменить заказ…");
    await olga.press("Оставить заказ", ".ask-once");
    await olga.press("Отменить заказ…");
    await olga.sees(`Отменить № ${number}?`, ".ask-once");
    await olga.press("Отменить заказ", ".ask-once");
    await olga.sees("Отменён", ".head .badge");
    await olga.sees("Гость передумал", "main");
    await gateway.sandbox.setTill({ paused: false });
  });

  it("match the words of the Russian guide", async () => {
    const guide = readFileSync("docs/nastroika-iiko.md", "utf8").replace(/\s+/g, " ");
    const [, steps = ""] = /## Если касса заказ не приняла(.*?)## /.exec(`${guide} ## `) ?? [];
    const [, room = ""] = /В консоли:(.*)$/.exec(steps) ?? [];
    const [chip = "", , claim = "", field = "", enter = ""] = [...room.matchAll(/«([^»]+)»/g)].map(
      ([, word]) => word ?? "",
    );
    await gateway.sandbox.plan({ path: CREATE_PATH, times: 0, fault: REFUSED });
    const { number } = await storefront.order();
    await olga.visit("orders");
    await olga.until(
      `[...document.querySelectorAll(".chip")].find((one) => one.textContent.startsWith("${chip}"))?.click() ?? true`,
    );
    await olga.sees("Ни у кого нет", `[data-order="${number}"]`);
    await gateway.sandbox.clearFaults();
    await olga.visit(`orders/${number}`);
    await olga.press(claim);
    await olga.sees("за вами", ".claim");
    await olga.sees(field, ".enter-form");
    await olga.fill(".enter-form [name=posNumber]", "77");
    await olga.press(enter, ".enter-form");
    await olga.sees("Внесён вручную", ".head .badge");
  });

  it.each([
    ["ru", 1440],
    ["en", 390],
  ])("are accessible in %s, at %i pixels and other widths", async (language, width) => {
    await olga.browser.resize(width);
    await olga.browser.evaluate(`localStorage.setItem("console:language", "${language}")`);
    await olga.visit("orders");
    for (const room of ["orders", `orders/${stuck.number}`, "money"]) {
      await olga.go(room);
      await olga.until(`document.querySelector(".card") !== null`);
      expect([room, await faultsAtAnyWidth(olga, width)]).toEqual([room, []]);
      await olga.picture(`console-${room.split("/").length > 1 ? "order" : room}-${width}`);
    }
  });

  it("call only the gateway, and log no errors", () => {
    const hosts = olga.browser.requested
      .filter((url) => !/^(data|blob):/.test(url))
      .map((url) => new URL(url).host);
    expect([...new Set(hosts)]).toEqual([new URL(gateway.client.url).host]);
    expect(olga.browser.complaints).toEqual([]);
  });
});
