import { randomUUID } from "node:crypto";

import { PosKind } from "../../src/entities/branches/branch-settings";
import { PosUnavailable } from "../../src/errors";
import { type Availability } from "../../src/resolvers/catalogue/availability";
import { publicMenuOf } from "../../src/resolvers/catalogue/public-menu";
import { itemsOf, toPosMenu, toPosMenuItem } from "../../src/resolvers/catalogue/public-pos-menu";
import { sharedMenuAnswers } from "../../src/resolvers/catalogue/shared-menu-answers";
import { readPosMenu } from "../../src/services/catalogue/pos-menu/read-pos-menu";
import { aGroupList, anEntry } from "../support/a-stop-list";
import { eventuallyFits } from "../support/eventually";
import { KITCHEN, productsIn, StopListFixture } from "../support/stop-list-fixture";

let fixture: StopListFixture;
beforeEach(async () => (fixture = await StopListFixture.start()));
afterEach(() => fixture.stop());

describe("A POS that is down", () => {
  it("makes the menu stale after three minutes, and is polled until it is back: fresh within a minute", async () => {
    const { branchId, organizationId } = await fixture.branch();
    fixture.stopDishes(organizationId, "pos-00100");
    await fixture.afterSeconds(0);
    await fixture.lacks(branchId, "00100", "00200");
    const readAt = fixture.catalogue.clock.now();
    fixture.catalogue.pos.failure = new PosUnavailable("timeout");
    for (let tick = 0; tick < 18; tick += 1) await fixture.afterSeconds(10);
    const shown = await fixture.catalogue.shownMenus.get(branchId);
    expect(shown).toMatchObject({ stale: false, asOf: readAt });
    await fixture.afterSeconds(1);
    expect(shown).toMatchObject({ stale: true, asOf: readAt });
    expect(await fixture.unavailable(branchId)).toEqual(["00100", "00200"]);
    expect((await fixture.rows.findOneByOrFail({ branchId })).failingSince).not.toBeNull();

    fixture.catalogue.pos.failure = undefined;
    for (let tick = 0; tick < 6; tick += 1) await fixture.afterSeconds(10);
    await eventuallyFits(
      () => fixture.catalogue.shownMenus.get(branchId),
      (again) => again === shown && !again!.stale,
    );
    expect((await fixture.rows.findOneByOrFail({ branchId })).failingSince).toBeNull();
  });

  it("recovers along with its stop list and its menu: fresh within a minute, without a restart", async () => {
    const { branchId } = await fixture.branch();
    const { pos, shownMenus } = fixture.catalogue;
    await fixture.pass(branchId, 60);
    const { asOf: before } = (await shownMenus.get(branchId))!;
    pos.failure = new PosUnavailable("timeout");
    await fixture.pass(branchId, 1_000);
    const shown = (await shownMenus.get(branchId))!;
    expect(shown).toMatchObject({ stale: true, stockStale: true });
    expect(shown.asOf.getTime()).toBeLessThanOrEqual(before.getTime());

    pos.failure = undefined;
    const backAt = fixture.catalogue.clock.now();
    await fixture.pass(branchId, 60);
    await eventuallyFits(
      () => shownMenus.get(branchId),
      (again) => again === shown && !again.stale && again.asOf >= backAt,
    );
  });

  it("that fails only for its menu makes the menu stale, while the availability of each dish stays fresh", async () => {
    const { branchId } = await fixture.branch();
    const { pos, shownMenus, clock, refreshPosMenu } = fixture.catalogue;
    const readAt = clock.now();
    const menuOf = async () => publicMenuOf((await shownMenus.get(branchId))!);
    const answer = pos.menu.bind(pos);
    pos.menu = () => Promise.reject(new PosUnavailable("timeout"));
    await refreshPosMenu.executeUnasked({ branchId });
    await fixture.pass(branchId, 180);
    await eventuallyFits(menuOf, (menu) => !menu.stale && menu.asOf > readAt);
    await fixture.pass(branchId, 10);
    const menu = await eventuallyFits(menuOf, ({ stale }) => stale);
    expect(menu.asOf).toEqual(readAt);
    const [pizza] = productsIn(menu);
    expect(pizza!.availability.stale).toBe(false);
    expect(pizza!.availability.asOf.getTime()).toBeGreaterThan(readAt.getTime());
    pos.menu = answer;
    await fixture.pass(branchId, 60);
    await eventuallyFits(menuOf, ({ stale }) => !stale);
  });

  it("that has never answered makes the menu stale, as old as the last contact", async () => {
    const { branchId } = await fixture.branch();
    fixture.catalogue.pos.failure = new PosUnavailable("timeout");
    await fixture.pass(branchId, 180);
    expect(await fixture.catalogue.shownMenus.get(branchId)).toMatchObject({ stale: false });
    await fixture.pass(branchId, 10);
    expect(await fixture.catalogue.shownMenus.get(branchId)).toMatchObject({ stale: true });
  });
});

