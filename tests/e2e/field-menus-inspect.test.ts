import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { demoBody } from "../support/catalogue-of-body";
import { aMenu, aMenuOf, anItem, type LighthouseFormat } from "../support/menu-bodies";
import { build } from "../support/program";

const folder = mkdtempSync(join(tmpdir(), "field-menus-"));

beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true }));

function inspect(body: unknown, ...options: string[]): string {
  const file = join(folder, "recording.json");
  writeFileSync(file, JSON.stringify(body));
  const program = ["--enable-source-maps", "dist/scripts/menu-inspect.js", file, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    encoding: "utf8",
    timeout: 120_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

describe("npm run menu:inspect", () => {
  it.each<[LighthouseFormat, string]>([
    ["v2", "itemCategories[].items[].paymentSubject"],
    ["v3", "itemGroups[].items[].taxCategoryId"],
    ["v4", "itemGroups[].items[].itemSizes[].sizeCode"],
    ["standalone", "products[].barcodes"],
    ["nomenclature", "products[].fullNameEnglish"],
  ])("names the unused fields of %s, with the reason", (format, path) => {
    const body = { ...(demoBody(format) as object), surpriseOfTomorrow: { at: 1 } };
    const text = inspect(body);
    expect(text).toMatch(/^Fields that are not used: \d+$/m);
    expect(text).toContain(
      "\n  surpriseOfTomorrow  ×1  object — UNKNOWN: the gateway knows no such field\n",
    );
    expect(text).toMatch(
      new RegExp(`^ {2}${path.replace(/[[\].]/g, "\\$&")} {2}×\\d+ {2}[a-z/ ]+ — [a-z].+$`, "m"),
    );
    expect(inspect(body, "--lang", "ru")).toContain("surpriseOfTomorrow  ×1  объект — НЕИЗВЕСТНО");
  });

  it("shows no values, and no keys that are data", () => {
    const guest = { phone: "+79990000009", name: "Анна Петрова" };
    const text = inspect(
      aMenu([anItem()], { lastGuest: guest, byPhone: { "+79990000009": guest } }),
    );
    expect(text).toContain("  lastGuest.phone  ×1  text — UNKNOWN");
    expect(text).toContain("  byPhone.{…}.name  ×1  text — UNKNOWN");
    expect(text).not.toMatch(/9990000009|Анна/);
  });

  it("reports a schedule that cannot be applied as an issue, in either language", () => {
    const schedules = [{ begin: "08:00", end: "11:00", daysOfWeek: ["saturday", "eve"] }];
    const body = aMenuOf([{ id: "a", name: "Завтраки", items: [anItem()], schedules }]);
    expect(inspect(body)).toMatch(
      /WARNING SCHEDULE_NOT_APPLIED: The category «Завтраки» has a schedule: Sat, eve 08:00–11:00/,
    );
    expect(inspect(body, "--lang", "ru")).toMatch(
      /ВНИМАНИЕ SCHEDULE_NOT_APPLIED: [^\n]*: сб, eve 08:00–11:00/,
    );
  });

  it.each<[string, unknown]>([
    ["an empty menu", { itemGroups: [] }],
    [
      "lists that are none",
      { itemGroups: [{ id: "a", items: 7 }], comboCategories: "x", intervals: {} },
    ],
    ["texts among the dishes", aMenu(["x", null, [[]], anItem()])],
    [
      "objects where values belong",
      aMenu([anItem({ name: {}, sku: [], itemSizes: [{ price: {} }] })]),
    ],
  ])("reads %s", (_what, body) => {
    expect(inspect(body)).toMatch(/^Fields that are not used: \d+$/m);
  });
});
