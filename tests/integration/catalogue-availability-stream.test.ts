import { randomUUID } from "node:crypto";

import { NotFound } from "../../src/errors";
import { type AvailabilityChange } from "../../src/services/catalogue/menu/changed-availability";
import { FollowAvailability } from "../../src/subscriptions/follow-availability";
import { ANYBODY, operatorOf } from "../support/catalogue-api";
import { StopListFixture } from "../support/stop-list-fixture";

let fixture: StopListFixture;
let follow: FollowAvailability;
beforeAll(async () => {
  fixture = await StopListFixture.start();
  follow = new FollowAvailability(fixture.catalogue.shownMenus);
});
afterAll(() => fixture.stop());

type Result = IteratorResult<AvailabilityChange, undefined>;

function articleOf({ value }: Result): string | undefined {
  return value?.article;
}

describe("The stream of a branch's availability", () => {
  it("reports each product that changed, once per change, whatever is refreshed meanwhile", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const stream = await follow.of(ANYBODY, branchId);
    fixture.stopDishes(organizationId, "pos-00064", "pos-00100");
    await fixture.afterSeconds(0);
    expect([await stream.next(), await stream.next()].map(articleOf)).toEqual(["00064", "00100"]);
    await fixture.afterSeconds(100);
    fixture.stopDishes(organizationId, "pos-00064");
    await fixture.afterSeconds(100);
    expect(articleOf(await stream.next())).toBe("00100");
    await stream.return();
  });

  it("reports the very same change to all followers, so that it is executed once", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const [one, other] = [await follow.of(ANYBODY, branchId), await follow.of(ANYBODY, branchId)];
    fixture.stopDishes(organizationId, "pos-00100");
    await fixture.afterSeconds(100);
    const [change, same] = [await one.next(), await other.next()];
    expect(one.eventsAreShared).toBe(true);
    expect(change.value).toBe(same.value);
    await Promise.all([one.return(), other.return()]);
  });

  it("reports a product whose option has run out", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const stream = await follow.of(ANYBODY, branchId);
    fixture.stopDishes(organizationId, "pos-ketchup");
    await fixture.afterSeconds(100);
    expect(articleOf(await stream.next())).toBe("00064");
    await stream.return();
  });

  it("reports only the latest state to a reader who was busy", async () => {
    const { branchId, organizationId } = await fixture.branch();
    const stream = await follow.of(ANYBODY, branchId);
    fixture.stopDishes(organizationId, "pos-00064");
    await fixture.afterSeconds(100);
    await fixture.lacks(branchId, "00064", "00200");
    fixture.stopDishes(organizationId, "pos-00100");
    await fixture.afterSeconds(100);
    await fixture.lacks(branchId, "00100", "00200");
    expect(articleOf(await stream.next())).toBe("00100");
    await stream.return();
  });

  it("ends while its reader is waiting, and stays ended", async () => {
    const { branchId } = await fixture.branch();
    const stream = await follow.of(ANYBODY, branchId);
    const waiting = stream.next();
    await stream.return();
    expect([await waiting, await stream.next()]).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
  });

  it("does not exist for a branch that does not exist, nor for a key of another branch", async () => {
    const { branchId } = await fixture.branch();
    await expect(follow.of(ANYBODY, randomUUID())).rejects.toThrow(NotFound);
    await expect(follow.of(operatorOf([randomUUID()]), branchId)).rejects.toThrow(NotFound);
    await (await follow.of(operatorOf([branchId]), branchId)).return();
  });
});
