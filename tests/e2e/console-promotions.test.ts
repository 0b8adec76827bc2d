import { CHROMIUM } from "../support/browser";
import { fillIn } from "../support/console-form";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { faultsAtAnyWidth } from "../support/looks";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const PROMOTIONS = `query ($branchId: ID!) {
  promotions(branchId: $branchId) { nodes { name percent codeCount disabledAt pausedAt giftArticle } }
}`;

interface Known {
  readonly name: string;
  readonly percent: number | null;
  readonly codeCount: number;
  readonly disabledAt: string | null;
  readonly pausedAt: string | null;
  readonly giftArticle: string | null;
}

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the promotions room of the console (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
    await page.sees("Кафе на Лесной", ".place");
    await page.browser.resize(1440, 900);
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const known = async () => {
    const { branchId } = storefront;
    type Answer = { readonly promotions: { readonly nodes: readonly Known[] } };
    return (await gateway.client.ask<Answer>(PROMOTIONS, { branchId }, ADMIN_KEY)).promotions.nodes;
  };

  it("says that there are none, and how to start", async () => {
    await page.openRoom("promotions");
    await page.sees("There are no promotions yet", ".empty");
    await page.until(`document.querySelector(".head a.main-act").click() ?? true`);
    await page.sees("The terms cannot be changed once it is made.", "main");
  });

  it("marks errors at their fields, and creates nothing before confirmation", async () => {
    await fillIn(page, "Name", "Ten off");
    await fillIn(page, "Discount, %", "10");
    await fillIn(page, "Promo codes of your own", "x");
    await page.press("Make the promotion…", "form");
    await page.sees("The terms cannot be changed then", ".ask-once");
    await page.press("Check again", ".ask-once");
    expect(await known()).toEqual([]);
    await page.press("Make the promotion…", "form");
    await page.press("Make the promotion", ".ask-once");
    await page.sees("A code has 3 to 40 letters", '[data-field="codes"]');
    await fillIn(page, "Promo codes of your own", "TENOFF");
    await page.press("Make the promotion…", "form");
    await page.press("Make the promotion", ".ask-once");
    await page.sees("TENOFF", "[data-code]");
    expect(await known()).toMatchObject([{ name: "Ten off", percent: 10, codeCount: 1 }]);
  });

  it("generates promo codes once, shows them, and lists them with the others", async () => {
    await page.press("Make promo codes…", ".codes");
    await page.sees("A promo code cannot be deleted", ".ask-once");
    await page.fill(".ask-once [name=count]", "60");
    await page.fill(".ask-once [name=prefix]", "winter-");
    await page.press("Make them", ".ask-once");
    await page.sees("60 promo codes are ready", ".ask-once h2");
    const made = await page.until<string>(`document.querySelector(".made")?.value`);
    expect(made.split("\n").filter((code) => /^WINTER-\w{8}$/.test(code))).toHaveLength(60);
    await page.press("Close", ".ask-once");
    await page.sees("1–50 of 61", ".pager");
    expect((await known())[0]?.codeCount).toBe(61);
  });

  it("gives away a dish found by its name", async () => {
    await page.visit("promotions/new");
    await fillIn(page, "Name", "A gift");
    await page.press("Gift", "form");
    await fillIn(page, "Dish given away", "Пицца");
    const article = await page.until<string>(`document.querySelector("datalist option")?.value`);
    await fillIn(page, "Dish given away", article);
    await page.press("Make the promotion…", "form");
    await page.press("Make the promotion", ".ask-once");
    await page.sees("There are no promo codes", ".codes");
    expect((await known())[0]).toMatchObject({ name: "A gift", giftArticle: article });
  });

  it("pauses a promotion with an undo, and ends it for good after confirmation", async () => {
    await page.visit("promotions");
    await page.sees("No promo codes", '[data-promotion="A gift"]');
    const link = `document.querySelector('[data-promotion="Ten off"] a')`;
    await page.until(`${link} && (${link}.click(), true)`);
    const isPaused = async () => (await known())[1]?.pausedAt !== null;
    await page.press("Pause", ".side");
    await page.sees("Paused", ".side .badge");
    expect(await isPaused()).toBe(true);
    await page.press("Undo", ".toast");
    await page.sees("Running", ".side .badge");
    expect(await isPaused()).toBe(false);
    await page.press("End the promotion…", ".side");
    await page.sees("61 promo codes are refused from now on.", ".ask-once");
    await page.press("Keep the promotion", ".ask-once");
    expect((await known()).map(({ disabledAt }) => disabledAt)).toEqual([null, null]);
    await page.press("End the promotion…", ".side");
    await page.press("End it for good", ".ask-once");
    await page.sees("Ended", ".side .badge");
    expect((await known())[1]?.disabledAt).not.toBeNull();
    await page.visit("promotions?show=over");
    await page.until(`document.querySelectorAll(".promotions-t tbody tr").length === 1`);
  });

  it.each([
    ["ru", 1440],
    ["en", 390],
  ])("is accessible in %s, at %i pixels and other widths", async (language, width) => {
    await page.browser.resize(width);
    await page.browser.evaluate(`localStorage.setItem("console:language", "${language}")`);
    await page.visit("promotions");
    for (const part of ["promotions", "promotions/new"]) {
      await page.go(part);
      await page.until(`document.querySelector(".promotions-t, .new-promotion") !== null`);
      expect([part, await faultsAtAnyWidth(page, width)]).toEqual([part, []]);
    }
    await page.picture(`console-promotions-${width}-${language}`);
  });

  it("logs no errors in the browser", () => {
    expect(page.browser.complaints).toEqual([]);
  });
});
