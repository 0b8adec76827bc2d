import { lostCount, menuDrift, NO_DRIFT } from "../../src/domain/catalogue/menu-drift";

const soup = { posProductId: "soup", article: "1", name: "Суп" };
const tea = { posProductId: "tea", article: "2", name: "Чай" };
const monday = new Date("2026-11-02T12:00:00Z");
const tuesday = new Date("2026-11-03T12:00:00Z");
const january = new Date("2027-01-02T12:00:00Z");

describe("the drift of a menu", () => {
  it("is empty when the products stay", () => {
    expect(menuDrift([soup], [{ ...soup, name: "Щи" }, tea], NO_DRIFT, monday)).toEqual(NO_DRIFT);
  });

  it("contains a product that left without a deletion mark (quirk 20b)", () => {
    const drift = menuDrift([soup, tea], [tea], NO_DRIFT, monday);
    expect(drift.vanished).toEqual([{ ...soup, at: monday.toISOString() }]);
  });

  it("outlives the next change, until the product is back", () => {
    const gone = menuDrift([soup, tea], [tea], NO_DRIFT, monday);
    expect(menuDrift([tea], [tea], gone, tuesday)).toEqual(gone);
    expect(menuDrift([tea], [tea, soup], gone, tuesday)).toEqual(NO_DRIFT);
  });

  it("contains an article that changed on one id (quirk 20b) with its first value, until that is undone", () => {
    const once = menuDrift([soup], [{ ...soup, article: "10" }], NO_DRIFT, monday);
    expect(once.renumbered).toEqual([
      { ...soup, article: "10", before: "1", at: monday.toISOString() },
    ]);
    const twice = menuDrift(
      [{ ...soup, article: "10" }],
      [{ ...soup, article: "11" }],
      once,
      tuesday,
    );
    expect(twice.renumbered).toMatchObject([{ article: "11", before: "1" }]);
    expect(menuDrift([{ ...soup, article: "11" }], [soup], twice, tuesday).renumbered).toEqual([]);
  });

  it("is forgotten after 30 days", () => {
    const drift = menuDrift([soup, tea], [{ ...tea, article: "3" }], NO_DRIFT, monday);
    expect(drift.vanished).toHaveLength(1);
    expect(drift.renumbered).toHaveLength(1);
    expect(menuDrift([tea], [tea], drift, january)).toEqual(NO_DRIFT);
  });

  it("counts the products that are gone", () => {
    expect(lostCount([soup, tea], [tea, { ...soup, posProductId: "other" }])).toBe(1);
  });
});
