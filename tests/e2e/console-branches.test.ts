import { DEMO_KEY } from "../../sandbox/credentials";
import { SPOKEN } from "../support/branch-words";
import { CHROMIUM } from "../support/browser";
import { chooseFrom, chosenIn, fillIn } from "../support/console-form";
import { ConsolePage } from "../support/console-page";
import { eventually, eventuallyIs } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { faultsAtAnyWidth } from "../support/looks";
import { ADMIN_KEY } from "../support/settings";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

/** A person who waits does not press more often than this. */
const ASK_EVERY_MS = 2_000;

/** Two products share an article until the staff fix it in iiko, which the doctor would report. */
const UNIQUE_ARTICLES = {
  articles: [{ productId: "86faf0fc-f1be-441f-938b-20f4ad37a21c", article: "00499" }],
};

describeWithChromium("the branches room of the console (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;

  beforeAll(async () => {
    // The doctor requires a channel for notifying the staff; nothing is sent. Branches are set up
    // one after the other, faster than by hand: at the usual rate their calls to iiko would wait
    // longer than they may.
    const settings = { SMTP_URL: "smtp://127.0.0.1:25", IIKO_RATE_PER_SECOND: "50" };
    gateway = await KillableGateway.start("50", settings);
    await gateway.sandbox.send("PUT", "restaurant", UNIQUE_ARTICLES);
    page = await ConsolePage.open(gateway.client.url);
    await page.signIn(ADMIN_KEY);
    // The key is kept once the gateway has accepted it: a page that is left before that has none.
    await page.until(`sessionStorage.length > 0`);
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const wear = (language: string, theme: string) =>
    page.browser.evaluate(
      `localStorage.setItem("console:language", "${language}"); localStorage.setItem("console:theme", "${theme}")`,
    );

  describe.each([
    [1440, "ru", "light"],
    [1024, "en", "dark"],
    [390, "ru", "light"],
  ] as const)("at %i pixels and other widths, in %s, %s", (width, language, theme) => {
    const words = SPOKEN[language];
    const name = `Кафе ${width} ${language}`;
    const picture = (of: string) =>
      language === "ru" && theme === "light" ? page.picture(`${of}-${width}`) : undefined;

    beforeAll(async () => {
      await page.browser.resize(width);
      await wear(language, theme);
      await page.visit("branches");
    });

    it("leads from a key to a green doctor without typing an id", async () => {
      if (width === 1440 && language === "ru") await page.sees(words.none, ".empty");
      await page.until(
        `[...document.querySelectorAll("main a")].find((one) => one.textContent === "${words.connect}")?.click() ?? location.pathname.endsWith("/new")`,
      );
      await fillIn(page, words.name, name);
      await fillIn(page, words.key, DEMO_KEY);
      expect(await faultsAtAnyWidth(page, width)).toEqual([]);
      await page.press(words.next, "main");
      await page.until(`location.pathname.endsWith("/restaurant")`);
      await chooseFrom(page, words.organization, "Пиццерия");
      await page.until(
        `document.querySelector("main [data-setting] select.none") === null && document.querySelector("[aria-busy=true]") === null`,
      );
      expect(await chosenIn(page, words.group)).toMatch(words.alive);
      expect(await faultsAtAnyWidth(page, width)).toEqual([]);
      await page.press(words.save, "main");
      await page.until(`location.pathname.endsWith("/menu")`);
      await page.press(words.save, "main");
      await page.until(`location.pathname.endsWith("/payments")`);
      await page.until(`document.querySelectorAll("main .tick:checked").length === 1`);
      expect(await chosenIn(page, words.cash)).toBe(words.cashType);
      await picture("console-wizard");
      expect(await faultsAtAnyWidth(page, width)).toEqual([]);
      await page.press(words.save, "main");
      await page.until(`location.pathname.endsWith("/messages")`);
      await page.press(words.add, "main");
      await fillIn(page, words.recipient, "smena@example.ru");
      expect(await faultsAtAnyWidth(page, width)).toEqual([]);
      await page.press(words.check, "main");
      await page.until(`location.pathname.endsWith("/doctor")`);
      // The first poll comes after some seconds, and the doctor reports so until then. If queried
      // as often as the page can, it would use up what iiko grants the key.
      await page.until(
        `document.querySelector(".banner.t-green") !== null || (Date.now() - (window.askedAt ?? 0) > ${ASK_EVERY_MS} && [...document.querySelectorAll("#doctor button")].some((one) => one.textContent === "${words.again}" && !one.closest("[aria-busy=true]") && (window.askedAt = Date.now(), one.click(), true)), false)`,
      );
      await page.sees(words.ready, ".banner.t-green");
      expect(await page.text(`#doctor [data-state="FAILED"]`)).toBe("");
    });

    it("shows the branch with all of its tabs", async () => {
      await page.until(
        `[...document.querySelectorAll("main a")].find((one) => one.textContent === "${words.open}")?.click() ?? location.pathname.endsWith("/connection")`,
      );
      await page.until(`document.querySelector('[data-check="KEY_WORKS"]') !== null`);
      // Until iiko has answered, the chosen option has no name.
      await eventuallyIs(() => chosenIn(page, words.cash), words.cashType);
      await picture("console-branch");
      for (const tab of ["hours", "fallback", "hooks", "history", "connection"]) {
        await page.until(`document.querySelector('.tabs a[href*="/${tab}"]').click() ?? true`);
        await page.until(`location.pathname.endsWith("/${tab}")`);
        expect([tab, await faultsAtAnyWidth(page, width)]).toEqual([tab, []]);
      }
    });

    it("accepts weekly hours, which guests then see", async () => {
      await page.until(`document.querySelector('.tabs a[href*="/hours"]').click() ?? true`);
      await page.press(words.addHours, "#HOURS");
      await page.fill("#HOURS .hours-row input:nth-of-type(1)", "10:00");
      await page.fill("#HOURS .hours-row input:nth-of-type(2)", "02:00");
      expect(await faultsAtAnyWidth(page, width)).toEqual([]);
      await picture("console-hours");
      await page.press(words.check, "main");
      const hoursOf = async () => {
        const { branches } = await gateway.client.ask<{
          branches: { nodes: { name: string; orderingHours: { week: object[] } }[] };
        }>(
          "{ branches { nodes { name orderingHours { week { fulfilment day opens closes } } } } }",
        );
        return branches.nodes.find((one) => one.name === name)?.orderingHours.week;
      };
      await eventually(async () => (await hoursOf())?.length === 1);
      expect(await hoursOf()).toEqual([
        { fulfilment: "DELIVERY", day: "MONDAY", opens: "10:00", closes: "02:00" },
      ]);
    });

    it("pauses delivery in two clicks, undoes that, and reopens in one", async () => {
      await page.visit("branches");
      const card = `[data-branch="${name}"]`;
      const accepts = async () => {
        const { branches } = await gateway.client.ask<{
          branches: { nodes: { name: string; acceptingDelivery: boolean }[] };
        }>("{ branches { nodes { name acceptingDelivery } } }", {}, ADMIN_KEY);
        return branches.nodes.find((one) => one.name === name)?.acceptingDelivery;
      };
      await page.press(words.pause(name), card);
      await pauseFor(words.half);
      await page.sees(words.paused, `${card} [data-way=delivery]`);
      expect(await accepts()).toBe(false);
      await picture("console-branches");
      await page.press(words.undo, ".toast");
      await page.sees(words.taking, `${card} [data-way=delivery]`);
      expect(await accepts()).toBe(true);

      await page.press(words.pause(name), card);
      await pauseFor(words.half);
      await page.press(words.reopen(name), card);
      await page.sees(words.taking, `${card} [data-way=delivery]`);
      expect(await accepts()).toBe(true);
    });

    it("marks a kitchen as busy in two clicks, and says what becomes of orders", async () => {
      const kitchen = `[data-branch="${name}"] [data-way=kitchen]`;
      await page.press(words.later(name), kitchen);
      await page.sees(words.consequence, ".pauses .consequence");
      await picture("console-busy");
      await pauseFor(words.until);
      await page.sees(words.busy, kitchen);
      expect(await faultsAtAnyWidth(page, width)).toEqual([]);
      await page.press(words.undo, ".toast:last-child");
      await page.sees(words.usual, kitchen);
    });

    const pauseFor = async (length: string) => {
      await page.until('document.querySelector(".pauses button") !== null');
      await page.until(
        `[...document.querySelectorAll(".pauses button")].find((one) => one.textContent.startsWith("${length}"))?.click() ?? document.querySelector(".pauses") === null`,
      );
    };
  });

  it("calls only the gateway, and logs no errors", () => {
    const hosts = page.browser.requested
      .filter((url) => !/^(data|blob):/.test(url))
      .map((url) => new URL(url).host);
    expect([...new Set(hosts)]).toEqual([new URL(gateway.client.url).host]);
    expect(page.browser.complaints).toEqual([]);
  });
});
