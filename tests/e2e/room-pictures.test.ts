import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { inFewColours } from "../support/pictures/palette-png";
import { type SeededRestaurant, seedRestaurant } from "../support/pictures/seed-restaurant";
import { ADMIN_KEY } from "../support/settings";

/** Target folder: `npm run pictures` writes the screenshots of the documentation. */
const FOLDER = process.env["PICTURES"];
const describeWhenAsked = FOLDER && CHROMIUM !== undefined ? describe : describe.skip;

const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

/**
 * Everything that the page requested has arrived, including iiko's lists and the doctor, and it
 * requests nothing more.
 */
const STANDS = `document.querySelector("main h1") !== null
  && document.querySelector(".skeleton, [aria-busy=true]") === null
  && performance.getEntriesByType("resource").every((one) => one.responseEnd < performance.now() - 1_000)
  && !/спрашиваем iiko|выбрано раньше/i.test(document.querySelector("main").textContent)
  && document.getAnimations().every((one) => one.playState !== "running" || one.effect.getComputedTiming().iterations === Infinity)`;

describeWhenAsked("pictures of the console (made when PICTURES names a folder)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;
  let seeded: SeededRestaurant;

  beforeAll(async () => {
    const env = { IIKO_RATE_PER_SECOND: "50", SMTP_URL: "smtp://127.0.0.1:25" };
    gateway = await KillableGateway.start("50", env);
    seeded = await seedRestaurant(gateway);
    page = await ConsolePage.open(gateway.client.url);
    await page.browser.evaluate(
      `localStorage.setItem("console:language", "ru"); localStorage.setItem("console:theme", "light")`,
    );
    await page.visit();
    await page.signIn(ADMIN_KEY);
    await page.until(`sessionStorage.length > 0`);
    // Hides scroll bars from the first screenshot on.
    await page.browser.picture();
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  it.each<[string, (place: SeededRestaurant) => string]>([
    ["now", () => ""],
    ["orders", () => "orders"],
    ["order", ({ stuck }) => `orders/${stuck.number}`],
    ["catalogue", ({ branchId }) => `catalogue/iiko?of=${branchId}`],
    ["plan", ({ branchId, planId }) => `catalogue?of=${branchId}&plan=${planId}`],
    ["money", () => "money"],
    ["branches", () => "branches"],
    ["branch", ({ branchId }) => `branches/${branchId}/connection`],
    ["zones", ({ branchId }) => `branches/${branchId}/hours#ZONES`],
    ["wizard", ({ newBranchId }) => `branches/${newBranchId}/set-up/payments`],
    ["promotions", () => "promotions"],
    ["people", () => "people"],
    ["jobs", () => "jobs"],
    ["api", () => "api"],
  ])("show the room %s at each width", async (room, addressOf) => {
    for (const [width, height] of SIZES) {
      await page.browser.resize(width, height);
      await page.visit(addressOf(seeded));
      await page.until(STANDS);
      await page.until(`[...document.images].every((one) => one.complete)`);
      await page.browser.evaluate(
        `location.hash && document.querySelector(location.hash).scrollIntoView()`,
      );
      const path = join(FOLDER ?? "", `console-${room}-${width}.png`);
      writeFileSync(path, inFewColours(await page.browser.picture()));
    }
  });
});
