import { externalMenuV2 } from "../../sandbox/menus/external-menu-v2";
import { externalMenuV3 } from "../../sandbox/menus/external-menu-v3";
import { externalMenuV4 } from "../../sandbox/menus/external-menu-v4";
import { type MenuRequest } from "../../sandbox/menus/menu-request";
import { menuV3Standalone } from "../../sandbox/menus/menu-v3-standalone";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Restaurant, type SaleHours as Scripted } from "../../sandbox/restaurant/model";
import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { type SaleHours } from "../../src/domain/catalogue/sale-hours";
import {
  aMenu,
  aMenuOf,
  anItem,
  type Body,
  ORGANIZATION,
  OTHER_ORGANIZATION,
} from "../support/menu-bodies";
import { menuOfV2, standalone } from "../support/told-facts";

const FORMATS = { externalMenuV2, externalMenuV3, externalMenuV4, menuV3Standalone };
const request: MenuRequest = {
  organizationIds: demoRestaurant.organizations.map(({ id }) => id),
  imageUrl: (article) => `http://sandbox/${article}.png`,
  revision: 7,
};
const BREAKFASTS = "Завтраки";
const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const EIGHT_TO_ELEVEN = { days: [1, 2, 3, 4, 5], from: 480, to: 660 };

/** Without the days of combos. */
function saleHours(body: object): SaleHours {
  const { menu, products } = normaliseMenu(body, ORGANIZATION).saleHours;
  return { menu, products: products.filter(({ dates }) => dates === undefined) };
}

function selling(
  section: string,
  hours: Scripted[],
  menuHours: Restaurant["menuHours"] = [],
): Restaurant {
  const categories = demoRestaurant.categories.map((category) =>
    category.name === section ? { ...category, hours } : category,
  );
  return { ...demoRestaurant, categories, menuHours };
}

/** The demo restaurant with a combo that is sold in December. */
function withDecemberCombo() {
  const restaurant = structuredClone<Restaurant>(demoRestaurant);
  const category = restaurant.categories.find(({ combos }) => combos.length > 0)!;
  const [combo] = category.combos;
  combo!.sold = { from: "2026-12-01", to: "2026-12-31" };
  return { restaurant, category: category.name, id: combo!.id };
}

describe("the hours of a menu", () => {
  it.each(Object.entries(FORMATS))("are those of its categories in %s", (_name, write) => {
    const restaurant = selling(BREAKFASTS, [{ begin: "08:00", end: "11:00", days: WEEK }]);
    const breakfasts = restaurant.categories.find(({ name }) => name === BREAKFASTS)!;
    expect(saleHours(write(restaurant, request))).toEqual({
      menu: [],
      products: [
        { periods: [EIGHT_TO_ELEVEN], posProductIds: breakfasts.products.map(({ id }) => id) },
      ],
    });
  });

  it.each([
    ["externalMenuV2", externalMenuV2, []],
    ["externalMenuV3", externalMenuV3, []],
    // The only format that lists combos among the dishes of a category with hours.
    ["externalMenuV4", externalMenuV4, [EIGHT_TO_ELEVEN]],
  ])("combine with the days of a combo in %s", (_name, write, periods) => {
    const { id, category, restaurant } = withDecemberCombo();
    const hours = [{ begin: "08:00", end: "11:00", days: WEEK }];
    const scripted = restaurant.categories.map((one) =>
      one.name === category ? { ...one, hours } : one,
    );
    const body = write({ ...restaurant, categories: scripted }, request);
    const { products } = normaliseMenu(body, ORGANIZATION).saleHours;
    expect(products.find(({ posProductIds }) => posProductIds.includes(id))).toEqual({
      periods,
      dates: { from: { date: "2026-12-01", minute: 0 }, to: { date: "2026-12-31", minute: 1440 } },
      posProductIds: [id],
    });
  });

  it.each(Object.entries(FORMATS))(
    "are absent when nothing is said about them in %s",
    (_name, write) => {
      expect(saleHours(write(demoRestaurant, request))).toEqual({ menu: [], products: [] });
    },
  );

  it("extend past midnight when they end before they begin, and last a day when they end where they begin", () => {
    const periods = [
      { begin: "22:00", end: "02:00", days: ["Friday", "SAT"] },
      { begin: "10:00", end: "10:00", days: ["sunday"] },
    ];
    expect(
      saleHours(menuV3Standalone(selling(BREAKFASTS, periods), request)).products,
    ).toMatchObject([
      {
        periods: [
          { days: [5, 6], from: 1320, to: 1560 },
          { days: [7], from: 600, to: 2040 },
        ],
      },
    ]);
  });

  it("of the menu itself are those of its organization", () => {
    const hours = (organizationId: string) => ({
      organizationId,
      fromTime: "09:00",
      toTime: "23:59",
    });
    const menu = (id: string) => saleHours(aMenu([anItem()], { intervals: [hours(id)] })).menu;
    expect(menu(ORGANIZATION)).toEqual([{ days: [], from: 540, to: 1440 }]);
    expect(menu(OTHER_ORGANIZATION)).toEqual([]);
  });

  const row = { begin: "08:00", end: "11:00", daysOfWeek: WEEK };
  const section = (id: string, changes: Body) => ({ id, name: id, items: [anItem()], ...changes });

  it("of a dish in two categories are those of both", () => {
    const evening = { schedules: [{ begin: "18:00", end: "21:00", daysOfWeek: [] }] };
    const body = aMenuOf([section("a", { schedules: [row] }), section("b", evening)]);
    expect(saleHours(body).products).toEqual([
      {
        periods: [EIGHT_TO_ELEVEN, { days: [], from: 1080, to: 1260 }],
        posProductIds: ["product"],
      },
    ]);
  });

  it.each<[string, Body, number]>([
    ["always, where the other one is open always", {}, 0],
    ["those of the category that is shown", { isHidden: true }, 1],
    ["always, where a category says an empty list", { schedules: null }, 0],
  ])("of a dish in two categories are %s", (_which, other, limited) => {
    const body = aMenuOf([section("a", { schedules: [row] }), section("b", other)]);
    expect(saleHours(body).products).toHaveLength(limited);
  });

  it.each<[string, Body]>([
    ["days nobody knows", { ...row, daysOfWeek: ["monday", "holiday"] }],
    ["no end", { ...row, end: null }],
    ["a time that is none", { ...row, begin: "8 утра" }],
  ])("limit nothing when they cannot be read, and that is reported: %s", (_what, broken) => {
    const bodies = [
      aMenuOf([section("a", { schedules: [row, broken] })]),
      menuOfV2({}, { schedules: [broken] }),
    ];
    for (const body of bodies) {
      expect(saleHours(body).products).toEqual([]);
      expect(normaliseMenu(body, ORGANIZATION).unapplied).toMatchObject([
        { code: "SCHEDULE_NOT_APPLIED" },
      ]);
    }
  });

  it("raise no issue when they are applied", () => {
    const named = {
      ...standalone({}, {}, { scheduleId: "s" }),
      schedules: [
        { id: "s", name: "Утро", periods: [{ from: "08:00:00", to: "11:00:00", weekDays: null }] },
      ],
    };
    expect(normaliseMenu(named, ORGANIZATION).unapplied).toEqual([]);
    expect(saleHours(named).products).toEqual([
      { periods: [{ days: [], from: 480, to: 660 }], posProductIds: ["product"] },
    ]);
  });
});
