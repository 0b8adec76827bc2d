import { randomUUID } from "node:crypto";

import { ENGLISH } from "../../console/src/language/english";
import { RUSSIAN } from "../../console/src/language/russian";
import { moveBranch, zoneWhereItIsNoon } from "../support/branch-clock";
import { CHROMIUM } from "../support/browser";
import { type ConsolePage } from "../support/console-page";
import { eventually } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { faultsAtAnyWidth } from "../support/looks";
import { operatorInBrowser } from "../support/operator-in-browser";
import { CREATE_PATH } from "../support/sandbox-control";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

const REFUSED = { kind: "status", status: 400, body: {} } as const;
const PRODUCTS =
  "query ($id: ID!) { products(branchId: $id, first: 100) { nodes { name section { name } } } }";
const SYNC =
  "mutation ($input: SyncPricesInput!) { syncPrices(input: $input) { userErrors { code } } }";
const THREE = ["Маргарита", "Пепперони", "Четыре сыра"];

/** The room of orders shows fifty at a time: these fill three pages. */
const NEWER_ORDERS = 150;
/** Each flow once in each language; its screens are checked at any width. */
const DAYS = [
  {
    language: "ru",
    words: RUSSIAN,
    at: { import: 1440, prices: 390, stuck: 1024, letters: 390, api: 1440 },
  },
  {
    language: "en",
    words: ENGLISH,
    at: { import: 390, prices: 1024, stuck: 390, letters: 1440, api: 1024 },
  },
] as const;

