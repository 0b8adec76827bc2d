import { Client } from "pg";

import { accessibilityFaults } from "../support/accessibility";
import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { faintTexts } from "../support/contrast";
import { eventually } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { faultsAtAnyWidth } from "../support/looks";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const REFRESH = "mutation ($id: ID!) { refreshPosMenu(branchId: $id) { userErrors { code } } }";
const POS_MENU = "query ($branchId: ID!) { posMenu(branchId: $branchId) { refreshedAt } }";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the catalogue in a browser (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
    await page.sees("Кафе на Лесной", ".place");
    await page.browser.resize(1440, 970);
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  it("refreshes iiko's menu, and groups issues by what fixes them", async () => {
    const refreshedAt = async () => {
      const { branchId } = storefront;
      const { posMenu } = await gateway.client.ask<{ posMenu: { refreshedAt: string } }>(
        POS_MENU,
        { branchId },
        ADMIN_KEY,
      );
      return posMenu.refreshedAt;
    };
    const before = await refreshedAt();
    await page.openRoom("catalogue");
    await page.press("Refresh the menu", ".head");
    await eventually(async () => (await refreshedAt()) > before);
    await page.visit("catalogue/issues");
    await page.sees("Different products share the article 00407", ".issue-group");
    await page.picture("console-issues");
  });

  describe("long work", () => {
    let database: Client;

    beforeAll(async () => {
      database = new Client({ connectionString: gateway.database.url });
      await database.connect();
      // Not a lock, because plans wait for one as briefly as guests do.
      await database.query(`
        create table held as select true as is_so;
        create function wait_while_held() returns trigger language plpgsql as $$
          begin
            while exists (select from held) loop perform pg_sleep(0.02); end loop;
            return null;
          end $$;
        create trigger waits after insert or update on product_sizes execute function wait_while_held()`);
    });

    afterAll(() => database?.end());

    it("shows a plan's progress, even to latecomers, and that it is done", async () => {
      await gateway.sandbox.send("PUT", "menu/prices", { article: "01001", price: 330 });
      await page.press("Sync prices", ".head");
      await page.sees("330", "[data-article='01001']");
      await page.press("Apply the plan", ".plan");
      await page.press("Apply the plan", ".ask-once");
      await page.sees("0 of ", "[data-work=APPLY]");
      await page.visit("catalogue/ours");
      await page.sees("0 of ", "[data-work=APPLY]");
      await page.sees("320", "[data-article='01001']");
      expect(await accessibilityFaults(page.browser)).toEqual([]);
      await page.picture("console-work");
      await database.query("delete from held");
      await page.sees("The plan is applied. Products: ", ".banner.t-green");
      await page.sees("330", "[data-article='01001']");
      expect(await page.text("[data-work]")).toBe("");
    });

    it("says that work was interrupted, and what to do", async () => {
      await database.query(
        "update catalogue_works set ended_at = null, told_at = now() - interval '1 minute'",
      );
      await page.visit("catalogue/ours");
      await page.sees("Applying a plan was interrupted.", ".banner.t-amber");
      await page.sees("begin again.", ".banner.t-amber");
      await database.query("delete from catalogue_works");
    });
  });

  it("leaves locked fields alone, and says so beside iiko's price", async () => {
    await page.visit("catalogue/ours");
    await page.press("Lock: Пицца Мишка", ".ours-t");
    await page.press("PRICE", ".ask-once");
    await page.press("Save the locks", ".ask-once");
    await page.sees("price", "[data-article='01001'] button");
    await gateway.sandbox.send("PUT", "menu/prices", { article: "01001", price: 520 });
    await gateway.client.ask(REFRESH, { id: storefront.branchId }, ADMIN_KEY);
    await page.visit("catalogue/iiko?show=differ");
    await page.sees("price: locked", "[data-article='01001']");
    await page.sees("520", "[data-article='01001']");
  });

  it("lists locked fields, and unlocks them there with an undo", async () => {
    await page.visit("catalogue/locks");
    await page.sees("price", "[data-article='01001'] button");
    await page.press("price: Пицца Мишка", ".ours-t");
    await page.press("PRICE", ".ask-once");
    await page.press("Save the locks", ".ask-once");
    await page.sees("Nothing is locked", ".empty");
    await page.press("Undo", ".toast");
    await page.sees("price", "[data-article='01001'] button");
    await page.picture("console-locks");
  });

  it.each([
    ["ru", 1440],
    ["en", 390],
  ])(
    "is accessible in %s, on every tab, at %i pixels and other widths",
    async (language, width) => {
      await page.browser.resize(width);
      await page.browser.evaluate(`localStorage.setItem("console:language", "${language}")`);
      await page.visit("catalogue");
      for (const tab of ["iiko", "ours", "issues", "stop-list", "locks"]) {
        await page.go(`catalogue/${tab}`);
        await page.until(
          `document.querySelector(".catalogue :is(.card table, .issue-group, .empty)") !== null`,
        );
        expect([tab, await faultsAtAnyWidth(page, width)]).toEqual([tab, []]);
      }
      await page.browser.evaluate(`localStorage.setItem("console:language", "en")`);
      await page.browser.resize(1440, 970);
    },
  );

  it.each(["Light", "Dark"])("is readable in the %s theme: every contrast is AA", async (theme) => {
    await page.prefer(theme);
    for (const tab of ["iiko", "ours", "issues", "stop-list", "locks"]) {
      await page.go(`catalogue/${tab}`);
      await page.until(
        `document.querySelector(".catalogue :is(.card table, .issue-group, .empty)") !== null`,
      );
      expect([tab, await page.browser.evaluate(faintTexts(".main"))]).toEqual([tab, []]);
      await page.picture(`console-catalogue-${tab}-${theme}`);
    }
  });

  describe("the keyboard, with a Russian layout", () => {
    const key = (code: string, written: string, shiftKey = false) =>
      page.browser.evaluate(
        `(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { code: "${code}", key: "${written}", shiftKey: ${shiftKey}, bubbles: true, cancelable: true }))`,
      );

    it("opens rooms with two keys, and says what the first one waits for", async () => {
      await page.visit("jobs");
      await page.sees("Кафе на Лесной", ".place");
      await key("KeyG", "п");
      await page.sees("Where to:", "[role=status]");
      await key("KeyC", "с");
      await page.until(`location.pathname === "/console/catalogue"`);
    });

    it("moves from row to row", async () => {
      const here = `document.activeElement.closest("[data-article]")?.dataset.article`;
      await page.until(`document.querySelector(".menu-t [data-article]") !== null`);
      await key("KeyJ", "о");
      expect(await page.browser.evaluate(here)).toBe("00101");
      await key("KeyJ", "о");
      expect(await page.browser.evaluate(here)).toBe("00102");
      await key("KeyK", "л");
      expect(await page.browser.evaluate(here)).toBe("00101");
    });

    it("lists its shortcuts, and stays silent while somebody types", async () => {
      await key("Slash", ",", true);
      await page.sees("Next row", ".keys");
      await page.press("Close", ".ask-once");
      await page.until(`document.querySelector(".ask-once") === null`);
      await key("Slash", ".");
      expect(await page.browser.evaluate("document.activeElement.type")).toBe("search");
      await key("KeyG", "п");
      await key("KeyN", "т");
      expect(await page.browser.evaluate("location.pathname")).toBe("/console/catalogue");
    });
  });

  it("asks once whether to accept a menu that has lost most of its products, and accepts it", async () => {
    await page.go("catalogue/iiko");
    await gateway.sandbox.send("PUT", "restaurant", { menuOf: 50 });
    await page.press("Refresh the menu", ".head");
    await page.sees("50 are left. It waits for your yes", ".banner");
    expect(await page.text(".head [role=alert], .head .note")).toBe("");
    await page.press("Take the new menu…");
    await page.press("Take the new menu", ".ask-once");
    await page.until(`document.querySelector(".banner") === null`);
    await page.sees("50", ".cats");
  });

  it("logs no errors in the browser", () => {
    expect(page.browser.complaints).toEqual([]);
  });
});
