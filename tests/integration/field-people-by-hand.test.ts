import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { PosRejected, RefusalKind } from "../../src/errors";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { aPosOrderUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const OLGA: Viewer = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
};

/** The till reports something about an order. */
async function arrives(
  fixture: OrderFixture,
  id: string,
  told: Partial<PosOrderUpdate>,
): Promise<void> {
  const { posOrderId, branchId } = await fixture.order(id);
  const { organizationId } = await fixture.db.manager.findOneByOrFail(BranchSettings, { branchId });
  const update = aPosOrderUpdate({ posOrderId, organizationId: organizationId ?? "", ...told });
  await fixture.useCases.recordPosUpdate.execute(update, {
    observedBy: Observation.WEBHOOK,
    confirmed: false,
  });
}

describe("An order that the staff enter by hand", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  async function givenUp(changes: object = {}): Promise<string> {
    fixture.pos.nextSubmissions.push(REFUSAL);
    const id = await fixture.taken({}, changes);
    await fixture.pass();
    return id;
  }

  const told = async (id: string) =>
    (await fixture.history.after(id, 0, 100)).flatMap(({ detail, actor }) =>
      detail.kind === "STATUS" ? [[detail.from, detail.to, actor]] : [],
    );

  it("counts as accepted, and the history says by whom", async () => {
    const id = await givenUp();
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "FALLBACK_SENT",
      status: "NEW",
    });
    await fixture.useCases.markEnteredByHand.execute(OLGA, id, "42", null);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "ENTERED_BY_HAND",
      status: "ACCEPTED",
    });
    expect(await told(id)).toEqual([
      [null, "NEW", null],
      ["NEW", "ACCEPTED", "Olga"],
    ]);
  });

  it("counts as accepted even as a dead letter, once", async () => {
    const id = await givenUp({ fallback: [] });
    await fixture.useCases.markEnteredByHand.execute(OLGA, id, "42", null);
    await expect(
      fixture.useCases.markEnteredByHand.execute(OLGA, id, "42", null),
    ).rejects.toThrow();
    expect(await told(id)).toHaveLength(2);
  });

  it("keeps a status that is further along", async () => {
    const id = await givenUp();
    await fixture.db.query("update orders set status = 'COOKING' where id = $1", [id]);
    await fixture.useCases.markEnteredByHand.execute(OLGA, id, "42", null);
    expect(await fixture.order(id)).toMatchObject({ status: "COOKING" });
    expect(await told(id)).toHaveLength(1);
  });

  it("follows the POS if it turns up there", async () => {
    const id = await givenUp();
    await fixture.useCases.markEnteredByHand.execute(OLGA, id, "42", null);
    await arrives(fixture, id, { rawStatus: "CookingStarted", status: OrderStatus.COOKING });
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", status: "COOKING" });
  });

  it("is not accepted when recording it is refused", async () => {
    const id = await fixture.taken();
    await expect(
      fixture.useCases.markEnteredByHand.execute(OLGA, id, "42", null),
    ).rejects.toThrow();
    expect(await fixture.order(id)).toMatchObject({ status: "NEW" });
    expect(await told(id)).toHaveLength(1);
  });
});

describe("The history of an order", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  it.each([
    [Fulfilment.PICKUP, ["Заказ готов, можно забирать", "Заказ выдан"]],
    [Fulfilment.DELIVERY, ["Заказ готов", "Заказ доставлен"]],
  ])("uses words that fit how the guest receives it: %s", async (fulfilment, words) => {
    const id = await fixture.taken({
      fulfilment,
      ...(fulfilment === Fulfilment.PICKUP && { address: null }),
    });
    await fixture.pass();
    const at = fixture.clock.now().getTime();
    await arrives(fixture, id, {
      rawStatus: "CookingCompleted",
      status: OrderStatus.READY,
      timestamp: at,
    });
    await arrives(fixture, id, {
      rawStatus: "Delivered",
      status: OrderStatus.DELIVERED,
      timestamp: at + 1,
    });
    const events = await fixture.history.after(id, 0, 100);
    expect(events.slice(-2).map(({ summary }) => summary.ru)).toEqual(words);
  });
});
