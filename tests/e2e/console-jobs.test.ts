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

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the jobs room of the console in a browser (skipped without Chromium)", () => {
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

  const address = () => page.browser.evaluate("location.pathname + location.search");

  it("says in words what is waiting, how orders flow, and how much of the key's budget is left", async () => {
    await Promise.all([storefront.order(), storefront.order()]);
    await page.openRoom("jobs");
    await page.sees("Plan the polling of iiko", ".jobs-t");
    expect(await page.text(".jobs-t")).not.toMatch(/plan-polls|QUEUED|FAILED/);
    await page.sees("in the hour, at most", ".sparklines");
    await page.sees("Orders: creating", ".budgets");
    const bars = `[...document.querySelectorAll(".sparklines rect")].filter((bar) => bar.height.baseVal.value > 0)`;
    await page.until(`${bars}.length > 1`);
    await page.picture("console-jobs");
  });

  it("keeps the filters in the address, and says that nothing has stopped", async () => {
    await page.press("Stopped", ".filters");
    await page.sees("Nothing has stopped", ".empty");
    expect(await address()).toBe("/console/jobs?state=dead");
    await page.visit("jobs?kind=plan-polls");
    await page.until(`document.querySelectorAll(".jobs-t tbody tr").length === 1`);
    await page.fill("select.kind", "tell-people");
    await page.sees("There are no such jobs", ".empty");
    expect(await address()).toBe("/console/jobs?kind=tell-people");
  });

  it("opens a job beside the list, or as a page on a narrow screen, with what to do", async () => {
    await page.visit("jobs");
    const link = `document.querySelector('[data-kind="refresh-pos-menu"] a')`;
    await page.until(`${link} && (${link}.click(), true)`);
    await page.sees("Refresh the menu in the catalogue", ".two .job .todo");
    expect(await address()).toMatch(/^\/console\/jobs\?open=\d+$/);
    await page.browser.resize(390, 844);
    await page.until(`document.querySelector(".two") === null`);
    await page.until(`${link} && (${link}.click(), true)`);
    await page.sees("Read iiko's menu", "h2");
    expect(await address()).toMatch(/^\/console\/jobs\/\d+$/);
    await page.until(`document.querySelector(".todo a.btn").click() ?? true`);
    await page.until(`location.pathname === "/console/catalogue"`);
    await page.visit("jobs/999999999");
    await page.sees("This job is no longer there", ".empty");
    await page.browser.resize(1440, 900);
  });

  it("lets the operator retry a stopped key, and the key works", async () => {
    const body = { errorDescription: "Apilogin has been blocked." };
    const fault = { kind: "status", status: 401, body } as const;
    await gateway.sandbox.plan({ path: "/api/1/access_token", times: 0, fault });
    await gateway.sandbox.send("POST", "tokens/expire", {});
    await gateway.client.ask(REFRESH, { id: storefront.branchId }, ADMIN_KEY);
    await page.visit("jobs");
    await page.sees("Stopped", ".pos-key .badge");
    await gateway.sandbox.clearFaults();
    await page.press("Try it again…", ".pos-key");
    await page.sees("Fix the cause first", ".ask-once");
    await page.press("Try it", ".ask-once");
    await page.sees("Works", ".pos-key .badge");
  });

  it("reruns a stopped job, after which nothing has stopped", async () => {
    const database = new Client({ connectionString: gateway.database.url });
    await database.connect();
    await database.query(`
      insert into jobs (task, lane, priority, branch_id, payload, attempts, dead, last_error)
      select task, lane, priority, branch_id, payload, 9, true, 'It failed' from jobs
      where task = 'refresh-pos-menu' limit 1`);
    await database.end();
    await page.visit("jobs?state=dead");
    const link = `document.querySelector(".jobs-t a")`;
    await page.until(`${link} && (${link}.click(), true)`);
    await page.sees("It failed last time", ".job");
    expect(await accessibilityFaults(page.browser)).toEqual([]);
    await page.press("Run it again", ".job");
    await page.sees("The job runs again", ".toasts");
    await eventually(async () => {
      await page.visit("jobs?state=dead");
      await page.until(`document.querySelector(".jobs-t, .empty") !== null`);
      return (await page.text(".empty")).includes("Nothing has stopped");
    });
  });

  it.each([
    ["ru", 1440],
    ["en", 390],
  ])("is accessible in %s, at %i pixels and other widths", async (language, width) => {
    await page.browser.resize(width);
    await page.browser.evaluate(`localStorage.setItem("console:language", "${language}")`);
    await page.visit("jobs");
    await page.until(
      `[".jobs-t", ".sparklines"].every((one) => document.querySelector(one) !== null)`,
    );
    expect(await faultsAtAnyWidth(page, width)).toEqual([]);
  });

  it.each(["Light", "Dark"])("has AA contrast in the %s theme", async (theme) => {
    await page.browser.resize(1440, 900);
    await page.prefer(theme);
    await page.until(`document.querySelector(".jobs-t") !== null`);
    for (const part of [".top", ".main", ".nav"]) {
      expect([part, await page.browser.evaluate(faintTexts(part))]).toEqual([part, []]);
    }
  });

  it("logs no errors in the browser", () => {
    expect(page.browser.complaints).toEqual([]);
  });
});
