import { moveBranch, zoneWhereItIsNoon } from "../support/branch-clock";
import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { eventuallyIs } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { CREATE_PATH } from "../support/sandbox-control";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;
const REFUSED = { kind: "status", status: 400, body: {} } as const;
const NEW_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret userErrors { code } } }`;
const CLAIM = `mutation ($id: ID!) { claimOrder(id: $id) { userErrors { code } } }`;
const RELEASE = `mutation ($id: ID!) { releaseOrder(id: $id) { userErrors { code } } }`;
const ENTERED = `mutation ($id: ID!) { markOrderEnteredByHand(id: $id, posNumber: "1") { userErrors { code } } }`;
/** Counts the tones that are played. */
const LISTEN = `(() => {
  window.tones = 0;
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (...when) {
    window.tones++;
    return start.apply(this, when);
  };
})()`;

describeWithChromium("the Now room (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let page: ConsolePage;
  let dead: { readonly id: string; readonly number: string };

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    await moveBranch(gateway, storefront.branchId, zoneWhereItIsNoon());
    page = await ConsolePage.open(gateway.client.url);
    await page.prefer("English");
    await page.signIn(ADMIN_KEY);
    await page.sees("Nobody waits", ".nobody-waits");
    await gateway.sandbox.plan({ path: CREATE_PATH, fault: REFUSED });
    dead = await storefront.order({ customer: { name: "Мария", phone: "+79000001234" } });
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const ask = (query: string, variables: object, key = ADMIN_KEY) =>
    gateway.client.ask<Record<string, { secret?: string }>>(query, variables, key);

  it("is shown within seconds, in the title, the navigation and the first room", async () => {
    await page.sees(dead.number, ".ask .no");
    await page.sees("1", `.nav a[href="/console"] .count`);
    expect(await page.browser.evaluate("document.title")).toBe("(1) Now · Gateway");
    await page.openRoom("jobs");
    expect(await page.browser.evaluate("document.title")).toBe("(1) Jobs · Gateway");
  });

  it.each([
    [1440, 900],
    [390, 844],
  ])("needs no click and no scrolling at %i × %i pixels", async (width, height) => {
    await page.browser.resize(width, height);
    await page.visit();
    await page.sees(dead.number, ".ask .no");
    const foot = `(document.querySelector(".tabbar").getClientRects()[0]?.top ?? innerHeight)`;
    for (const part of [
      "[data-kpi=waiting]",
      ".branch-states",
      ".head .badge",
      ".ask .no",
      ".ask .why",
      ".ask a[href='tel:+79000001234']",
      ".ask .acts .main-act",
    ]) {
      const place = `document.querySelector(${JSON.stringify(part)}).getBoundingClientRect()`;
      const seen = `${place}.top >= 0 && ${place}.bottom <= ${foot} && ${place}.height > 0`;
      expect([part, await page.browser.evaluate(seen)]).toEqual([part, true]);
    }
    expect(await page.text("[data-kpi=waiting]")).toMatch(/^1 longest \d+ (sec|min)/);
  });

  it("says whether the branch is open or paused, and whether its POS answers", async () => {
    await page.browser.resize(1440);
    await page.sees("Delivery: open", ".branch-states");
    await page.sees("iiko answers", ".branch-states");
  });

  it("pauses a branch in two clicks, undoes that, and reopens it", async () => {
    const accepts = async () => {
      const { branch } = await gateway.client.ask<{ branch: { acceptingDelivery: boolean } }>(
        "query ($id: ID!) { branch(id: $id) { acceptingDelivery } }",
        { id: storefront.branchId },
      );
      return branch.acceptingDelivery;
    };
    const pause = async () => {
      await page.press("Pause: Кафе на Лесной", ".branch-states");
      const first = `document.querySelector(".pauses .opt-b")`;
      await page.until(
        `${first}?.textContent.startsWith("15 minutes") && (${first}.click(), true)`,
      );
      await page.sees("Delivery: paused until", ".branch-states");
      await eventuallyIs(accepts, false);
    };
    await pause();
    await page.press("Undo", ".toast");
    await page.sees("Delivery: open", ".branch-states");
    await eventuallyIs(accepts, true);
    await pause();
    await page.press("Open or pause: Кафе на Лесной", ".branch-states");
    await page.press("Open", ".pauses");
    await page.sees("Delivery: open", ".branch-states");
    await eventuallyIs(accepts, true);
  });

  it("says that there is no sound until the user presses something", async () => {
    expect(await page.text(".no-sound")).toContain("Turn the sound on");
    await page.browser.press("Enter");
    await page.until(`document.querySelector('[aria-label="Sound is on"]') !== null`);
  });

  describe("between two operators", () => {
    it("says who is handling an order and since when, and offers nothing that would do it twice", async () => {
      const input = { label: "Ольга", scope: "OPERATOR", branchIds: [storefront.branchId] };
      const { createApiKey } = await ask(NEW_KEY, { input });
      const other = createApiKey?.secret ?? "";
      await ask(CLAIM, { id: dead.id }, other);
      await page.sees("Ольга is on it since", ".ask .claim");
      expect(await page.text(".ask .acts")).not.toMatch(/Enter by hand|Send again/);
      await ask(RELEASE, { id: dead.id }, other);
      await page.sees("I'm on it", ".ask .acts");
    });

    it("is claimed with one click, and released", async () => {
      await page.press("I'm on it", ".ask");
      await page.sees("Yours until", ".ask .claim");
      await page.press("Leave it to others", ".ask");
      await page.sees("I'm on it", ".ask .acts");
    });
  });

  it.each([
    ["1234", "the end of a phone"],
    ["мари", "how a name begins"],
    ["today", "a day"],
  ])("finds an order by %s: %s", async (typed) => {
    await page.fill(".top .find input", typed);
    await page.browser.evaluate(`document.querySelector(".top .find input").focus()`);
    await page.sees(dead.number, ".results a");
    await page.sees("Nobody has it", ".results .badge");
    await page.fill(".top .find input", "");
  });

  it("says where it searched when it finds nothing", async () => {
    await page.fill(".top .find input", "никого нет");
    await page.sees("No orders for", ".results");
    await page.fill(".top .find input", "");
  });

  it("asks before it marks an order as entered by hand, and then nobody is waiting", async () => {
    await page.press("Enter by hand…", ".ask");
    await page.sees(`Enter ${dead.number} by hand?`, ".ask-once");
    await page.press("Not entered yet", ".ask-once");
    await page.press("Enter by hand…", ".ask");
    await page.fill(".ask-once [name=posNumber]", "418");
    await page.press("Entered by hand", ".ask-once");
    await page.sees(`${dead.number} entered by hand`, ".toast");
    await page.sees("Nobody waits", ".nobody-waits[data-true=true]");
    await page.until(`document.title === "Now · Gateway"`);
  });

  it("sounds an alarm, except while somebody has muted it", async () => {
    const anotherOne = async () => {
      await gateway.sandbox.plan({ path: CREATE_PATH, fault: REFUSED });
      const order = await storefront.order();
      await page.sees(order.number, ".ask .no");
      return order;
    };
    await page.browser.evaluate(LISTEN);
    const heard = await anotherOne();
    await page.until("window.tones > 0");
    await page.press("Sound is on", ".top");
    await page.press("For 30 minutes", ".pauses");
    await page.until(
      `document.querySelector(".no-sound button")?.ariaLabel.startsWith("No sound until")`,
    );
    await page.browser.evaluate("window.tones = 0");
    const silent = await anotherOne();
    // The alarm would sound at the same moment as the list is updated.
    expect(await page.browser.evaluate("window.tones")).toBe(0);
    await page.until(`document.querySelector(".no-sound button").click() ?? true`);
    await page.until(`document.querySelector('[aria-label="Sound is on"]') !== null`);
    for (const { id } of [heard, silent]) await ask(ENTERED, { id });
    await page.sees("Nobody waits", ".nobody-waits[data-true=true]");
  });

  it("says when it was last current once the gateway is gone, and is current again when it is back", async () => {
    await page.sees("True at", ".nobody-waits");
    await gateway.kill();
    await page.sees("That was at", ".nobody-waits[data-true=false]");
    await page.sees("No connection", ".head .badge.t-grey");
    await page.sees("The connection broke at", ".banner");
    await gateway.revive();
    await page.sees("True at", ".nobody-waits[data-true=true]");
    await eventuallyIs(() => page.text(".banner"), "");
  });
});
