import { type DataSource } from "typeorm";

import { BranchPositions1764000000127 } from "../../migrations/1764000000127-branch-positions";
import { type OrderEventRow } from "../../src/entities/orders/order-event-row";
import { openBranchEvents } from "../../src/subscriptions/branch-event-stream";
import { BranchHistory } from "../../src/subscriptions/branch-history";
import { cursorOf, seenBy, type SeenEvent } from "../../src/subscriptions/event-cursor";
import { type EventStream } from "../../src/subscriptions/event-stream";
import { openOrderEvents } from "../../src/subscriptions/order-event-stream";
import { OrderHistory } from "../../src/subscriptions/order-history";
import { SharedReads } from "../../src/subscriptions/shared-reads";
import { aNewOrder } from "../support/a-new-order";
import { InMemoryEventFeed } from "../support/in-memory-event-feed";
import { noteOnOrder } from "../support/note-on-order";
import { OrderFixture } from "../support/order-fixture";
import { loseNewestEvent, restoredFrom, XIDS_AHEAD } from "../support/restored-database";

const START: SeenEvent = {
  sequence: 0,
  position: "0",
  name: { id: "00000000-0000-0000-0000-000000000000" },
};
describe("a cursor", () => {
  let fixture: OrderFixture;
  let feed: InMemoryEventFeed;
  let reads: SharedReads;
  let branchId: string;
  let orderIds: string[];
  const opened: EventStream<unknown>[] = [];
  const restored: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  beforeEach(async () => {
    feed = new InMemoryEventFeed();
    reads = new SharedReads(feed);
    branchId = await fixture.branch();
    orderIds = [];
    for (let count = 1; count <= 3; count += 1) {
      orderIds.push((await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order.id);
    }
  });

  afterEach(async () => {
    for (const stream of opened.splice(0)) await stream.return();
    for (const each of restored.splice(0)) await each.close();
  });

  async function follow(db: DataSource, after?: SeenEvent): Promise<EventStream<unknown>> {
    const wanted = ({ detail }: OrderEventRow) => detail.kind !== "INJECTION";
    const stream = await openBranchEvents(new BranchHistory(db), reads, branchId, after, wanted);
    opened.push(stream);
    return stream;
  }

  async function track(
    db: DataSource,
    orderId: string,
    after?: SeenEvent,
  ): Promise<EventStream<unknown>> {
    const stream = await openOrderEvents(new OrderHistory(db), reads, orderId, after);
    opened.push(stream);
    return stream;
  }

  async function restore(): Promise<DataSource> {
    const database = await restoredFrom(fixture.db);
    restored.push(database);
    // In the restored database everything starts again.
    reads = new SharedReads(feed);
    return database.db;
  }

  /** Returns the event's id. */
  async function write(db: DataSource, orderId = orderIds[0]!): Promise<string> {
    await noteOnOrder(db, orderId, { feed });
    return (await new OrderHistory(db).after(orderId, 0, 1_000)).at(-1)!.id;
  }

  async function take(from: EventStream<unknown>, count: number): Promise<OrderEventRow[]> {
    const events: OrderEventRow[] = [];
    while (events.length < count) {
      const { value } = await from.next();
      if (!value) throw new Error("The stream ended");
      events.push(value);
    }
    return events;
  }

  const seen = (event: OrderEventRow | undefined) => seenBy(cursorOf(event!));
  const idsOf = (events: readonly OrderEventRow[]) => events.map(({ id }) => id);
  const loseNewest = (db: DataSource, orderId = orderIds[0]!) =>
    loseNewestEvent(db, branchId, orderId);

  it("goes on in the database restored from a dump, and reports each event once", async () => {
    const before = await take(await follow(fixture.db, START), 3);
    const elsewhere = await restore();
    const fresh = await follow(elsewhere);
    const atEnd = await follow(elsewhere, seen(before[2]));
    const behind = await follow(elsewhere, seen(before[0]));
    const news = [await write(elsewhere), await write(elsewhere, orderIds[2])];
    expect(idsOf(await take(fresh, 2))).toEqual(news);
    expect(idsOf(await take(atEnd, 2))).toEqual(news);
    expect(idsOf(await take(behind, 4))).toEqual([...idsOf(before.slice(1)), ...news]);
  });

  it("goes on there even though no one had followed the branch before", async () => {
    const [first] = await new OrderHistory(fixture.db).after(orderIds[1]!, 0, 1);
    const elsewhere = await restore();
    const news = await write(elsewhere);
    const told = await take(await follow(elsewhere, seen(first)), 2);
    expect(told).toMatchObject([{ orderId: orderIds[2] }, { id: news }]);
  });

  it("of an earlier version, which names a transaction, goes on too, here and there", async () => {
    const [first] = await take(await follow(fixture.db, START), 1);
    const nameOf = (xid: string) =>
      seenBy(Buffer.from(`${first!.sequence}.${xid}.${first!.position}`).toString("base64url"));
    expect(await take(await follow(fixture.db, nameOf(first!.xid)), 2)).toMatchObject(
      orderIds.slice(1).map((orderId) => ({ orderId })),
    );
    const elsewhere = await restore();
    const kept = nameOf(String(BigInt(first!.xid) + BigInt(XIDS_AHEAD)));
    expect(await take(await follow(elsewhere, kept), 2)).toMatchObject(
      orderIds.slice(1).map((orderId) => ({ orderId })),
    );
    expect(await take(await track(elsewhere, orderIds[0]!, kept), 1)).toMatchObject([
      { sequence: 2 },
    ]);
  });

  it("of an event after the dump gets a fresh start that says so, and then each event once", async () => {
    const elsewhere = await restore();
    const lost = await write(fixture.db);
    const [event] = (await new OrderHistory(fixture.db).after(orderIds[0]!, 0, 100)).filter(
      ({ id }) => id === lost,
    );
    // Another event takes the place of the lost one.
    await write(elsewhere);
    const branch = await follow(elsewhere, seen(event));
    const order = await track(elsewhere, orderIds[0]!, seen(event));
    const [begins] = await take(branch, 1);
    expect(begins).toMatchObject({
      branchId,
      detail: { kind: "NOTE" },
      startsAfter: { orderId: orderIds[0] },
    });
    expect(await take(order, 1)).toMatchObject([
      { detail: { kind: "STATUS", to: "NEW" }, startsAfter: { sequence: 1 } },
    ]);
    const news = await write(elsewhere);
    expect(idsOf(await take(branch, 1))).toEqual([news]);
    expect((await take(order, 3)).at(-1)).toMatchObject({ id: news });
    const further = await follow(elsewhere, seen(begins));
    expect(idsOf(await take(further, 1))).toEqual([news]);
  });

  it("of an order whose newest events are lost gets a fresh start before there are others", async () => {
    const lost = await write(fixture.db);
    const [event] = (await new OrderHistory(fixture.db).after(orderIds[0]!, 0, 100)).filter(
      ({ id }) => id === lost,
    );
    await loseNewest(fixture.db);
    expect(await take(await track(fixture.db, orderIds[0]!, seen(event)), 1)).toMatchObject([
      { startsAfter: { sequence: 1 } },
    ]);
  });

  it("says so to anyone who is following when the newest events are lost", async () => {
    const branch = await follow(fixture.db);
    const order = await track(fixture.db, orderIds[0]!);
    const lost = await write(fixture.db);
    expect(idsOf(await take(branch, 1))).toEqual([lost]);
    await take(order, 3);
    await loseNewest(fixture.db);
    await write(fixture.db);
    expect(await take(branch, 1)).toMatchObject([
      { detail: { kind: "NOTE" }, startsAfter: { orderId: orderIds[0] } },
    ]);
    expect(await take(order, 1)).toMatchObject([{ startsAfter: { sequence: 1 } }]);
    const news = await write(fixture.db);
    expect(idsOf(await take(branch, 1))).toEqual([news]);
  });

  it("that is older than everything kept leads to everything kept", async () => {
    const told = await take(await follow(fixture.db, START), 3);
    await fixture.db.query("delete from order_events where order_id = $1", [orderIds[0]]);
    reads = new SharedReads(feed);
    expect(idsOf(await take(await follow(fixture.db, seen(told[0])), 2))).toEqual(
      idsOf(told.slice(1)),
    );
    const news = await write(fixture.db);
    expect(idsOf(await take(await track(fixture.db, orderIds[0]!, seen(told[0])), 1))).toEqual([
      news,
    ]);
  });

  it("goes on through the migration: what existed is numbered in the order in which it was reported", async () => {
    const elsewhere = await restore();
    await elsewhere.transaction(({ queryRunner }) =>
      new BranchPositions1764000000127().down(queryRunner!),
    );
    // Transactions were in a different order than positions.
    await elsewhere.query(
      `update order_events set xid = (10000000 - position)::text::xid8 where branch_id = $1`,
      [branchId],
    );
    await elsewhere.transaction(({ queryRunner }) =>
      new BranchPositions1764000000127().up(queryRunner!),
    );
    const news = await write(elsewhere);
    const told = await take(await follow(elsewhere, START), 4);
    expect(told.map(({ orderId }) => orderId)).toEqual([...orderIds.toReversed(), orderIds[0]]);
    expect(told[3]).toMatchObject({ id: news });
  });
});
