import { PosRejected, RefusalKind } from "../../src/errors";
import { aGroupList, anEntry } from "../support/a-stop-list";
import { eventuallyFits } from "../support/eventually";
import { KITCHEN, StopListFixture } from "../support/stop-list-fixture";

const OTHER_KITCHEN = "0d7c3f0e-6a1e-4c57-9d7a-2f3b8f7a1c02";
const MINUTE = 60_000;

let fixture: StopListFixture;
beforeEach(async () => (fixture = await StopListFixture.start()));
afterEach(() => fixture.stop());

describe("Refreshing stop lists", () => {
  it("reads every connected branch's, and the branch's own terminal group decides", async () => {
    const { branchId, organizationId } = await fixture.branch();
    expect(await fixture.unavailable(branchId)).toEqual(["00200"]);
    fixture.catalogue.pos.knownStopLists.set(organizationId, [
      aGroupList([anEntry("pos-00100")], KITCHEN),
      aGroupList([anEntry("pos-00064")], OTHER_KITCHEN),
    ]);
    await fixture.afterSeconds(0);
    await fixture.lacks(branchId, "00100", "00200");
  });

  it("counts only what all terminal groups lack when a branch has none of its own", async () => {
    const { branchId, organizationId } = await fixture.branch({ terminalGroupId: null });
    const { pos } = fixture.catalogue;
    pos.knownTerminalGroups = [KITCHEN, OTHER_KITCHEN].map((posId) => {
      return { posId, organizationId, name: posId, visible: true, utcOffsetMinutes: null };
    });
    pos.knownStopLists.set(organizationId, [
      aGroupList([anEntry("pos-00064"), anEntry("pos-00100")], KITCHEN),
      aGroupList([anEntry("pos-00064")], OTHER_KITCHEN),
    ]);
    await fixture.afterSeconds(0);
    await fixture.lacks(branchId, "00064", "00200");
    fixture.stopDishes(organizationId, "pos-00064");
    await fixture.afterSeconds(100);
    await fixture.lacks(branchId, "00200");
  });

  it("makes one request for all branches of a key, and keeps them together", async () => {
    const [one, other] = [await fixture.branch(), await fixture.branch()];
    await fixture.afterSeconds(0);
    const late = await fixture.branch();
    await fixture.afterSeconds(10);
    await fixture.afterSeconds(100);
    await fixture.afterSeconds(100);
    const calls = fixture.catalogue.pos.stopListCalls.map((ids) => [...ids].sort());
    const pair = [one.organizationId, other.organizationId].sort();
    const all = [...pair, late.organizationId].sort();
    expect(calls).toEqual([pair, [late.organizationId], all, all]);
  });

  it("is due again within a minute and a half, at the key's slot in the minute", async () => {
    const { branchId } = await fixture.branch();
    await fixture.afterSeconds(0);
    const places = new Set<number>();
    for (const seconds of [100, 77, 95]) {
      await fixture.afterSeconds(seconds);
      const { dueAt, readAt } = await fixture.rows.findOneByOrFail({ branchId });
      const inMs = dueAt.getTime() - (readAt?.getTime() ?? 0);
      expect(inMs).toBeGreaterThanOrEqual(MINUTE / 2);
      expect(inMs).toBeLessThanOrEqual(MINUTE * 1.5);
      places.add(dueAt.getTime() % MINUTE);
    }
    expect(places.size).toBe(1);
  });

  it("keeps an unchanged list without a new revision, only fresher", async () => {
    const { branchId, organizationId } = await fixture.branch();
    fixture.stopDishes(organizationId, "pos-00100", "pos-00064");
    await fixture.afterSeconds(0);
    await fixture.lacks(branchId, "00064", "00100", "00200");
    const before = await fixture.rows.findOneByOrFail({ branchId });
    const shown = await fixture.catalogue.shownMenus.get(branchId);
    fixture.stopDishes(organizationId, "pos-00064", "pos-00100");
    await fixture.afterSeconds(100);
    const after = await fixture.rows.findOneByOrFail({ branchId });
    expect(after.revision).toBe(before.revision);
    expect(after.readAt!.getTime()).toBe(fixture.catalogue.clock.now().getTime());
    await eventuallyFits(
      () => fixture.catalogue.shownMenus.get(branchId),
      (again) => again === shown && again!.asOf.getTime() === after.readAt!.getTime(),
    );
  });

  it("lets no answer to an earlier request replace the answer to a later one", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const { pos, clock } = fixture.catalogue;
    const answer = pos.stopLists.bind(pos);
    let release = (): void => undefined;
    pos.stopLists = async (...asked) => {
      const early = await answer(...asked);
      await new Promise<void>((resolve) => (release = resolve));
      return early;
    };
    const slow = fixture.afterSeconds(0);
    await eventuallyFits(
      () => Promise.resolve(pos.stopListCalls.length),
      (count) => count === 1,
    );
    pos.stopLists = answer;
    fixture.stopDishes(organizationId, "pos-00100");
    clock.turnTo(new Date(clock.now().getTime() + 1000));
    await fixture.expectStopList.execute(fixture.catalogue.db.manager, [organizationId]);
    await fixture.afterSeconds(3);
    release();
    await slow;
    expect((await fixture.rows.findOneByOrFail({ branchId })).groups).toMatchObject([
      { entries: [{}] },
    ]);
  });

  it("asks for each organization separately when the POS refuses them together", async () => {
    const [good, bad] = [await fixture.branch(), await fixture.branch()];
    const { pos } = fixture.catalogue;
    const answer = pos.stopLists.bind(pos);
    fixture.stopDishes(good.organizationId, "pos-00100");
    pos.stopLists = (credential, ids) =>
      ids.includes(bad.organizationId)
        ? Promise.reject(
            new PosRejected("unknown", { posCode: "UNKNOWN", kind: RefusalKind.MAPPING }),
          )
        : answer(credential, ids);
    await fixture.afterSeconds(0);
    await fixture.lacks(good.branchId, "00100", "00200");
    expect(await fixture.rows.findOneByOrFail({ branchId: bad.branchId })).toMatchObject({
      readAt: null,
      failingSince: fixture.catalogue.clock.now(),
    });
  });

  it("makes no request for a branch that is not connected", async () => {
    const { branchId } = await fixture.branch();
    await fixture.afterSeconds(0);
    await fixture.catalogue.db.query(
      "update branch_settings set pos = 'NONE' where branch_id = $1",
      [branchId],
    );
    await fixture.afterSeconds(200);
    expect(fixture.catalogue.pos.stopListCalls).toHaveLength(1);
  });
});
