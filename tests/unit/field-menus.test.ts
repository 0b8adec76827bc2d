import { issueText } from "../../src/services/catalogue/pos-menu/issue-text";
import {
  aMenu,
  aMenuOf,
  anItem,
  aNomenclature,
  aProduct,
  type Body,
  ORGANIZATION,
  OTHER_ORGANIZATION,
  pricedAt,
} from "../support/menu-bodies";
import { issuesOf, menuOfV2, standalone, told } from "../support/told-facts";

const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"];

describe("a schedule", () => {
  const days = [...WEEK, "праздник"];
  const breakfast = [{ begin: "08:00", end: "11:00", daysOfWeek: days }];
  const anHour = [
    { id: "s", name: "Завтраки", periods: [{ from: "08:00:00", to: "11:00:00", weekDays: days }] },
  ];

  it.each<[string, Body]>([
    [
      "in place, format 2",
      menuOfV2({}, { schedules: breakfast, scheduleName: "Завтраки", scheduleId: "s" }),
    ],
    [
      "in place, format 3",
      aMenuOf([
        {
          id: "a",
          name: "Супы",
          items: [anItem()],
          schedules: breakfast,
          scheduleName: "Завтраки",
        },
      ]),
    ],
    ["by its id, standalone", { ...standalone({}, {}, { scheduleId: "s" }), schedules: anHour }],
  ])(
    "of a category that cannot be applied is reported with its times, its dishes and the consequence: %s",
    (_where, body) => {
      const [issue, ...others] = issuesOf(body);
      expect(others).toEqual([]);
      expect(issue).toMatchObject({
        code: "SCHEDULE_NOT_APPLIED",
        severity: "WARNING",
        article: null,
        posProducts: [{ posProductId: "product", name: "Уха" }],
      });
      expect(issueText(issue!).message.ru).toBe(
        "У раздела «Супы» есть расписание «Завтраки»: пн–пт, праздник 08:00–11:00. " +
          "Шлюз не может его соблюдать: всё показывается и принимается в любое время",
      );
    },
  );

  it.each<[string, Body, string]>([
    [
      "past midnight",
      { begin: "22:00", end: "02:00", daysOfWeek: ["Friday", "SATURDAY", "holiday"] },
      "Fri, Sat, holiday 22:00–02:00",
    ],
    [
      "on days apart",
      { begin: "9:00", end: "noon", daysOfWeek: ["sun", "mon", "wed"] },
      "Mon, Wed, Sun 9:00–noon",
    ],
    ["every day", { begin: "09:00", end: "25:00", daysOfWeek: [] }, ": 09:00–25:00"],
    [
      "on days nobody knows",
      { begin: "09:00", end: "12:00", daysOfWeek: ["holiday"] },
      "holiday 09:00–12:00",
    ],
    ["without an end", { begin: "18:00", daysOfWeek: null }, ": 18:00–…"],
  ])("is reported as it stands: %s", (_how, row, words) => {
    const [text] = told(aMenuOf([{ id: "a", name: "Супы", items: [anItem()], schedules: [row] }]));
    expect(text).toContain(words);
  });

  it("without times is reported as one whose hours the menu does not state", () => {
    const [text] = told(
      aMenuOf([{ id: "a", name: "Супы", items: [anItem()], schedules: [], scheduleName: "Утро" }]),
    );
    expect(text).toContain("has a schedule «Утро»: the menu does not tell the hours");
  });

  it("of the menu counts only for its own organization", () => {
    const hours = (organizationId: string) => ({
      organizationId,
      fromTime: "09:00",
      toTime: "late",
    });
    expect(told(aMenu([anItem()], { intervals: [hours(ORGANIZATION)] }))).toEqual([
      expect.stringContaining("The POS menu has a schedule: 09:00–late"),
    ]);
    expect(told(aMenu([anItem()], { intervals: [hours(OTHER_ORGANIZATION)] }))).toEqual([]);
  });

  it("of a combo is reported when its days cannot be read", () => {
    const combo = { id: "combo", name: "Ланч", priceStrategy: "FIXED", price: 300, groups: [] };
    const of = (startDate: string) => {
      const dated = { ...combo, startDate, expirationDate: "2026-12-31" };
      return told(
        aMenu([anItem()], { comboCategories: [{ id: "c", name: "Комбо", combos: [dated] }] }),
      );
    };
    expect(of("next week")).toEqual([
      expect.stringContaining("«Ланч» has a schedule: next week–2026-12-31"),
    ]);
    expect(of("2026-12-01")).toEqual([]);
  });

  it.each<[string, Body]>([
    ["an empty list", { schedules: [] }],
    ["null", { schedules: null, scheduleId: null, scheduleName: "null" }],
    [
      "round the clock",
      { schedules: [{ begin: "00:00", end: "23:59", daysOfWeek: [] }], scheduleName: "Всегда" },
    ],
    ["a schedule of a category without dishes", { schedules: breakfast, items: [] }],
    ["a text", { schedules: "утро" }],
  ])("is no issue when nothing is limited: %s", (_what, category) => {
    expect(told(aMenuOf([{ id: "a", name: "Супы", items: [anItem()], ...category }]))).toEqual([]);
  });
});

describe("a future price", () => {
  const next = (changes: Body) =>
    pricedAt(320, {
      price: { currentPrice: 320, isIncludedInMenu: true, nextIncludedInMenu: true, ...changes },
    });

  it.each<[string, Body, string]>([
    [
      "another one",
      { nextPrice: 350, nextDatePrice: "2026-12-05" },
      "320.00 → 350.00 (2026-12-05)",
    ],
    ["none", { nextIncludedInMenu: false, nextDatePrice: "2026-12-05" }, "320.00 → — (2026-12-05)"],
  ])("is reported with its date: %s", (_what, changes, words) => {
    const [text] = told(aNomenclature([aProduct({ sizePrices: [next(changes)] })]));
    expect(text).toContain(words);
  });

  it.each<[string, Body]>([
    ["the same", { nextPrice: 320, nextDatePrice: "2026-12-05" }],
    ["none", { nextPrice: null, nextDatePrice: null }],
  ])("is no issue when nothing changes: %s", (_what, changes) => {
    expect(told(aNomenclature([aProduct({ sizePrices: [next(changes)] })]))).toEqual([]);
  });
});
