import { ChannelFailed, PosRejected, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { eventually } from "../support/eventually";
import { holdRow } from "../support/hold-row";
import { OrderFixture } from "../support/order-fixture";

const TELEGRAM = { kind: "TELEGRAM", target: "-100200300", enabled: true };
const EMAIL = { kind: "EMAIL", target: "kitchen@test.example", enabled: true };
const LATER = 300;

describe("several orders in one message", () => {
  let fixture: OrderFixture;
  let ids: string[];

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  async function three(fallback = [TELEGRAM]): Promise<void> {
    const branchId = await fixture.branch({ fallback });
    ids = [];
    for (let index = 0; index < 3; index += 1) {
      fixture.pos.nextSubmissions.push(
        new PosRejected("No", { posCode: "InvalidPhone", kind: RefusalKind.FINAL }),
      );
      const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
      await fixture.useCases.sendOrder.execute({ orderId: order.id });
      ids.push(order.id);
    }
  }

  /** The delivery of the first order, whose turn it is. */
  async function lead(kind = "TELEGRAM"): Promise<string> {
    const rows = await fixture.db.query<{ id: string }[]>(
      "select id from fallback_deliveries where order_id = $1 and kind = $2",
      [ids[0], kind],
    );
    return rows[0]!.id;
  }

  const sent = (channel: "email" | "telegram" = "telegram") =>
    fixture[channel].delivered.map(({ message }) => message);

  it("have all their details and links of their own, and are acknowledged one by one", async () => {
    await three();
    await fixture.useCases.sendStaffMessage.execute({ deliveryId: await lead() });
    const [message] = sent();
    expect(sent()).toHaveLength(1);
    const numbers = await Promise.all(ids.map(async (id) => (await fixture.order(id)).number));
    for (const number of numbers) {
      expect(message?.text).toContain(`Заказ № ${number} не попал на кассу`);
      expect(
        message?.actions?.filter(({ label }) => label.startsWith(`№ ${number}: `)),
      ).toHaveLength(2);
    }
    const byHand = message?.actions?.find(({ label }) =>
      label.startsWith(`№ ${numbers[1]}: Внесён`),
    );
    await fixture.useCases.followFallbackLink.execute(byHand!.url.split("/").at(-1)!, null);
    const states = await Promise.all(
      ids.map(async (id) => (await fixture.order(id)).injectionState),
    );
    expect(states).toEqual(["FALLBACK_SENT", "ENTERED_BY_HAND", "FALLBACK_SENT"]);
    await fixture.pass(LATER);
    expect(sent()).toHaveLength(1);
  });

  it("are split up when the channel refuses, so that a bad one spoils nothing", async () => {
    fixture.telegram.next.push(new ChannelFailed("HTTP 400"));
    await three();
    await fixture.useCases.sendStaffMessage.execute({ deliveryId: await lead() });
    await fixture.pass(5);
    expect(
      sent()
        .map(({ text }) => text.split("не попал на кассу").length - 1)
        .sort(),
    ).toEqual([1, 2]);
    expect(sent().every(({ text }) => !text.includes("ПОВТОР"))).toBe(true);
  });

  it("are repeated, and marked, where nobody else has reached the staff, when the answer is lost", async () => {
    fixture.telegram.next.push("lost");
    await three();
    await fixture.useCases.sendStaffMessage.execute({ deliveryId: await lead() });
    await fixture.pass(LATER);
    const repeats = sent()
      .slice(1)
      .map(({ text }) => text)
      .join("\n");
    for (const id of ids) {
      const { number, injectionState } = await fixture.order(id);
      expect(injectionState).toBe("FALLBACK_SENT");
      expect(repeats.split(`ПОВТОР. Заказ № ${number} `)).toHaveLength(2);
    }
  });

  it("are not repeated when the answer is lost but the email was sent", async () => {
    fixture.telegram.next.push("lost");
    await three([TELEGRAM, EMAIL]);
    await fixture.useCases.sendStaffMessage.execute({ deliveryId: await lead() });
    await fixture.pass(LATER);
    expect(sent()).toHaveLength(1);
    expect(sent("email").map(({ text }) => text.split("не попал на кассу").length - 1)).toEqual([
      3,
    ]);
  });

  it("are not sent twice when the process dies while it records that they were sent", async () => {
    await three();
    const deliveryId = await lead();
    await fixture.db.query(`create function die() returns trigger language plpgsql as
      $$ begin if new.order_id = '${ids[1]}' and new.sent_at is not null then raise 'died'; end if; return new; end $$`);
    await fixture.db.query(
      "create trigger die before update on fallback_deliveries for each row execute function die()",
    );
    await expect(fixture.useCases.sendStaffMessage.execute({ deliveryId })).rejects.toThrow("died");
    await fixture.db.query("drop trigger die on fallback_deliveries");
    await fixture.pass(LATER);
    expect(sent()).toHaveLength(1);
    const states = await Promise.all(
      ids.map(async (id) => (await fixture.order(id)).injectionState),
    );
    expect(new Set(states)).toEqual(new Set(["FALLBACK_SENT"]));
  });

  it("are emailed again as the same message, with the same orders, when the process dies", async () => {
    fixture.email.next.push("crash");
    await three([EMAIL]);
    const deliveryId = await lead("EMAIL");
    void fixture.useCases.sendStaffMessage.execute({ deliveryId });
    await eventually(() => sent("email").length === 1);
    await fixture.useCases.sendStaffMessage.execute({ deliveryId });
    await fixture.pass(LATER);
    expect(sent("email")).toHaveLength(2);
    expect(sent("email")[1]).toEqual(sent("email")[0]);
  });

  it("are emailed again as the same message when a clear refusal follows a copy that may have arrived", async () => {
    fixture.email.next.push("lost", new ChannelFailed("Nobody is there"));
    await three([EMAIL]);
    await fixture.pass(LATER);
    const told = sent("email").map(({ id }) => id);
    expect(told).toHaveLength(2);
    expect(new Set(told).size).toBe(1);
  });

  it("are sent once although one of them is locked when the message has arrived", async () => {
    await three();
    const deliver = fixture.telegram.deliver.bind(fixture.telegram);
    fixture.telegram.deliver = async (...message) => {
      fixture.telegram.deliver = deliver;
      await deliver(...message);
      const held = await holdRow(fixture.database.url, "orders", ids[0]!);
      setTimeout(() => void held.letGo(), 2_500);
    };
    await fixture.useCases.sendStaffMessage.execute({ deliveryId: await lead() });
    await fixture.pass(LATER);
    expect(sent()).toHaveLength(1);
    const states = await Promise.all(
      ids.map(async (id) => (await fixture.order(id)).injectionState),
    );
    expect(new Set(states)).toEqual(new Set(["FALLBACK_SENT"]));
  });

  it("are not sent by another run while the message is under way", async () => {
    await three();
    const deliver = fixture.telegram.deliver.bind(fixture.telegram);
    fixture.telegram.deliver = async (...message) => {
      fixture.telegram.deliver = deliver;
      const others = await fixture.db.query<{ id: string }[]>(
        "select id from fallback_deliveries where order_id <> $1",
        [ids[0]],
      );
      for (const { id } of others)
        await fixture.useCases.sendStaffMessage.execute({ deliveryId: id });
      await deliver(...message);
    };
    await fixture.useCases.sendStaffMessage.execute({ deliveryId: await lead() });
    await fixture.pass(LATER);
    expect(sent()).toHaveLength(1);
  });
});
