import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { LostOrganization } from "../../src/entities/branches/lost-organization";
import { OrganizationContact } from "../../src/entities/branches/organization-contact";
import { StopListRow } from "../../src/entities/catalogue/stop-list-row";
import { OrganizationsDenied, PosUnavailable, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const QUARTER = 15 * 60;

describe("a key that has lost one of its organizations", () => {
  let fixture: OrderFixture;
  const [kept, gone] = [randomUUID(), randomUUID()];
  let branchId: string;
  let lostBranchId: string;
  /** The organizations that the POS refuses to report on, and whether it says which. */
  let denied: string[];
  let names: boolean;
  /** The organizations of every query about orders. */
  let asked: (readonly string[])[];

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    [denied, names, asked] = [[gone], true, []];
    fixture.pos.knownOrganizations = [{ posId: kept, name: "Арбат" }];
    refuse("orderChanges", (ids) => ids);
    refuse("ordersDue", (places: readonly { organizationId: string }[]) =>
      places.map((each) => each.organizationId),
    );
    refuse("stopLists", (ids) => ids);
    branchId = await fixture.branch({}, kept);
    lostBranchId = await fixture.branch({}, gone);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.stop();
  });

  function refuse<T = readonly string[]>(
    method: "orderChanges" | "ordersDue" | "stopLists",
    idsOf: (about: T) => readonly string[],
  ): void {
    const answer = fixture.pos[method].bind(fixture.pos) as (
      ...call: unknown[]
    ) => Promise<unknown>;
    const refusing = async (...call: unknown[]) => {
      const ids = idsOf(call[1] as T);
      asked.push(ids);
      const organizationIds = ids.filter((id) => denied.includes(id));
      if (organizationIds.length === 0) return answer(...call);
      const details = { posCode: "ORGANIZATION_DENIED", kind: RefusalKind.OPERATOR };
      throw new OrganizationsDenied("Not yours", {
        ...details,
        organizationIds: names ? organizationIds : [],
      });
    };
    jest.spyOn(fixture.pos, method).mockImplementation(refusing as never);
  }

  const poll = () => fixture.useCases.pollOrders.execute({ branchIds: [branchId, lostBranchId] });

  async function cooking(): Promise<string> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    fixture.pos.decide(order.posOrderId, { status: OrderStatus.COOKING, rawStatus: "Cooking" });
    return order.id;
  }

  it.each([
    ["names it", true],
    ["does not name it", false],
  ])("goes on with the others if the POS %s", async (_, isNamed) => {
    names = isNamed;
    const id = await cooking();
    await poll();
    expect(await fixture.order(id)).toMatchObject({ status: "COOKING" });
    const contacts = await fixture.db.manager.find(OrganizationContact);
    expect(contacts.map(({ organizationId }) => organizationId)).toEqual([kept]);
  });

  it("is reported once, with its branches", async () => {
    await poll();
    await poll();
    expect(fixture.organizationNews).toEqual([
      { organizationId: gone, branchIds: [lostBranchId], isLost: true },
    ]);
    const lost = await fixture.catalogueOn(fixture.db).lostOrganizations.ofBranches();
    expect(lost).toMatchObject([{ branchId: lostBranchId, organizationId: gone }]);
  });

  it("no longer names it in requests, and checks slowly whether it is back", async () => {
    await poll();
    asked = [];
    await fixture.pass(QUARTER - 60);
    await poll();
    expect(asked.flat()).not.toContain(gone);
    fixture.pos.knownOrganizations.push({ posId: gone, name: "Ушёл" });
    denied = [];
    await poll();
    expect(asked.flat()).not.toContain(gone);
    await fixture.pass(120);
    await poll();
    expect(asked.at(-1)).toEqual([kept, gone].sort((one, other) => one.localeCompare(other)));
    expect(fixture.organizationNews.map(({ isLost }) => isLost)).toEqual([true, false]);
  });

  it("asks about it immediately when someone has saved the branch's settings", async () => {
    await poll();
    denied = [];
    await fixture.saveSettings(lostBranchId, { apiLogin: "invented" });
    await poll();
    expect(asked.at(-1)).toContain(gone);
  });

  it("reads the others' stop lists", async () => {
    await fixture.pass();
    const { db } = fixture;
    await db.query("delete from jobs");
    await db.query("insert into stop_lists (branch_id, due_at) values ($1, now()), ($2, now())", [
      branchId,
      lostBranchId,
    ]);
    await fixture.jobs.enqueue(db.manager, "refresh-stop-lists", {});
    await fixture.pass();
    const list = (id: string) => db.manager.findOneByOrFail(StopListRow, { branchId: id });
    expect(await list(branchId)).toMatchObject({
      readAt: expect.any(Date) as Date,
      failingSince: null,
    });
    expect(await list(lostBranchId)).toMatchObject({
      readAt: null,
      failingSince: expect.any(Date) as Date,
    });
  });

  it("is not used for any request while all are lost", async () => {
    denied.push(kept);
    await poll();
    asked = [];
    await poll();
    expect(asked).toEqual([]);
  });

  it("does not lose the others because the POS is silent", async () => {
    await poll();
    await fixture.pass(QUARTER);
    jest.spyOn(fixture.pos, "organizations").mockRejectedValue(new PosUnavailable("no answer"));
    await poll();
    expect(asked.at(-1)).toEqual([kept]);
    expect(await fixture.db.manager.find(LostOrganization)).toHaveLength(1);
  });

  it("forgets it once no branch names it", async () => {
    await poll();
    await fixture.saveSettings(lostBranchId, { organizationId: kept });
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 2 * 86_400_000));
    await fixture.useCases.purgeExpired.execute();
    expect(await fixture.db.manager.find(LostOrganization)).toEqual([]);
  });
});
