import { Client } from "pg";

import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/running-gateway";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("long work on the catalogue in a browser (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;
  let holder: Client;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    await gateway.storefront();
    holder = new Client({ connectionString: gateway.database.url });
    await holder.connect();
    page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
    await page.sees("Кафе на Лесной", ".place");
  });

  afterAll(async () => {
    await holder?.end();
    await page?.browser.close();
    await gateway?.stop();
  });

  it("shows how far a plan has come, also to who comes later, and that it is done", async () => {
    await gateway.sandbox.send("PUT", "menu/prices", { article: "01001", price: 330 });
    await page.visit("catalogue");
    await page.press("Sync prices", ".head");
    await page.sees("330", "[data-article='01001']");
    await holder.query("begin");
    await holder.query("select from products where article = '01001' for update");
    await page.press("Apply the plan", ".plan");
    await page.press("Apply the plan", ".ask-once");
    await page.sees("0 of ", "[data-work=APPLY]");
    await page.visit("catalogue/ours");
    await page.sees("0 of ", "[data-work=APPLY]");
    await page.picture("console-work");
    await holder.query("rollback");
    await page.sees("The plan is applied. Products: ", ".banner.t-green");
    expect(await page.text("[data-work]")).toBe("");
  });

  it("says that work was interrupted, and what to do", async () => {
    await holder.query(
      "update catalogue_works set ended_at = null, told_at = now() - interval '1 minute'",
    );
    await page.visit("catalogue/ours");
    await page.sees("Applying a plan was interrupted.", ".banner.t-amber");
    await page.sees("begin again.", ".banner.t-amber");
  });
});
