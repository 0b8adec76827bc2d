import { join } from "node:path";

import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/running-gateway";
import { CREATE_PATH } from "../support/sandbox-control";
import { type Storefront } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;
const REFUSED = { kind: "status", status: 400, body: {} } as const;

describeWithChromium("the console (skipped where there is no Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    page = await ConsolePage.open(gateway.client.url);
    await page.prefer("Русский");
    await page.signIn(ADMIN_KEY);
    await page.sees("Кафе на Лесной", ".place");
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  /** A folder for pictures, where somebody wants to look at them. */
  const picture = async (name: string) => {
    const folder = process.env["TRACKING_PICTURES"];
    if (folder !== undefined) await page.browser.screenshot(join(folder, `${name}.png`));
  };

  const open = async (task: string) => {
    const tabs = `document.querySelectorAll(".graphiql-tab-button").length`;
    await page.until(`document.querySelector('[data-task="${task}"]:enabled') !== null`);
    const before = Number(await page.browser.evaluate(tabs));
    await page.browser.evaluate(`document.querySelector('[data-task="${task}"]').click()`);
    await page.until(`${tabs} > ${before}`);
    return page.editorText("variables.json");
  };

  describe("keeps what waits for a person in sight, and", () => {
    let dead: string;

    beforeAll(async () => {
      await gateway.sandbox.plan({ path: CREATE_PATH, fault: REFUSED });
      const order = await storefront.order({
        comment: "Домофон не работает",
        customer: { name: "Мария", phone: "+7 999 000-12-34" },
        address: {
          city: "Примерск",
          street: "Садовая",
          house: "12",
          flat: "7",
          comment: "со двора",
        },
        payment: { method: "CASH", changeFrom: "5000" },
      });
      dead = order.number;
    });

    it("shows it above any number of newer orders", async () => {
      for (let count = 0; count < 5; count++) await storefront.order();
      await page.openRoom("orders");
      await page.sees("Ждут человека: 1", ".panel .note");
      await page.sees("Ни у кого нет", `.list tbody tr:first-child[data-order="${dead}"]`);
      await picture("console-board-ru");
    });

    it("shows all that is needed to enter it at the till", async () => {
      await page.press(dead, ".list");
      await page.sees("Мария", ".ticket");
      const ticket = (await page.text(".ticket")).replace(/\s/g, " ");
      for (const text of ["Мария +79990001234", "Садовая", "кв. 7", "со двора", "как можно скорее"])
        expect(ticket).toContain(text);
      for (const text of [
        "Домофон не работает",
        "Большая",
        "Итого",
        "взять 1 000 ₽",
        "с 5 000 ₽, сдача 4 000 ₽",
      ])
        expect(ticket).toContain(text);
      const line = await page.text(".ticket .list tr:first-child");
      expect(line).toMatch(/1 ×.+\d{3,}/);
      await page.sees("Внесён вручную", ".actions");
      await page.sees("Гость видит", ".panel");
      await picture("console-order-ru");
    });

    it("says no more that it is to be entered once the till has it", async () => {
      await page.press("Отправить снова", ".actions");
      await page.press("Да: отправить снова", ".asked");
      await page.sees("На кассе", ".panel .badge");
      await page.until(
        `document.querySelector(".actions")?.textContent.includes("Внесён вручную") === false`,
      );
      expect(await page.text(".panel .note")).not.toMatch(/внесите|вручную/i);
      expect(await page.text(".actions")).not.toMatch(/Отправить снова|Внесён/);
      await page.press("← Все заказы");
      await page.until(
        `![...document.querySelectorAll(".panel .note")].some((one) => one.textContent.includes("Ждут"))`,
      );
    });
  });

  describe("fills in nothing that could", () => {
    it("change a branch that is connected while another one is being connected", async () => {
      await page.visit("api");
      await page.openPanel("Задачи");
      const { branch } = await gateway.client.ask<{
        branch: { settings: Record<string, unknown> };
      }>(
        "query ($id: ID!) { branch(id: $id) { settings { organizationId terminalGroupId externalMenuId } } }",
        { id: storefront.branchId },
        ADMIN_KEY,
      );
      const variables = await open("setUpBranch");
      const known = [
        storefront.branchId,
        ...Object.values(branch.settings).filter((id) => typeof id === "string"),
      ];
      for (const id of known) expect(variables).not.toContain(id);
    });

    it("switch a promotion off for good, or name a guest", async () => {
      const create = `mutation ($id: ID!) {
        createPromotion(input: { name: "x", kind: PERCENT, percent: 5, branchIds: [$id] }) { promotion { id } }
      }`;
      await gateway.client.ask(create, { id: storefront.branchId }, ADMIN_KEY);
      expect(JSON.parse(await open("promotions"))).toMatchObject({ promotionId: "" });
      expect(JSON.parse(await open("guestPoints"))).toMatchObject({ phone: "" });
    });
  });

  describe("says of prices and menus", () => {
    const PRICES = `mutation ($input: SyncPricesInput!) {
      syncPrices(input: $input) { plan { posMenuReadAt summary { update } } userErrors { code message } }
    }`;

    interface Synced {
      readonly syncPrices: {
        readonly plan: { readonly posMenuReadAt: string } | null;
        readonly userErrors: readonly { readonly code: string }[];
      };
    }

    const sync = (refresh: boolean) =>
      gateway.client.ask<Synced>(
        PRICES,
        { input: { branchId: storefront.branchId, refresh } },
        ADMIN_KEY,
      );

    it("when the menu was read that a plan compares, reading it first where it is asked to", async () => {
      const old = (await sync(false)).syncPrices.plan?.posMenuReadAt ?? "";
      expect((await sync(false)).syncPrices.plan?.posMenuReadAt).toBe(old);
      const fresh = (await sync(true)).syncPrices.plan?.posMenuReadAt ?? "";
      expect(new Date(fresh).getTime()).toBeGreaterThan(new Date(old).getTime());
      await page.openRoom("catalogue");
      await page.press("Показать, что изменится", ".panel");
      await page.sees("План синхронизации цен", ".panel h2");
      await page.sees("Меню iiko на", ".panel");
      await picture("console-prices-ru");
      await page.press("← К каталогу");
    });

    it("that they fit only where a menu was read", async () => {
      const create = `mutation { createBranch(input: { name: "Без меню", timeZone: "Europe/Moscow" }) { branch { id } } }`;
      await gateway.client.ask(create, {}, ADMIN_KEY);
      await page.visit();
      await page.openRoom("catalogue");
      await page.choose(".head label select", "Без меню");
      await page.sees("Сравнивать не с чем", ".panel .note");
      expect(await page.text(".panel .note")).not.toContain("сходятся");
    });
  });
});
