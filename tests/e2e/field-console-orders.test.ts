import { join } from "node:path";

import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the console (skipped without Chromium)", () => {
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

  /** A folder for screenshots, for anyone who wants to look at them. */
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

  describe("fills in nothing that could", () => {
    it("change a connected branch while another one is being connected", async () => {
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

    it("end a promotion for good, or name a guest", async () => {
      const create = `mutation ($id: ID!) {
        createPromotion(input: { name: "x", kind: PERCENT, percent: 5, branchIds: [$id] }) { promotion { id } }
      }`;
      await gateway.client.ask(create, { id: storefront.branchId }, ADMIN_KEY);
      expect(JSON.parse(await open("promotions"))).toMatchObject({ promotionId: "" });
      expect(JSON.parse(await open("guestPoints"))).toMatchObject({ phone: "" });
    });
  });

  describe("says about prices and menus", () => {
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

    it("when the menu that a plan compares was read, reading it first if asked to", async () => {
      const old = (await sync(false)).syncPrices.plan?.posMenuReadAt ?? "";
      expect((await sync(false)).syncPrices.plan?.posMenuReadAt).toBe(old);
      const fresh = (await sync(true)).syncPrices.plan?.posMenuReadAt ?? "";
      expect(new Date(fresh).getTime()).toBeGreaterThan(new Date(old).getTime());
      await page.openRoom("catalogue");
      await page.press("Сверить цены", ".head");
      await page.sees("План сверки цен", "h2");
      await page.sees("цены iiko на", ".catalogue");
      await picture("console-prices-ru");
      await page.press("← К каталогу");
    });

    it("that they match only if a menu was read", async () => {
      const create = `mutation { createBranch(input: { name: "Без меню", timeZone: "Europe/Moscow" }) { branch { id } } }`;
      await gateway.client.ask(create, {}, ADMIN_KEY);
      await page.visit();
      await page.openRoom("catalogue");
      await page.choose(".head label select", "Без меню");
      await page.sees("Меню iiko ещё не читали", ".empty");
      await page.until(`document.querySelector(".tabs a[href*='issues']").click() ?? true`);
      await page.sees("Сравнивать не с чем", ".empty");
      expect(await page.text(".catalogue")).not.toContain("сходятся");
    });
  });
});
