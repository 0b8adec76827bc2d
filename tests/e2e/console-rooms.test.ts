import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { accessibilityFaults } from "../support/accessibility";
import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { pixelsBeside } from "../support/looks";
import { CREATE_PATH } from "../support/sandbox-control";
import { ADMIN_KEY } from "../support/settings";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

const ROOMS = [
  "",
  "orders",
  "catalogue",
  "money",
  "promotions",
  "branches",
  "people",
  "jobs",
  "api",
];
const WIDTHS = [1440, 1024, 390, 360];
const REFUSED = { kind: "status", status: 400, body: {} } as const;

describeWithChromium("the console's frame (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    const storefront = await gateway.storefront();
    await gateway.sandbox.plan({ path: CREATE_PATH, fault: REFUSED });
    await storefront.order();
    await storefront.order();
    page = await ConsolePage.open(gateway.client.url);
    await page.signIn(ADMIN_KEY);
    await page.sees("Кафе на Лесной", ".place");
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const wear = (language: string, theme: string) =>
    page.browser.evaluate(
      `localStorage.setItem("console:language", "${language}"); localStorage.setItem("console:theme", "${theme}")`,
    );

  /** By how much a room exceeds a screen of this width; undefined when it does not. */
  const besideAt = async (room: string, width: number) => {
    await page.browser.resize(width);
    await page.settled();
    const beside = await pixelsBeside(page.browser);
    return beside === 0 ? undefined : { room, width, beside };
  };

  // Any two of language, theme and kind of screen are combined once, because axe needs a second for
  // a room.
  it.each([
    ["ru", "light", 1440],
    ["en", "dark", 1024],
    ["ru", "dark", 390],
    ["en", "light", 360],
  ])(
    "fits the screen in %s, %s, at any width, and has no accessibility violations at %i",
    async (language, theme, width) => {
      await wear(language, theme);
      await page.browser.resize(width);
      await page.visit();
      await page.sees("Кафе на Лесной", ".place");
      const faults: unknown[] = [];
      // GraphiQL, which is third-party work, takes as long as all our rooms together: two runs are
      // enough.
      const rooms = ROOMS.filter((room) => room !== "api" || width > 1_000);
      for (const room of rooms) {
        await page.go(room);
        // The width at which it was loaded comes last, because the detailed check happens there.
        for (const each of WIDTHS.filter((other) => other !== width).concat(width))
          faults.push(await besideAt(room, each));
        const found = await accessibilityFaults(page.browser);
        faults.push(found.length === 0 ? undefined : { room, width, found });
      }
      expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
      expect(faults).toHaveLength(rooms.length * (WIDTHS.length + 1));
    },
  );

  it("keeps the room, its filters and the chosen branches in the address", async () => {
    await page.browser.resize(1440);
    await page.visit("jobs?branch=none");
    await page.openRoom("catalogue");
    expect(await page.browser.evaluate("location.pathname + location.search")).toBe(
      "/console/catalogue?branch=none",
    );
    await page.browser.evaluate("history.back()");
    await page.until(`document.querySelector(".nav a[aria-current]").href.includes("/jobs")`);
  });

  it("calls only the gateway, and logs no errors", () => {
    const hosts = page.browser.requested
      .filter((url) => !/^(data|blob):/.test(url))
      .map((url) => new URL(url).host);
    expect([...new Set(hosts)]).toEqual([new URL(gateway.client.url).host]);
    expect(page.browser.complaints).toEqual([]);
  });
});

describe("what the browser fetches for the console's first view", () => {
  const built = "dist/console";
  const assets = join(built, "assets");
  const index = () => readFileSync(join(built, "index.html"), "utf8");
  const bytes = (kind: RegExp) =>
    [...index().matchAll(kind)]
      .map(([, name]) => gzipSync(readFileSync(join(assets, name ?? "")), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);

  it("is at most 350 KB of scripts and 15 KB of style sheets", () => {
    const scripts = bytes(/assets\/([^"]+\.js)"/g);
    expect(scripts).toBeGreaterThan(50_000);
    expect(scripts).toBeLessThan(350_000);
    const styles = bytes(/assets\/([^"]+\.css)"/g);
    expect(styles).toBeGreaterThan(5_000);
    expect(styles).toBeLessThan(15_000);
  });

  it("keeps GraphiQL in separate files", () => {
    const whole = readdirSync(assets).filter((name) => /^(graphiql|monaco).*\.js$/.test(name));
    expect(whole.length).toBeGreaterThan(1);
    for (const name of whole) {
      expect(index()).not.toContain(name);
      expect(statSync(join(assets, name)).size).toBeGreaterThan(0);
    }
  });
});
