import { accessibilityFaults } from "../support/accessibility";
import { CHROMIUM } from "../support/browser";
import { fillIn } from "../support/console-form";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/running-gateway";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the console's room of people (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
    await page.until(`document.querySelector(".sign-in") === null`);
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const works = async (key: string) => {
    const asked = gateway.client.query<object>("{ caller { label } }", {}, key);
    return (await asked).data ?? null;
  };

  it("shows a new key this once, then who has it, and ends it for good", async () => {
    await page.openRoom("people");
    await page.press("Make a key", "main");
    await fillIn(page, "For whom", "Olga, evening");
    await page.press("Make it", "[role=dialog]");
    const key = await page.until<string>(`document.querySelector(".secret input")?.value`);
    expect(await works(key)).toEqual({ caller: { label: "Olga, evening" } });
    await page.press("Handed over", "[role=dialog]");
    await page.sees("Operator", '[data-key="Olga, evening"]');
    expect(await page.text("main")).not.toContain(key);

    await page.press("End…", '[data-key="Olga, evening"]');
    await page.press("End the key", "[role=alertdialog]");
    await page.sees("Ended keys: 1", "main");
    expect(await works(key)).toBeNull();
  });

  it.each([1440, 1024, 390])("can be used by all at %i pixels", async (width) => {
    await page.browser.resize(width);
    await page.visit("people");
    await page.sees("Ended keys", "main");
    expect(await accessibilityFaults(page.browser)).toEqual([]);
    const beside = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;
    expect(await page.browser.evaluate(beside)).toBe(0);
  });

  it("hides phones while nobody is at the screen", async () => {
    const away = `document.documentElement.hasAttribute("data-away")`;
    await page.browser.evaluate(`(() => {
      Object.defineProperty(document, "hidden", { value: true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    })()`);
    expect(await page.browser.evaluate(away)).toBe(true);
    await page.browser.evaluate(`(() => {
      delete document.hidden;
      document.dispatchEvent(new Event("visibilitychange"));
    })()`);
    expect(await page.browser.evaluate(away)).toBe(false);
  });

  it("raises no complaint in the browser", () => {
    expect(page.browser.complaints).toEqual([]);
  });
});
