import { randomUUID } from "node:crypto";

import { PosUnavailable } from "../../src/errors";
import { MenuMemory } from "../../src/services/catalogue/kept/menu-memory";
import { MenuSnapshots } from "../../src/services/catalogue/menu/menu-snapshots";
import { aPosCategory, aPosGroup, aPosItem, aPosMenu } from "../support/a-pos-menu";
import { CatalogueFixture, errorsOf } from "../support/catalogue-fixture";
import { eventuallyFits } from "../support/eventually";

const MENU = aPosCategory({
  items: [aPosItem({ optionGroups: [aPosGroup()] }), aPosItem({ article: "00100" })],
});

let fixture: CatalogueFixture;
beforeAll(async () => (fixture = await CatalogueFixture.start()));
afterAll(() => fixture.stop());

describe("A menu snapshot", () => {
  it("is read a page of products at a time, with a statement for each, in menu order", async () => {
    const articles = Array.from({ length: 401 }, (_, index) => String(401 - index));
    const place = await fixture.branchWith(
      aPosCategory({ items: articles.map((article) => aPosItem({ article })) }),
    );
    await fixture.importAll(place, ...articles);
    const colder = new MenuSnapshots(fixture.db, fixture.feed, MenuMemory.ofMegabytes(64));
    const ofTransaction = 3;
    expect(await fixture.countStatements(() => colder.get(place.branchId))).toBe(
      ofTransaction + 1 + 3,
    );
    const [section] = (await colder.get(place.branchId))!.sections;
    expect(section!.products.map(({ article }) => article)).toEqual(articles);
  });

  it("takes no statement once it is warm, and is the same object for everyone", async () => {
    const { branchId } = await fixture.branchWith(MENU);
    const first = await fixture.snapshots.get(branchId);
    expect(await fixture.countStatements(() => fixture.snapshots.get(branchId))).toBe(0);
    expect(await fixture.snapshots.get(branchId.toUpperCase())).toBe(first);
  });

  it("is read once for all who ask simultaneously", async () => {
    const branchId = await fixture.branch();
    const ask = () =>
      Promise.all(Array.from({ length: 20 }, () => fixture.snapshots.get(branchId)));
    const once = await fixture.countStatements(() =>
      new MenuSnapshots(fixture.db, fixture.feed, MenuMemory.ofMegabytes(64)).get(branchId),
    );
    expect(await fixture.countStatements(ask)).toBe(once);
  });

  it("is deeply frozen", async () => {
    const place = await fixture.branchWith(MENU);
    await fixture.importAll(place, "00064");
    const snapshot = await fixture.snapshots.get(place.branchId);
    const product = snapshot!.productByArticle.get("00064")!;
    const parts = [
      snapshot,
      snapshot!.sections,
      product,
      product.sizes,
      product.sizes[0],
      product.optionGroups[0],
    ];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
    expect(Object.isFrozen(product.optionGroups[0]!.options[0]!.priceBySize)).toBe(true);
  });

  it("follows an announced change", async () => {
    const { branchId } = await fixture.branchWith(MENU);
    const before = await fixture.snapshots.get(branchId);
    await fixture.createSection.execute({ branchId, name: "Хиты" });
    const after = await eventuallyFits(
      () => fixture.snapshots.get(branchId),
      (snapshot) => snapshot!.revision > before!.revision,
    );
    expect(after!.sections.map(({ name }) => name)).toEqual(["Пицца", "Хиты"]);
    expect(before!.sections).toHaveLength(1);
  });

  it("follows changes it may have missed, once the feed reports a gap", async () => {
    const { branchId } = await fixture.branchWith(MENU);
    await fixture.snapshots.get(branchId);
    await fixture.db.query("update branches set catalogue_version = 50 where id = $1", [branchId]);
    fixture.feed.gap();
    await eventuallyFits(
      () => fixture.snapshots.get(branchId),
      (snapshot) => snapshot!.revision === 50,
    );
  });

  it("is reread immediately for a caller who knows of a newer one", async () => {
    const { branchId } = await fixture.branchWith(MENU);
    await fixture.snapshots.get(branchId);
    await fixture.db.query("update branches set catalogue_version = 60 where id = $1", [branchId]);
    expect((await fixture.snapshots.get(branchId, 60))!.revision).toBe(60);
  });

  it("stays in service while it cannot be reread, and is replaced once it can", async () => {
    const { branchId } = await fixture.branchWith(MENU);
    const before = await fixture.snapshots.get(branchId);
    await fixture.db.query("alter table product_sizes rename to product_sizes_away");
    await fixture.db.query("update branches set catalogue_version = 70 where id = $1", [branchId]);
    const sent = fixture.statements.length;
    fixture.feed.gap();
    await eventuallyFits(
      () => Promise.resolve(fixture.statements.length),
      (length) => length > sent,
    );
    expect(await fixture.snapshots.get(branchId)).toBe(before);
    await fixture.db.query("alter table product_sizes_away rename to product_sizes");
    await eventuallyFits(
      () => fixture.snapshots.get(branchId),
      (snapshot) => snapshot!.revision === 70,
    );
  });

  it("does not exist for a branch that does not exist", async () => {
    expect(await fixture.snapshots.get(randomUUID())).toBeUndefined();
    expect(await fixture.countStatements(() => fixture.snapshots.get("no-uuid"))).toBe(0);
  });
});

