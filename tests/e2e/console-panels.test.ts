import { CHROMIUM } from "../support/browser";
import { ConsolePage } from "../support/console-page";
import { faintTexts } from "../support/contrast";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/running-gateway";
import { type Storefront } from "../support/storefront";

const REFRESH = "mutation ($id: ID!) { refreshPosMenu(branchId: $id) { userErrors { code } } }";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("the console's rooms in a browser (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
    await page.sees("Кафе на Лесной", ".place");
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  describe("the room of jobs", () => {
    it("tells how orders flow, what waits for its time, and what of the key's budget is left", async () => {
      await Promise.all([storefront.order(), storefront.order()]);
      await page.openRoom("jobs");
      await page.sees("in the hour, at most", ".sparklines");
      await page.sees("plan-polls", ".panel table");
      await page.sees("Orders: creating", ".budgets");
      const bars = `[...document.querySelectorAll(".sparklines rect")].filter((bar) => bar.height.baseVal.value > 0)`;
      expect(Number(await page.until(`${bars}.length`))).toBeGreaterThan(1);
      await page.picture("console-jobs");
    });

    it("lets the operator try a stopped key again, and the key works", async () => {
      const body = { errorDescription: "Apilogin has been blocked." };
      const fault = { kind: "status", status: 401, body } as const;
      await gateway.sandbox.plan({ path: "/api/1/access_token", times: 0, fault });
      await gateway.sandbox.send("POST", "tokens/expire", {});
      await gateway.client.ask(REFRESH, { id: storefront.branchId }, ADMIN_KEY);
      await page.sees("Stopped", ".panel h2");
      await gateway.sandbox.clearFaults();
      await page.press("Try the key again", ".panel");
      await page.press("Yes: try the key again", ".asked");
      await page.sees("Works", ".panel h2");
    });
  });

  it.each(["Light", "Dark"])(
    "can be read in the %s colours: every contrast is AA",
    async (theme) => {
      await page.prefer(theme);
      for (const room of ["jobs"]) {
        await page.openRoom(room);
        await page.until(`document.querySelector(".panel :is(.card, table)") !== null`);
        for (const part of [".top", ".panel", ".nav"]) {
          expect([room, part, await page.browser.evaluate(faintTexts(part))]).toEqual([
            room,
            part,
            [],
          ]);
        }
      }
    },
  );

  it("raises no complaint in the browser", () => {
    expect(page.browser.complaints).toEqual([]);
  });
});
