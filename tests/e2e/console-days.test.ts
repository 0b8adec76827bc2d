import { moveBranch, zoneWhereItIsNoon } from "../support/branch-clock";
import { CHROMIUM } from "../support/browser";
import { type ConsolePage } from "../support/console-page";
import { KillableGateway } from "../support/killable-gateway";
import { operatorInBrowser } from "../support/operator-in-browser";
import { type PlacedOrder } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;
const NOTHING = ".empty";
const LIST = ".tbl.orders";
const A_DAY_LATER = `(() => { const now = Date.now; Date.now = () => now() + 86_400_000; })()`;

describeWithChromium("the orders of a day (skipped where there is no Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;
  let order: PlacedOrder;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    const storefront = await gateway.storefront();
    await moveBranch(gateway, storefront.branchId, zoneWhereItIsNoon());
    order = await storefront.order();
    page = await operatorInBrowser(gateway, storefront.branchId, "Ольга");
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  it("are found by its name, and by no other", async () => {
    await page.visit("orders?q=вчера");
    await page.sees("ничего не нашлось", NOTHING);
    await page.visit("orders?q=сегодня");
    await page.sees(order.number, LIST);
  });

  it("are shown as numbers: by chart, by keyboard and as a table", async () => {
    await page.visit("money");
    await page.sees("Заказы по часам", "figure");
    await page.browser.evaluate(`document.querySelector(".plot .reads button").focus()`);
    await page.sees("доставка", ".plot .tip");
    await page.press("Числами", "figure");
    await page.sees("доставка", "figure .tbl");
    await page.sees("До кассы", ".tiles");
  });

  it.each(["orders", "money"])(
    "make room for those of the next in %s at midnight, with nobody at the screen",
    async (room) => {
      await page.visit(room);
      await page.until(`document.querySelector(".room .tbl, .room .tiles") !== null`);
      await page.browser.evaluate(A_DAY_LATER);
      await page.until(`document.querySelector("${NOTHING}") !== null`);
    },
  );
});