describe("Refreshing the POS menu", () => {
  it("keeps the menu, and only makes it fresher, when the content is the same", async () => {
    const branchId = await fixture.branch();
    const first = await fixture.refresh(branchId, MENU);
    expect(first).toMatchObject({ source: "EXTERNAL_MENU_V3", revision: "7", categories: [MENU] });
    fixture.pos.posMenu = { ...aPosMenu(MENU), revision: "8" };
    fixture.clock.turnTo(new Date(first.refreshedAt.getTime() + 1));
    const before = fixture.statements.length;
    await fixture.refreshPosMenu.execute(branchId);
    expect(
      fixture.statements
        .slice(before)
        .filter((sql) => /categories = |insert into pos_menu/.test(sql)),
    ).toEqual([]);
    const second = (await fixture.findPosMenu.execute(branchId))!;
    expect(second).toMatchObject({ revision: "8", contentHash: first.contentHash });
    expect(second.refreshedAt.getTime()).toBeGreaterThan(first.refreshedAt.getTime());
  });

  it("replaces a menu whose content differs", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, MENU);
    const other = aPosCategory({
      items: MENU.items.map((item) => ({ ...item, name: `Новое: ${item.name}` })),
    });
    expect((await fixture.refresh(branchId, other)).categories).toEqual([other]);
  });

  it("never lets an empty menu replace a good one", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, MENU);
    expect(await errorsOf(fixture.refresh(branchId))).toEqual([
      { code: "UPSTREAM_REJECTED", field: null },
    ]);
    expect((await fixture.findPosMenu.execute(branchId))!.categories).toEqual([MENU]);
  });

  it("keeps the last menu, and says so, when the POS does not answer or is not connected", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, MENU);
    fixture.pos.failure = new PosUnavailable("timeout");
    expect(await errorsOf(fixture.refreshPosMenu.execute(branchId))).toMatchObject([
      { code: "UPSTREAM_UNAVAILABLE" },
    ]);
    fixture.pos.failure = undefined;
    fixture.connected = false;
    expect(await errorsOf(fixture.refreshPosMenu.execute(branchId))).toMatchObject([
      { code: "UPSTREAM_REJECTED" },
    ]);
    fixture.connected = true;
    expect((await fixture.findPosMenu.execute(branchId))!.categories).toEqual([MENU]);
  });
});

describe("The catalogue's tables", () => {
  it.each([
    ["an article that is no number", "update products set article = 'A-1'"],
    ["a negative price", "update product_sizes set price = -1"],
    ["a second product with an article", "update products set article = '5'"],
    ["a product without a name", "update products set name = ''"],
    ["an option with a negative price", "update options set price = -1"],
  ])("refuse %s", async (_, sql) => {
    const place = await fixture.branchWith(MENU);
    await fixture.importAll(place, "00064", "00100");
    await expect(fixture.db.query(sql)).rejects.toThrow(/violates (check|unique) constraint/);
  });
});
