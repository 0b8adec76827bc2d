import { createTimes } from "../../src/app/order-times";
import { type Branch } from "../../src/entities/branches/branch";
import { SetBusyMode } from "../../src/services/branches/set-busy-mode";
import { SetOrderAcceptance } from "../../src/services/branches/set-order-acceptance";
import { LookAtBranches } from "../../src/services/checkout/look-at-branches";
import { OpenStates } from "../../src/services/checkout/open-states";
import { FollowOpenState } from "../../src/subscriptions/follow-open-state";
import { ADMIN, GUEST } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const LOOK_MS = 5;
const MINUTE_MS = 60_000;

describe("A subscriber to a branch's open state", () => {
  let fixture: OrderFixture;
  let follow: FollowOpenState;
  let branchId: string;
  let looks: number;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  afterAll(() => fixture.stop());

  beforeEach(async () => {
    branchId = await fixture.branch({ hours: { usualMinutes: 40 } });
    const { db, clock } = fixture;
    const openStates = new OpenStates({ estimates: createTimes(db, clock).estimates, clock });
    const branches = new LookAtBranches(db.manager, openStates);
    const execute = branches.execute.bind(branches);
    looks = 0;
    branches.execute = (ids) => {
      looks += 1;
      return execute(ids);
    };
    follow = new FollowOpenState(branches, LOOK_MS);
  });

  const inMinutes = (minutes: number) =>
    new Date(fixture.clock.now().getTime() + minutes * MINUTE_MS);
  const busy = (minutes: number, until: Date | null) =>
    new SetBusyMode(fixture.db, fixture.clock).execute(ADMIN, branchId, { minutes, until });

  async function next(stream: AsyncIterator<Branch, undefined>): Promise<number | "the end"> {
    const result: IteratorResult<Branch, undefined> = await stream.next();
    return result.done ? "the end" : result.value.busyMinutesAt(fixture.clock.now());
  }

  async function after(looksMore: number): Promise<void> {
    const [before, started] = [looks, Date.now()];
    while (looks < before + looksMore && Date.now() - started < 20_000)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }

  it("immediately learns the current state, and then when busy mode begins, changes and ends on its own", async () => {
    const stream = await follow.of(GUEST, branchId);
    expect(await next(stream)).toBe(0);
    const until = inMinutes(60);
    await busy(30, until);
    expect(await next(stream)).toBe(30);
    await busy(45, until);
    expect(await next(stream)).toBe(45);
    fixture.clock.turnTo(until);
    expect(await next(stream)).toBe(0);
    await stream.return();
  });

  it("learns of pauses, and never receives the same state twice, however often it is checked", async () => {
    const stream = await follow.of(GUEST, branchId);
    await next(stream);
    const told: boolean[] = [];
    const reading = (async () => {
      for await (const branch of stream) told.push(branch.acceptingDelivery);
    })();
    await after(3);
    const accept = new SetOrderAcceptance(fixture.db, fixture.clock);
    await accept.execute(ADMIN, branchId, { delivery: false });
    await after(3);
    await fixture.db.query("update branches set catalogue_version = 99 where id = $1", [branchId]);
    await after(3);
    await accept.execute(ADMIN, branchId, { delivery: true });
    await after(3);
    await stream.return();
    await reading;
    expect(told).toEqual([false, true]);
  });

  it("shares each check and the very same events with all others; without subscribers nothing is checked", async () => {
    const streams = await Promise.all([1, 2, 3].map(() => follow.of(GUEST, branchId)));
    for (const stream of streams) await next(stream);
    await busy(30, inMinutes(60));
    const events = await Promise.all(streams.map(async (stream) => (await stream.next()).value));
    expect(new Set(events).size).toBe(1);
    await Promise.all(streams.map((stream) => stream.return()));
    await after(1);
    const before = looks;
    await new Promise((resolve) => setTimeout(resolve, 10 * LOOK_MS));
    expect(looks).toBeLessThanOrEqual(before + 1);
  });

  it("hears no more of a branch that is hidden from guests, unless it is one of the staff", async () => {
    const [guest, staff] = [
      await follow.of(GUEST, branchId.toUpperCase()),
      await follow.of(ADMIN, branchId),
    ];
    await Promise.all([next(guest), next(staff)]);
    await fixture.saveSettings(branchId, { published: false });
    expect(await next(guest)).toBe("the end");
    expect(await next(staff)).toBe(0);
    await expect(follow.of(GUEST, branchId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(follow.of(GUEST, "nowhere")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await staff.return();
  });
});
