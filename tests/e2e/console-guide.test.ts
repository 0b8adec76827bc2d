import { readFileSync } from "node:fs";
import { join } from "node:path";

import { CHROMIUM } from "../support/browser";
import { chooseFrom, fillIn } from "../support/console-form";
import { ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { ADMIN_KEY } from "../support/settings";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;

const GUIDE = join(__dirname, "..", "..", "docs", "nastroika-iiko.md");
const WIZARD = /^## 4\. .*?(^1\. .*?)^## /ms;
/** What a step asks the reader to do, in the guide's own words. */
const ACTS =
  /[Оо]ткройте комнату «([^»]+)»|[Нн]ажмите «([^»]+)»|`([^`]+)`,? в поле «([^»]+)»|[Вв]ыберите «([^»]+)» в списке «([^»]+)»|Дождитесь «([^»]+)»/gs;

describeWithChromium("the Russian guide to the wizard (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;

  beforeAll(async () => {
    gateway = await KillableGateway.start("50", { SMTP_URL: "smtp://127.0.0.1:25" });
    page = await ConsolePage.open(gateway.client.url);
    await page.prefer("Русский");
    await page.signIn(ADMIN_KEY);
    await page.until(`document.querySelector(".sign-in") === null`);
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  const openRoom = (name: string) => {
    const entry = `[...document.querySelectorAll(".nav a")].find((one) => one.textContent === ${JSON.stringify(name)})`;
    return page.until(`${entry}?.click() ?? ${entry}?.ariaCurrent === "page"`);
  };

  /** Presses a button or a link; a step has been saved once the next one appears. */
  const press = async (name: string) => {
    const before = await page.browser.evaluate("location.pathname");
    const found = `[...document.querySelectorAll("main button, main a.btn")].find((one) => one.textContent === ${JSON.stringify(name)} && !one.disabled)`;
    await page
      .until(
        `document.querySelector("main .busy") === null && !document.querySelector("main").textContent.includes("спрашиваем iiko") && (${found} ? (${found}.click(), true) : false)`,
      )
      .catch(async () => {
        throw new Error(`There is no «${name}» to press: ${await page.text("main")}`);
      });
    if (name.startsWith("Сохранить") || name === "Дальше")
      await page.until(`location.pathname !== ${JSON.stringify(before)}`).catch(async () => {
        throw new Error(`«${name}» leads nowhere: ${await page.text("[role=alert]")}`);
      });
  };

  it("leads from the first step to the doctor by the words on the screen", async () => {
    const guide = readFileSync(GUIDE, "utf8");
    const [, steps = ""] = WIZARD.exec(guide) ?? [];
    const acts = [...steps.matchAll(ACTS)];
    expect(acts.length).toBeGreaterThan(12);
    for (const [, room, button, value, field, option, list, text] of acts) {
      if (room !== undefined) await openRoom(room);
      else if (button !== undefined) await press(button);
      else if (field !== undefined) await fillIn(page, field, value ?? "");
      else if (list !== undefined) await chooseFrom(page, list, option ?? "");
      else await page.sees(text ?? "", "main");
    }
    await page.until(`document.querySelector('[data-check="KEY_WORKS"]') !== null`);
    const wrong = `[...document.querySelectorAll('[data-state="FAILED"]')].map((one) => one.dataset.check).join()`;
    expect(await page.browser.evaluate(wrong)).toBe("DUPLICATE_ARTICLES");
  });
});
