import { CHROMIUM } from "../support/browser";
import { fillIn } from "../support/console-form";
import { ConsolePage } from "../support/console-page";
import { eventually } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const SETTINGS = `query ($id: ID!) {
  branch(id: $id) { name country settings { delivery { fee freeFrom } } }
}`;

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

describeWithChromium("a form whose answers come late (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let storefront: Storefront;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    page = await ConsolePage.openSignedIn(gateway.client.url, ADMIN_KEY);
    await page.sees("Кафе на Лесной", ".place");
  });

  beforeEach(async () => {
    await page.visit(`branches/${storefront.branchId}/hours`);
    await page.sees("Delivery fee", "main");
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  /** Answers to operations of this name wait until `release`. */
  const holdBack = async (operation: string) => {
    await page.browser.evaluate(`(() => {
      const send = window.fetch;
      const free = new Promise((resolve) => (window.release = resolve));
      window.held = 0;
      window.fetch = async (url, init) => {
        const answer = await send(url, init);
        if (!String(init?.body).includes(${JSON.stringify(`${operation}(`)})) return answer;
        window.held += 1;
        await free;
        return answer;
      };
    })()`);
  };
  const release = () => page.browser.evaluate("window.release()");
  const held = () => page.until("window.held > 0");
  const valueIn = (label: string) =>
    page.browser.evaluate(
      `[...document.querySelectorAll("label")].find((one) => one.textContent.trim() === "${label}")?.control?.value`,
    );
  const save = () => page.press("Save and check", ".save-bar");
  const saved = async () => {
    const { branch } = await gateway.client.ask<{
      branch: { name: string; settings: { delivery: object } };
    }>(SETTINGS, { id: storefront.branchId }, ADMIN_KEY);
    return branch.settings.delivery;
  };

  it("keeps what is typed while the branch reloads, and saves it without a refusal", async () => {
    await holdBack("BranchForm");
    await fillIn(page, "Delivery fee", "150");
    await save();
    await held();
    expect(await valueIn("Delivery fee")).toBe("150");
    await fillIn(page, "Free from", "2000");
    await release();
    await page.until(`document.querySelector(".save-bar .busy") === null`);
    expect(await valueIn("Free from")).toBe("2000");
    await save();
    await eventually(async () => JSON.stringify(await saved()).includes("2000"));
    expect(await saved()).toEqual({ fee: "150.00", freeFrom: "2000.00" });
    expect(await page.text("main [role=alert]")).toBe("");
  });

  it("keeps what is typed while it is being saved", async () => {
    await holdBack("SaveSettings");
    await fillIn(page, "Delivery fee", "170");
    await save();
    await held();
    await fillIn(page, "Free from", "2500");
    await fillIn(page, "Delivery fee", "175");
    await release();
    await page.until(`document.querySelector(".save-bar .busy") === null`);
    expect(await valueIn("Free from")).toBe("2500");
    expect(await valueIn("Delivery fee")).toBe("175");
    await save();
    await eventually(async () => JSON.stringify(await saved()).includes("2500"));
    expect(await saved()).toEqual({ fee: "175.00", freeFrom: "2500.00" });
  });

  it("keeps what is typed when the branch cannot be reloaded", async () => {
    await fillIn(page, "Delivery fee", "190");
    await page.browser.evaluate(`(() => {
      const send = window.fetch;
      window.fetch = (url, init) =>
        String(init?.body).includes("BranchForm(") ? Promise.reject(new Error("away")) : send(url, init);
    })()`);
    await page.press("Pause: delivery, Кафе на Лесной", "main");
    await page.until(
      `[...document.querySelectorAll(".pauses button")].find((one) => one.textContent.startsWith("30"))?.click() ?? document.querySelector(".pauses") === null`,
    );
    await page.sees("The gateway", "main [role=alert]");
    expect(await valueIn("Delivery fee")).toBe("190");
  });
});
