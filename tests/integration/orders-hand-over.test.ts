import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { OrderFixture } from "../support/order-fixture";

function refusal(kind: RefusalKind): PosRejected {
  return new PosRejected("The till said no", { posCode: "InvalidPhone", kind });
}

const TWO_REPEATS = { injection: { retryDelaysSeconds: [15, 15] } };
const NO_REPEATS = { injection: { retryDelaysSeconds: [] } };
const HOUR = 3600;

describe("an order that the POS does not accept", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  it.each([RefusalKind.FINAL, RefusalKind.MAPPING, RefusalKind.OPERATOR])(
    "goes to the staff immediately when the refusal is %s",
    async (kind) => {
      fixture.pos.nextSubmissions.push(refusal(kind));
      const id = await fixture.taken();
      await fixture.pass();
      expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "FALLBACK_SENT"]);
      expect(fixture.email.delivered.map(({ target }) => target)).toEqual(["kitchen@test.example"]);
      expect(fixture.telegram.delivered.map(({ target }) => target)).toEqual(["100200300"]);
    },
  );

  it("goes to the staff in full, with the reason and no false alarm", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    const id = await fixture.taken({ comment: "Позвонить" });
    await fixture.pass();
    const { number } = await fixture.order(id);
    const { subject, text } = fixture.email.delivered[0]!.message;
    expect(subject).toContain(number);
    for (const part of [
      "+79990000009",
      "Борщ, арт. 301",
      "390.00 RUB",
      "Позвонить",
      "InvalidPhone",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("ВНИМАНИЕ");
  });

  it("goes to the staff when the retries are used up, with a warning that the POS may have it", async () => {
    fixture.pos.nextSubmissions.push(
      ...Array.from({ length: 5 }, () => new PosUnavailable("socket hang up")),
    );
    const id = await fixture.taken({}, TWO_REPEATS);
    await fixture.pass(29);
    expect(fixture.pos.submitted).toHaveLength(2);
    expect(fixture.email.delivered).toEqual([]);

    await fixture.pass(HOUR);
    expect(fixture.pos.submitted).toHaveLength(3);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "FALLBACK_SENT",
      generation: 1,
    });
    expect(fixture.email.delivered[0]!.message.text).toContain("ВНИМАНИЕ");
  });

  it("still carries the warning that the POS may have it when only the first of several failures was unclear", async () => {
    fixture.pos.nextSubmissions.push(
      new PosUnavailable("socket hang up"),
      refusal(RefusalKind.OPERATOR),
    );
    await fixture.taken({}, TWO_REPEATS);
    await fixture.pass(20);
    expect(fixture.email.delivered[0]!.message.text).toContain("ВНИМАНИЕ");
  });

  it("is reported once per channel, however long it takes", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    await fixture.taken();
    await fixture.pass(2 * HOUR);
    expect(fixture.email.delivered).toHaveLength(1);
    expect(fixture.telegram.delivered).toHaveLength(1);
  });

  it("is reported once when a delivery's job runs twice", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    await fixture.taken();
    await fixture.pass();
    const deliveries = await fixture.db.query<{ id: string }[]>(
      "select id from fallback_deliveries",
    );
    for (const { id } of deliveries)
      await fixture.useCases.sendStaffMessage.execute({ deliveryId: id });
    expect(fixture.email.delivered).toHaveLength(1);
  });

  it("is no longer sent to the POS once the staff have it", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    const id = await fixture.taken();
    await fixture.pass();
    await fixture.useCases.sendOrder.execute({ orderId: id });
    await fixture.pass(HOUR);
    expect(fixture.pos.submitted).toHaveLength(1);
  });

  it("counts as handed over when one of two channels accepts it", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    fixture.telegram.failures = 100;
    const id = await fixture.taken();
    await fixture.pass(HOUR);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "FALLBACK_SENT"]);
    expect(fixture.telegram.delivered).toEqual([]);
  });

  it("is reported again and again while a channel does not answer", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    fixture.email.failures = 3;
    await fixture.taken();
    await fixture.pass(49);
    expect(fixture.email.delivered).toEqual([]);
    await fixture.pass(1);
    expect(fixture.email.delivered).toHaveLength(1);
  });

  it("is a dead letter when no channel accepts it", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    fixture.email.failures = 100;
    fixture.telegram.failures = 100;
    const id = await fixture.taken();
    await fixture.pass(HOUR);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "DEAD_LETTERED"]);
    const rows = await fixture.db.query<{ error: string; given_up: boolean }[]>(
      "select error, given_up_at is not null as given_up from fallback_deliveries",
    );
    expect(rows).toEqual(
      Array.from({ length: 2 }, () => ({ error: "Nobody answers", given_up: true })),
    );
  });

  it("is a dead letter immediately when the branch has no channel", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    const fallback = [{ kind: "EMAIL", target: "kitchen@test.example", enabled: false }];
    const id = await fixture.taken({}, { fallback });
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({ injectionState: "DEAD_LETTERED" });
  });

  it("is in the POS after all when the POS creates it late", async () => {
    fixture.pos.nextSubmissions.push("lost");
    fixture.pos.nextLooks.push("absent", "absent");
    const id = await fixture.taken({}, NO_REPEATS);
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
    await fixture.pass(10);
    expect(await fixture.states(id)).toEqual([
      "QUEUED",
      "SENDING",
      "OUTCOME_UNKNOWN",
      "FALLBACK_SENT",
      "IN_POS",
    ]);
  });

  it("is watched for a quarter of an hour, and not forever", async () => {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    await fixture.taken({}, NO_REPEATS);
    await fixture.pass(14 * 60);
    const looks = fixture.pos.looks;
    await fixture.pass(60);
    expect(fixture.pos.looks).toBeGreaterThan(looks);
    await fixture.pass(2 * 60);
    const last = fixture.pos.looks;
    await fixture.pass(24 * HOUR);
    expect(fixture.pos.looks).toBe(last);
  });

  it("is still watched when the staff are notified in the middle of a probe", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.FINAL));
    const id = await fixture.taken();
    await fixture.pass();
    const move = (state: string) =>
      fixture.db.query("update orders set injection_state = $2 where id = $1", [id, state]);
    await move("SENDING");
    fixture.pos.findOrders = async () => {
      await move("FALLBACK_SENT");
      return [];
    };
    await fixture.pass(1);
    const looks = "select from jobs where task = 'confirm-submission'";
    expect(await fixture.db.query(looks)).toHaveLength(1);
  });

  it("is not reported to the staff if it reached the POS before the message left", async () => {
    fixture.pos.nextSubmissions.push("lost");
    fixture.email.failures = 1;
    fixture.telegram.failures = 1;
    const id = await fixture.taken({}, NO_REPEATS);
    await fixture.pass(HOUR);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
    expect([...fixture.email.delivered, ...fixture.telegram.delivered]).toEqual([]);
  });
});