describeWithChromium("an operator's day (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let olga: ConsolePage;
  let mark: ConsolePage;

  beforeAll(async () => {
    // At its usual two a second, iiko would take more than a minute for the orders of a busy day.
    gateway = await KillableGateway.start("50", { IIKO_RATE_PER_SECOND: "50" });
    storefront = await gateway.storefront();
    await moveBranch(gateway, storefront.branchId, zoneWhereItIsNoon());
    [olga, mark] = (await Promise.all(
      ["Ольга", "Марк"].map((label) => operatorInBrowser(gateway, storefront.branchId, label)),
    )) as [ConsolePage, ConsolePage];
  });

  afterAll(async () => {
    await Promise.all([olga, mark].map((page) => page?.browser.close()));
    await gateway?.stop();
  });

  const canBeUsedByAll = async (page: ConsolePage, width: number) =>
    expect(await faultsAtAnyWidth(page, width)).toEqual([]);

  const refused = async () => {
    await gateway.sandbox.plan({ path: CREATE_PATH, times: 0, fault: REFUSED });
    return storefront.order();
  };

  const priced = (price: number) =>
    gateway.sandbox.send("PUT", "menu/prices", { article: "01001", price });

  describe.each(DAYS)("in $language", ({ language, words, at }) => {
    const { catalogue, order, orders } = words;
    const section = `Новинки ${language}`;

    const begin = async (width: number, people = [olga]) => {
      for (const { browser } of people) {
        await browser.resize(width);
        await browser.evaluate(`localStorage.setItem("console:language", "${language}")`);
      }
    };

    it(`imports three of a dozen products, at ${at.import} pixels`, async () => {
      await begin(at.import);
      await olga.visit("catalogue/iiko");
      await olga.press(catalogue.newSection, ".plan");
      await olga.fill(".ask-once [name=name]", section);
      await olga.press(catalogue.newSectionYes, ".ask-once");
      await olga.sees(section, ".plan option:checked");
      const pizza = `[...document.querySelectorAll(".cats button")].find((one) => one.textContent === "Пицца13")`;
      await olga.until(`${pizza} && (${pizza}.click(), true)`);
      await olga.until(`document.querySelectorAll(".menu-t tbody tr").length === 13`);
      for (const name of THREE) await olga.press(catalogue.take(name), ".menu-t");
      await canBeUsedByAll(olga, at.import);
      await olga.press(catalogue.planImport, ".plan");
      await olga.sees("Пепперони", ".plan-t");
      const sold = async () => {
        const { products } = await gateway.client.ask<{
          products: { nodes: { name: string; section: { name: string } }[] };
        }>(PRODUCTS, { id: storefront.branchId });
        return products.nodes.filter((one) => one.section.name === section).map(({ name }) => name);
      };
      expect(await sold()).toEqual([]);
      await canBeUsedByAll(olga, at.import);
      await olga.press(catalogue.apply, ".plan");
      await olga.press(catalogue.apply, ".ask-once");
      await olga.sees(catalogue.applied, ".banner");
      expect(await sold()).toEqual(THREE);
    });

    it(`sees +60 % in its row, and accepts it there, at ${at.prices} pixels`, async () => {
      await priced(320);
      const accept = ["PRICE_CHANGE_TOO_LARGE"];
      const input = { branchId: storefront.branchId, refresh: true, dryRun: false, accept };
      await gateway.client.ask(SYNC, { input }, ADMIN_KEY);
      await priced(512);
      await begin(at.prices);
      await olga.visit("catalogue");
      await olga.press(catalogue.planPrices, ".head");
      await olga.sees("+60", ".plan-t .delta.jump");
      await olga.sees(catalogue.guards.PRICE_CHANGE_TOO_LARGE, "[data-article='01001'] .guard");
      await olga.sees(catalogue.answerFirst, ".plan");
      await canBeUsedByAll(olga, at.prices);
      await olga.press(catalogue.acceptRow("Пицца Мишка"), ".guard");
      await olga.press(catalogue.apply, ".plan");
      await olga.sees(catalogue.applyTitle, ".ask-once");
      await olga.press(catalogue.apply, ".ask-once");
      await olga.sees(catalogue.applied, ".banner");
      await olga.visit("catalogue/ours");
      await olga.sees("512", "[data-article='01001']");
    });

    it(`lets only one of two operators enter a stuck order, at ${at.stuck} pixels`, async () => {
      const people = [olga, mark];
      await begin(at.stuck, people);
      const { number } = await refused();
      const button = `[...document.querySelectorAll(".claim button")].find((one) => one.textContent === ${JSON.stringify(order.claim)})`;
      await Promise.all(people.map((page) => page.visit(`orders/${number}`)));
      await Promise.all(people.map((page) => page.until(`${button} !== undefined`)));
      await canBeUsedByAll(olga, at.stuck);
      await Promise.all(people.map((page) => page.browser.evaluate(`${button}.click()`)));
      const said = await Promise.all(
        people.map((page) =>
          page.until<string>(`document.querySelector(".claim [role=status]")?.textContent`),
        ),
      );
      const mine = order.claimed("");
      expect(said.filter((text) => text.startsWith(mine))).toHaveLength(1);
      const [winner, other] = said[0]?.startsWith(mine) ? [olga, mark] : [mark, olga];
      await other.until(`document.querySelector(".enter-form") === null`);
      await winner.fill(".enter-form [name=posNumber]", "418");
      await winner.press(order.enter, ".enter-form");
      for (const page of people) await page.sees(order.inTill("418"), ".head");
      await canBeUsedByAll(winner, at.stuck);
      await gateway.sandbox.clearFaults();
    });

    it(`resends dead-lettered orders after ${NEWER_ORDERS} newer ones, at ${at.letters} pixels`, async () => {
      await begin(at.letters);
      const dead = [await refused(), await refused()];
      await olga.visit("orders?show=waiting");
      for (const { number } of dead)
        await olga.sees(orders.states.DEAD_LETTERED, `[data-order="${number}"]`);
      await gateway.sandbox.clearFaults();
      // Uses a key, because that many orders from one address would not pass for guests.
      const input = await storefront.input();
      for (let count = 0; count < NEWER_ORDERS; count += 10)
        await Promise.all(
          Array.from({ length: 10 }, () =>
            storefront.create({ ...input, idempotencyKey: randomUUID() }, ADMIN_KEY),
          ),
        );
      await olga.visit("orders");
      for (const { number } of dead) await olga.sees(number, ".tbl.orders tbody:first-of-type");
      await canBeUsedByAll(olga, at.letters);
      await olga.press(order.retryAll(2));
      await olga.press(order.retry, ".ask-once");
      await olga.sees(order.retriedAll(2), ".toasts");
      for (const { number } of dead)
        await eventually(async () => (await gateway.sandbox.inTill(number)).length === 1, 60_000);
    });

    it(`runs a query in the developers' room, at ${at.api} pixels`, async () => {
      await begin(at.api);
      await olga.visit("api");
      expect(await olga.run(/"sections"/)).toContain("Пицца");
      await canBeUsedByAll(olga, at.api);
    });
  });

  it("calls only the gateway, and logs no errors", () => {
    for (const { browser } of [olga, mark]) {
      const hosts = browser.requested
        .filter((url) => !/^(data|blob):/.test(url))
        .map((url) => new URL(url).host);
      expect([...new Set(hosts)]).toEqual([new URL(gateway.client.url).host]);
      expect(browser.complaints).toEqual([]);
    }
  });
});
