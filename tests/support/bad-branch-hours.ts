/** What is wrong with the settings, and the faults that name it. */
export type BadSettings = readonly [what: string, input: object, faults: readonly string[]];

/** Hours that no branch can have. */
export const BAD_HOURS: readonly BadSettings[] = [
  [
    "hours of tables",
    {
      hours: { week: [{ fulfilment: "DINE_IN", day: "MONDAY", opens: "10:00", closes: "22:00" }] },
    },
    ["INVALID hours.week.0.fulfilment"],
  ],
  [
    "a period without times",
    { hours: { week: [{ fulfilment: "PICKUP", day: "MONDAY", opens: " ", closes: "" }] } },
    ["INVALID hours.week.0.opens"],
  ],
  [
    "times that no clock shows",
    {
      hours: {
        week: [
          { fulfilment: "PICKUP", day: "MONDAY", opens: "24:00", closes: "25:00" },
          { fulfilment: "PICKUP", day: "TUESDAY", opens: "10:60", closes: "noon" },
        ],
      },
    },
    [
      "INVALID hours.week.0.closes",
      "INVALID hours.week.0.opens",
      "INVALID hours.week.1.opens",
      "INVALID hours.week.1.closes",
    ],
  ],
  [
    "periods of a day that overlap, and a third one",
    {
      hours: {
        week: ["10:00", "11:00", "23:00"].map((opens) => {
          return { fulfilment: "DELIVERY", day: "MONDAY", opens, closes: "12:00" };
        }),
      },
    },
    ["INVALID hours.week.1.opens", "INVALID hours.week.2.opens"],
  ],
  [
    "days that are none, half closed, or closed and open",
    {
      hours: {
        days: [
          { fulfilment: "DELIVERY", date: "2026-02-30" },
          { fulfilment: "DELIVERY", date: "2026-12-31", opens: "10:00" },
          { fulfilment: "PICKUP", date: "2026-12-31" },
          { fulfilment: "PICKUP", date: "2026-12-31", opens: "10:00", closes: "18:00" },
        ],
      },
    },
    ["INVALID hours.days.0.date", "INVALID hours.days.1.closes", "INVALID hours.days.3.opens"],
  ],
  [
    "pre-orders for a year",
    { hours: { preorderMaxDays: 366, preorderMinMinutes: -1 } },
    ["INVALID hours.preorderMinMinutes", "INVALID hours.preorderMaxDays"],
  ],
];
