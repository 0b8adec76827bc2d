import { type FallbackKind } from "../../src/entities/branches/branch-settings";
import { ChannelFailed, PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { eventually } from "../support/eventually";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const ONLY_TELEGRAM = {
  fallback: [{ kind: "TELEGRAM", target: "100200300", enabled: true }],
};
const NO_REPEATS = { injection: { retryDelaysSeconds: [] } };
const HOUR = 3600;

describe("the staff are notified once per channel", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  /** The order as it is when the staff are about to be notified; no one has been notified yet. */
  async function handedOver(changes = {}): Promise<string> {
    fixture.pos.nextSubmissions.push(REFUSAL);
    const id = await fixture.taken({}, changes);
    await fixture.useCases.sendOrder.execute({ orderId: id });
    return id;
  }

  /** The process dies after the channel has accepted the message and before that is recorded. */
  async function dieWhileTelling(kind: FallbackKind): Promise<void> {
    const channel = kind === "EMAIL" ? fixture.email : fixture.telegram;
    channel.next.push("crash");
    const rows = await fixture.db.query<{ id: string }[]>(
      "select id from fallback_deliveries where kind = $1",
      [kind],
    );
    void fixture.useCases.sendStaffMessage.execute({ deliveryId: rows[0]!.id });
    await eventually(() => channel.delivered.length > 0);
  }

  async function notes(id: string): Promise<string[]> {
    const events = await fixture.history.after(id, 0, 100);
    return events.flatMap(({ detail, summary }) => (detail.kind === "NOTE" ? [summary.en] : []));
  }

  const texts = (channel: "email" | "telegram") =>
    fixture[channel].delivered.map(({ message }) => message.text);
  const ids = () => fixture.email.delivered.map(({ message }) => message.id);

  it("and not again by Telegram when another channel has reached them after the crash", async () => {
    const id = await handedOver();
    await dieWhileTelling("TELEGRAM");
    await fixture.pass(HOUR);
    expect(texts("telegram")).toHaveLength(1);
    expect(texts("email")).toHaveLength(1);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
    expect(await notes(id)).toContain("The message by Telegram was not sent but may have arrived");
  });

  it("and again by Telegram, marked as a repeat, when nobody else reached them", async () => {
    const id = await handedOver(ONLY_TELEGRAM);
    await dieWhileTelling("TELEGRAM");
    await fixture.pass(HOUR);
    expect(texts("telegram")).toHaveLength(2);
    expect(texts("telegram")[0]).toMatch(/^Заказ/);
    expect(texts("telegram")[1]).toMatch(/^ПОВТОР\. Заказ/);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
  });

  it("and again, unmarked, soon enough for a channel that deduplicates for a while", async () => {
    fixture.telegram.foldsCopiesForMs = 300_000;
    const id = await handedOver(ONLY_TELEGRAM);
    await dieWhileTelling("TELEGRAM");
    await fixture.pass(240);
    const messages = fixture.telegram.delivered.map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toEqual(messages[0]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
  });

  it("and again, as a repeat, once that period since the first copy is over", async () => {
    fixture.telegram.foldsCopiesForMs = 60_000;
    fixture.telegram.next.push("lost", "lost", "lost", "lost");
    await handedOver(ONLY_TELEGRAM);
    await fixture.pass(HOUR);
    // At 0, 5, 20 and 50 seconds, which is within the minute, and at 110, which is beyond it.
    expect(texts("telegram").map((text) => text.startsWith("ПОВТОР"))).toEqual([
      ...[false, false, false, false],
      true,
    ]);
  });

  it("and not again on a channel that accepts nothing until someone acts", async () => {
    const refusal = new ChannelFailed("No member of it", { needsPerson: true });
    fixture.telegram.next.push(refusal);
    const id = await handedOver(ONLY_TELEGRAM);
    await fixture.pass(1);
    expect(texts("telegram")).toEqual([]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "DEAD_LETTERED" });
  });

  it("and by Telegram within half a minute when the mail server does not answer", async () => {
    const id = await handedOver();
    fixture.email.failures = 100;
    await dieWhileTelling("TELEGRAM");
    await fixture.pass(35);
    expect(texts("telegram")).toHaveLength(2);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
  });

  it("and again by email, under the same Message-ID, which mailboxes deduplicate", async () => {
    await handedOver();
    await dieWhileTelling("EMAIL");
    await fixture.pass(HOUR);
    expect(new Set(ids()).size).toBe(1);
    expect(texts("email")).toHaveLength(2);
    expect(texts("email")[1]).toBe(texts("email")[0]);
    expect(texts("telegram")).toHaveLength(1);
  });

  it("and not again by Telegram when its answer was lost but the email was sent", async () => {
    fixture.telegram.next.push("lost");
    await handedOver();
    await fixture.pass(HOUR);
    expect(texts("telegram")).toHaveLength(1);
    expect(texts("email")).toHaveLength(1);
  });

  it("and again, unmarked, when Telegram clearly refused", async () => {
    fixture.telegram.next.push(new ChannelFailed("HTTP 429"));
    await handedOver();
    await fixture.pass(HOUR);
    expect(texts("telegram")).toEqual([expect.stringMatching(/^Заказ/)]);
  });

  it("and once per channel of the correction when the POS has the order after all", async () => {
    fixture.pos.nextSubmissions.push("lost");
    fixture.pos.nextLooks.push("absent", "absent");
    const id = await fixture.taken({}, NO_REPEATS);
    await fixture.pass(2 * HOUR);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
    for (const channel of ["email", "telegram"] as const) {
      expect(texts(channel)).toHaveLength(2);
      expect(texts(channel)[1]).toContain("всё-таки на кассе");
    }
  });

  it("and not of the correction on a channel that never reached them", async () => {
    fixture.telegram.failures = 100;
    fixture.pos.nextSubmissions.push("lost");
    fixture.pos.nextLooks.push("absent", "absent");
    await fixture.taken({}, NO_REPEATS);
    await fixture.pass(2 * HOUR);
    expect(texts("email")).toHaveLength(2);
    expect(texts("telegram")).toEqual([]);
  });

  it("and of the correction, too, when the process died while notifying them", async () => {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    const id = await fixture.taken({}, { ...NO_REPEATS, ...ONLY_TELEGRAM });
    await fixture.useCases.sendOrder.execute({ orderId: id });
    await dieWhileTelling("TELEGRAM");
    const { posOrderId, branchId } = await fixture.order(id);
    await fixture.foundInTill(posOrderId, branchId);
    await fixture.pass(HOUR);
    expect(texts("telegram")).toHaveLength(2);
    expect(texts("telegram")[1]).toContain("всё-таки на кассе");
  });

  it("in the language of each channel", async () => {
    const fallback = [
      {
        kind: "EMAIL",
        target: "kitchen@test.example",
        enabled: true,
        language: "en" as const,
      },
      { kind: "TELEGRAM", target: "100200300", enabled: true },
    ];
    await handedOver({ fallback });
    await fixture.pass();
    expect(texts("email")[0]).toMatch(/^Order № /);
    expect(texts("telegram")[0]).toMatch(/^Заказ № /);
  });

  it("and once of an order that is late", async () => {
    fixture.pos.nextSubmissions.push(
      ...Array.from({ length: 9 }, () => new PosUnavailable("socket hang up")),
    );
    const changes = {
      injection: { retryDelaysSeconds: [600], alertIfNotAcceptedAfterSeconds: 30 },
    };
    await fixture.taken({}, changes);
    const never = { injection: { retryDelaysSeconds: [600], alertIfNotAcceptedAfterSeconds: 0 } };
    await fixture.taken({}, never);
    await fixture.periodicJobs.planFirst("alert-late-orders");
    await fixture.pass(29);
    expect(texts("email")).toEqual([]);
    await fixture.pass(120);
    for (const channel of ["email", "telegram"] as const) {
      expect(texts(channel)).toEqual([expect.stringContaining("не на кассе")]);
    }
  });
});