describe("An event about a stop list (quirk 19, stop-list race)", () => {
  it("makes it due in three seconds, and a burst costs one call", async () => {
    const { branchId, organizationId } = await fixture.branch();
    await fixture.afterSeconds(0);
    fixture.stopDishes(organizationId, "pos-00064");
    for (let event = 0; event < 10; event += 1)
      await fixture.expectStopList.execute(fixture.catalogue.db.manager, [organizationId]);
    expect(await fixture.dueInSeconds()).toEqual([3, 10]);
    await fixture.afterSeconds(3);
    await fixture.lacks(branchId, "00064", "00200");
    expect(fixture.catalogue.pos.stopListCalls).toHaveLength(2);
  });

  it("has the same effect as a requested refresh of the POS menu, unlike an automatic refresh", async () => {
    const { branchId } = await fixture.branch();
    await fixture.afterSeconds(0);
    await fixture.catalogue.refreshPosMenu.executeUnasked({ branchId });
    expect(await fixture.dueInSeconds()).toEqual([10]);
    await fixture.catalogue.refreshPosMenu.execute(branchId);
    expect(await fixture.dueInSeconds()).toEqual([3, 10]);
  });

  it("for an organization that no branch belongs to does nothing", async () => {
    await fixture.expectStopList.execute(fixture.catalogue.db.manager, [randomUUID()]);
    expect(await fixture.dueInSeconds()).toEqual([]);
  });

  it("is acted on even if nothing was read before", async () => {
    const { branchId, organizationId } = await fixture.branch();
    fixture.stopDishes(organizationId, "pos-00064");
    await fixture.expectStopList.execute(fixture.catalogue.db.manager, [organizationId]);
    await fixture.afterSeconds(3);
    await fixture.lacks(branchId, "00064", "00200");
  });
});

describe("New settings of a branch", () => {
  it("take effect within the next ten seconds: another terminal group has another list", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const other = randomUUID();
    fixture.stopDishes(organizationId, "pos-00100");
    await fixture.afterSeconds(0);
    await fixture.lacks(branchId, "00100", "00200");
    await fixture.connect(branchId, { terminalGroupId: other });
    await fixture.afterSeconds(10);
    await fixture.lacks(branchId, "00200");
  });

  it("without a POS lift its stop list immediately, and nothing is stale", async () => {
    const { branchId, organizationId } = await fixture.branch();
    fixture.stopDishes(organizationId, "pos-00100");
    await fixture.afterSeconds(0);
    await fixture.lacks(branchId, "00100", "00200");
    await fixture.connect(branchId, { pos: PosKind.NONE });
    await fixture.lacks(branchId, "00200");
    await fixture.pass(branchId, 200);
    expect(await fixture.catalogue.shownMenus.get(branchId)).toMatchObject({ stale: false });
  });
});

describe("The POS menu that operators see", () => {
  it("says for each size and option what the stop list says of it, whether sold or not", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const { pos, db, shownMenus } = fixture.catalogue;
    const entries = [
      anEntry("pos-00064", { posSizeId: "s" }),
      anEntry("pos-ketchup", { balance: 1500 }),
    ];
    pos.knownStopLists.set(organizationId, [aGroupList(entries, KITCHEN)]);
    await fixture.afterSeconds(0);
    const shown = await eventuallyFits(
      () => shownMenus.get(branchId),
      (menu) => !menu!.stopList.isEmpty,
    );
    const posMenu = toPosMenu((await readPosMenu(db, branchId))!, shown!);
    const [pizza, , soup] = itemsOf(posMenu, {}).map((listed) =>
      toPosMenuItem(listed, posMenu, () => []),
    );
    const said = (those: readonly { availability: Availability }[]) =>
      those.map(({ availability: { reason, remaining } }) => reason ?? remaining);
    expect(said(pizza!.sizes)).toEqual(["STOP_LIST", null]);
    expect(said(pizza!.optionGroups[0]!.options)).toEqual(["1.5"]);
    expect(said(soup!.sizes)).toEqual(["NOT_PRICED"]);
    expect(pizza!.sizes[0]!.availability.asOf).toEqual(fixture.catalogue.clock.now());
  });
});

describe("What a branch shows", () => {
  it("takes no statement once it is warm, and is built once", async () => {
    const { branchId } = await fixture.branch();
    const { shownMenus } = fixture.catalogue;
    const menu = publicMenuOf((await shownMenus.get(branchId))!);
    let again: unknown;
    const look = async () => (again = publicMenuOf((await shownMenus.get(branchId))!));
    expect(await fixture.catalogue.countStatements(look)).toBe(0);
    expect(again).toBe(menu);
    expect(productsIn(menu)[0]).toBe(productsIn(menu)[0]);
    expect([menu, menu.sections[0], productsIn(menu)[0]].every(Object.isFrozen)).toBe(true);
  });

  it("gets a new revision when its stop list changes, and answers are shared until it or its age changes", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const { shownMenus } = fixture.catalogue;
    await fixture.afterSeconds(0);
    const { revision } = (await shownMenus.get(branchId))!;
    const sharing = sharedMenuAnswers(shownMenus);
    const reads = {
      fields: [{ name: "menu", args: { branchId } }],
      types: new Set(["Menu", "Availability"]),
    };
    const shared = () => Promise.resolve(sharing(reads, "ru")!.revision);
    const first = await shared();
    await fixture.afterSeconds(100);
    const fresher = await eventuallyFits(shared, (tag) => tag !== first);
    expect((await shownMenus.get(branchId))!.revision).toBe(revision);
    fixture.stopDishes(organizationId, "pos-00064");
    await fixture.afterSeconds(100);
    await fixture.lacks(branchId, "00064", "00200");
    expect((await shownMenus.get(branchId))!.revision).not.toBe(revision);
    expect([first, fresher]).not.toContain(await shared());
  });
});
