import { randomUUID } from "node:crypto";

import { PosUnavailable } from "../../src/errors";
import { eventually } from "../support/catalogue-fixture";
import { StopListFixture } from "../support/stop-list-fixture";
import { publicMenuOf } from "../../src/resolvers/public-menu";

let fixture: StopListFixture;
beforeEach(async () => (fixture = await StopListFixture.start()));
afterEach(() => fixture.stop());

describe("A POS that is down", () => {
  it("makes the menu stale after three minutes, and is asked until it is back: fresh within a minute", async () => {
    const { branchId, organizationId } = await fixture.branch();
    fixture.stopDishes(organizationId, "pos-00100");
    await fixture.afterSeconds(0);
    await fixture.lacks(branchId, "00100", "00200");
    const readAt = fixture.catalogue.clock.now();
    fixture.catalogue.pos.failure = new PosUnavailable("timeout");
    for (let tick = 0; tick < 18; tick += 1) await fixture.afterSeconds(10);
    const shown = await fixture.catalogue.shownMenus.of(branchId);
    expect(shown).toMatchObject({ stale: false, asOf: readAt });
    await fixture.afterSeconds(1);
    expect(shown).toMatchObject({ stale: true, asOf: readAt });
    expect(await fixture.unavailable(branchId)).toEqual(["00100", "00200"]);
    expect((await fixture.rows.findOneByOrFail({ branchId })).failingSince).not.toBeNull();

    fixture.catalogue.pos.failure = undefined;
    for (let tick = 0; tick < 6; tick += 1) await fixture.afterSeconds(10);
    await eventually(
      () => fixture.catalogue.shownMenus.of(branchId),
      (again) => again === shown && !again!.stale,
    );
    expect((await fixture.rows.findOneByOrFail({ branchId })).failingSince).toBeNull();
  });

  it("was never heard of: the menu is as old as what was last heard, and stale", async () => {
    const { branchId } = await fixture.branch();
    expect(await fixture.catalogue.shownMenus.of(branchId)).toMatchObject({ stale: true });
  });
});

describe("News of a stop list (quirk 19, stop-list race)", () => {
  it("makes it due in three seconds, and a burst costs one call", async () => {
    const { branchId, organizationId } = await fixture.branch();
    await fixture.afterSeconds(0);
    fixture.stopDishes(organizationId, "pos-00064");
    for (let event = 0; event < 10; event += 1) await fixture.expectStopList.execute(organizationId);
    expect(await fixture.dueInSeconds()).toEqual([3, 10]);
    await fixture.afterSeconds(3);
    await fixture.lacks(branchId, "00064", "00200");
    expect(fixture.catalogue.pos.stopListCalls).toHaveLength(2);
  });

  it("of an organization that no branch belongs to does nothing", async () => {
    await fixture.expectStopList.execute(randomUUID());
    expect(await fixture.dueInSeconds()).toEqual([]);
  });

  it("is read also where nothing was read before", async () => {
    const { branchId, organizationId } = await fixture.branch();
    fixture.stopDishes(organizationId, "pos-00064");
    await fixture.expectStopList.execute(organizationId);
    await fixture.afterSeconds(3);
    await fixture.lacks(branchId, "00064", "00200");
  });
});

describe("What a branch shows", () => {
  it("costs no statement once it is warm, and is built once", async () => {
    const { branchId } = await fixture.branch();
    const { shownMenus } = fixture.catalogue;
    const menu = publicMenuOf((await shownMenus.of(branchId))!);
    let again: unknown;
    const look = async () => (again = publicMenuOf((await shownMenus.of(branchId))!));
    expect(await fixture.catalogue.countStatements(look)).toBe(0);
    expect(again).toBe(menu);
    expect([menu, menu.sections[0], menu.products[0]].every(Object.isFrozen)).toBe(true);
  });

  it("gets another revision when its stop list changes, and another tag when only its age does", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const { shownMenus } = fixture.catalogue;
    await fixture.afterSeconds(0);
    const first = (await shownMenus.of(branchId))!;
    const [revision, tag] = [first.revision, first.tag];
    await fixture.afterSeconds(100);
    await eventually(
      () => shownMenus.of(branchId),
      (shown) => shown!.tag !== tag,
    );
    expect((await shownMenus.of(branchId))!.revision).toBe(revision);
    fixture.stopDishes(organizationId, "pos-00064");
    await fixture.afterSeconds(100);
    await fixture.lacks(branchId, "00064", "00200");
    expect((await shownMenus.of(branchId))!.revision).not.toBe(revision);
  });
});
