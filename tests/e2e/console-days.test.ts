import { moveBranch, zoneWhereItIs, zoneWhereItIsNoon } from "../support/branch-clock";
import { CHROMIUM } from "../support/browser";
import { type ConsolePage } from "../support/console-page";
import { eventually, eventuallyIs } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { operatorInBrowser } from "../support/operator-in-browser";
import { changeSettings } from "../support/set-up-branch";
import { type PlacedOrder, type Storefront } from "../support/storefront";

const describeWithChromium = CHROMIUM === undefined ? describe.skip : describe;
const NOTHING = ".empty";
const LIST = ".tbl.orders";
const STATES = ".branch-states";
const DAYS = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split(" ");
const PACE = "query ($id: ID!) { branch(id: $id) { openState { busyMinutes } } }";
const A_DAY_LATER = `(() => { const now = Date.now; Date.now = () => now() + 86_400_000; })()`;

describeWithChromium("a day at a branch (skipped without Chromium)", () => {
  let gateway: KillableGateway;
  let page: ConsolePage;
  let storefront: Storefront;
  let order: PlacedOrder;

  beforeAll(async () => {
    gateway = await KillableGateway.start();
    storefront = await gateway.storefront();
    await moveBranch(gateway, storefront.branchId, zoneWhereItIsNoon());
    order = await storefront.order();
    page = await operatorInBrowser(gateway, storefront.branchId, "Ольга");
  });

  afterAll(async () => {
    await page?.browser.close();
    await gateway?.stop();
  });

  it("finds its orders by its own name only", async () => {
    await page.visit("orders?q=вчера");
    await page.sees("ничего не нашлось", NOTHING);
    await page.visit("orders?q=сегодня");
    await page.sees(order.number, LIST);
  });

  it("shows its orders as numbers: in a chart, by keyboard and as a table", async () => {
    await page.visit("money");
    await page.sees("Заказы по часам", "figure");
    await page.browser.evaluate(`document.querySelector(".plot .reads button").focus()`);
    await page.sees("доставка", ".plot .tip");
    await page.press("Числами", "figure");
    await page.sees("доставка", "figure .tbl");
    await page.sees("До кассы", ".tiles");
  });

  describe.each([1440, 390])("with a busy kitchen, at %i pixels", (width) => {
    beforeAll(async () => {
      await page.browser.resize(width, 844);
      await page.visit();
    });

    const pace = async () => {
      const variables = { id: storefront.branchId };
      type Answer = { branch: { openState: { busyMinutes: number } } };
      return (await gateway.client.ask<Answer>(PACE, variables)).branch.openState.busyMinutes;
    };
    const put = async (choice: string) => {
      await page.press("Кухня: Кафе на Лесной", STATES);
      await page.sees("У принятых заказов время прежнее", ".pauses .consequence");
      const box = `document.querySelector(".pauses").getBoundingClientRect()`;
      const isWhole = `${box}.left >= 0 && ${box}.right <= innerWidth && ${box}.bottom <= innerHeight`;
      expect(await page.browser.evaluate(isWhole)).toBe(true);
      await page.until(
        `[...document.querySelectorAll(".pauses .opt-b")].find((one) => (one.ariaLabel ?? one.textContent).startsWith("${choice}"))?.click() ?? document.querySelector(".pauses") === null`,
      );
    };

    it("says so in two clicks, with what becomes of orders, and undoes it", async () => {
      await put("+30 мин до");
      await page.sees("Кухня: загружена, +30 мин до", STATES);
      expect(await pace()).toBe(30);
      await page.press("Вернуть", ".toast");
      await eventuallyIs(pace, 0);
    });

    it("changes the delay, until somebody says that orders take their usual time", async () => {
      await put("+30 мин до");
      await page.sees("Кухня: загружена, +30 мин до", STATES);
      await put("+60 мин до");
      await page.sees("Кухня: загружена, +60 мин до", STATES);
      await put("Обычное время");
      await eventuallyIs(pace, 0);
      await eventually(async () => !(await page.text(STATES)).includes("загружена"));
    });
  });

  it("offers only hours late in the evening, too, side by side", async () => {
    await moveBranch(gateway, storefront.branchId, zoneWhereItIs(23));
    await page.visit();
    await page.press("Кухня: Кафе на Лесной", STATES);
    await page.until(`document.querySelector(".pauses .busy-until") !== null`);
    const hours = `[...document.querySelectorAll(".busy-until .opt-b")].map((one) => one.textContent)`;
    const offered = (await page.browser.evaluate(hours)) as string[];
    expect(offered).toHaveLength(9);
    for (const hour of offered) expect(hour).toMatch(/^до \d\d:\d\d$/);
    const beside = `document.querySelector(".pauses").scrollWidth - document.querySelector(".pauses").clientWidth`;
    expect(await page.browser.evaluate(beside)).toBe(0);
    await moveBranch(gateway, storefront.branchId, zoneWhereItIsNoon());
  });

  it("says in both rooms that the branch is outside its hours, and when it opens", async () => {
    const open = (hours: [opens: string, closes: string][]) =>
      changeSettings(gateway.client, storefront.branchId, {
        hours: {
          week: hours.flatMap(([opens, closes]) =>
            DAYS.map((day) => ({ fulfilment: "DELIVERY", day, opens, closes })),
          ),
        },
      });
    await open([["18:00", "21:00"]]);
    await page.visit("branches");
    await page.sees("по часам закрыто до 18:00", "[data-way=delivery]");
    await page.sees("принимаем", "[data-way=pickup]");
    await page.visit();
    await page.sees("Доставка: по часам закрыто до 18:00", STATES);
    await page.sees("Самовывоз: открыто", STATES);
    await open([]);
    await page.visit();
    await page.sees("Доставка: открыто", STATES);
  });

  it.each(["orders", "money"])(
    "gives way to the next day in %s at midnight, with nobody at the screen",
    async (room) => {
      await page.visit(room);
      await page.until(`document.querySelector(".room .tbl, .room .tiles") !== null`);
      await page.browser.evaluate(A_DAY_LATER);
      await page.until(`document.querySelector("${NOTHING}") !== null`);
    },
  );
});
