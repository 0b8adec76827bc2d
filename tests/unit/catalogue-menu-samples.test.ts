import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { detectMenuFormat, normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";

/** A folder of recorded iiko bodies; those that are not menus are skipped. */
const SAMPLES = process.env["IIKO_SAMPLES"] ?? "";

const menus = (existsSync(SAMPLES) ? readdirSync(SAMPLES) : [])
  .filter((file) => file.endsWith(".json"))
  .map((file) => [file, JSON.parse(readFileSync(join(SAMPLES, file), "utf8")) as unknown] as const)
  .filter(([, body]) => detectMenuFormat(body) !== undefined);

describe("recorded menus", () => {
  if (menus.length === 0) {
    it.skip("are normalised when the folder that IIKO_SAMPLES names contains any", () => undefined);
    return;
  }

  it.each(menus)("are normalised: %s", (_file, body) => {
    const { categories } = normaliseMenu(body);
    const items = categories.flatMap((category) => category.items);
    expect(items.length).toBeGreaterThan(3);
    expect(new Set(items.map((item) => item.posProductId)).size).toBe(items.length);
    expect(items.some((item) => item.sizes.some((size) => (size.price ?? 0) > 0))).toBe(true);
    for (const item of items) {
      expect(item.sizes.length).toBeGreaterThan(0);
      for (const group of item.optionGroups) {
        expect(group.max).toBeGreaterThanOrEqual(Math.max(1, group.min));
        expect(group.options.every((option) => option.max > 0 && option.min <= option.max)).toBe(
          true,
        );
      }
    }
  });
});
