import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the operator's console in a browser (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    page = await ConsolePage.open(gateway.client.url);
    await page.prefer("English");
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const browserKeeps = (storage: string) =>
    page.browser.evaluate(`JSON.stringify({ ...${storage} })`);

  describe("signing in", () => {
    it("says in words what is wrong with a key, in both languages", async () => {
      await page.signIn("no-such-key");
      await page.sees("The gateway does not know this key", ".sign-in [role=alert]");
      await page.prefer("Русский");
      await page.sees("Шлюз не знает такого ключа", ".sign-in [role=alert]");
      await page.prefer("English");
      await page.signIn("ключ");
      await page.sees("The gateway does not know this key", ".sign-in [role=alert]");
    });

    it("shows nothing but the API to anyone who is not signed in", async () => {
      for (const room of ["orders", "catalogue", "money", "branches", "people", "jobs"]) {
        await page.openRoom(room);
        await page.sees("Staff sign-in", "main h1");
        expect(await page.text("main .panel")).toBe("");
      }
      await page.visit("api");
      await page.openPanel("Tasks");
      await page.sees("Sign in with an operator's API key", ".panel");
      await page.openRoom("jobs");
    });

    it("accepts a key for this tab only, even through a reload, until the operator signs out", async () => {
      await page.signIn(ADMIN_KEY);
      await page.sees("Кафе на Лесной", ".place");
      await page.visit();
      await page.sees("Кафе на Лесной", ".place");
      expect(await browserKeeps("localStorage")).not.toContain(ADMIN_KEY);
      expect(await browserKeeps("document.cookie")).not.toContain(ADMIN_KEY);

      await page.press("Language, colours, sign out");
      await page.press("Sign out", ".preferences");
      await page.until(`document.querySelector(".sign-in input") !== null`);
      expect(await browserKeeps("sessionStorage")).not.toContain(ADMIN_KEY);
      await page.signIn(ADMIN_KEY);
      await page.sees("Кафе на Лесной", ".place");
    });
  });

  describe("the tasks", () => {
    const countTabs = `document.querySelectorAll(".graphiql-tab-button").length`;
    const open = async (task: string) => {
      await page.until(`document.querySelector('[data-task="${task}"]:enabled') !== null`);
      const tabs = Number(await page.browser.evaluate(countTabs));
      await page.browser.evaluate(`document.querySelector('[data-task="${task}"]').click()`);
      await page.until(`${countTabs} > ${tabs}`);
    };

    beforeAll(async () => {
      await page.visit("api");
      await page.openPanel("Tasks");
    });

    it("runs a task's query as it is, on the chosen branch", async () => {
      await open("checkConnection");
      const answer = await page.run(/"checks"/);
      expect(answer).toContain("KEY_WORKS");
      expect(answer).toContain("Кафе на Лесной");
    });

    it("shows an order event live, over the WebSocket", async () => {
      await open("watchOrders");
      const seen = page.run(/"branchOrderEvents"/);
      await page.until(
        `document.querySelector('.graphiql-execute-button[aria-label^="Stop"]') !== null`,
      );
      await storefront.order();
      expect(await seen).toContain('"summary"');
      expect(page.browser.requested).toContain(
        `${gateway.client.url.replace("http", "ws")}/graphql`,
      );
    });

    it("opens a blank form for a branch not yet connected, including the delivery fee", async () => {
      await open("setUpBranch");
      const variables = JSON.parse(await page.editorText("variables.json")) as {
        settings: object;
      };
      expect(variables.settings).toMatchObject({
        delivery: { fee: "0.00" },
        quotesByPosLoyalty: false,
        holdPoints: false,
      });
    });

    it("finds the newest order and its timeline", async () => {
      const { number } = await storefront.order();
      await open("findOrder");
      expect(await page.run(/"timeline"/)).toContain(`"number": "${number}"`);
    });

    it("opens each of the others in a separate tab, filled in from the branch", async () => {
      for (const task of [
        "importSection",
        "syncPrices",
        "retryDeadLetters",
        "promotions",
        "guestPoints",
      ]) {
        await open(task);
        expect(await page.editorText("variables.json")).toContain(storefront.branchId);
      }
      const titles = await page.text(".graphiql-tab-button");
      expect(titles).toMatch(
        /RefreshMenu \| PlanPrices \| DeadLetters \| Promotions \| GuestPoints$/,
      );
    });
  });

  it("can be used by keyboard alone: rooms, bar and their contents, one after the other", async () => {
    await page.visit();
    const focused = `document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent`;
    const reached: string[] = [];
    const reach = async (name: string) => {
      for (let presses = 0; presses < 30 && reached.at(-1) !== name; presses++) {
        await page.browser.press("Tab");
        reached.push(String(await page.browser.evaluate(focused)));
      }
      expect(reached).toContain(name);
    };
    await page.sees("Кафе на Лесной", ".place");
    await reach("To the content");
    await reach("Branches");
    await page.browser.press("Enter");
    await page.sees("Кафе на Лесной", ".branch-card");
    await reach("Pause: delivery, Кафе на Лесной");
    const outline = await page.browser.evaluate(
      "getComputedStyle(document.activeElement).outlineStyle",
    );
    expect(outline).toBe("solid");
  });

  it("calls only the gateway, and logs no errors except for the wrong keys", () => {
    const hosts = page.browser.requested
      .filter((url) => !/^(data|blob):/.test(url))
      .map((url) => new URL(url).host);
    expect([...new Set(hosts)]).toEqual([new URL(gateway.client.url).host]);
    expect(page.browser.complaints.filter((complaint) => !complaint.includes("401"))).toEqual([]);
  });
});
