import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { eventually } from "../support/eventually";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const NO_REPEATS = { injection: { retryDelaysSeconds: [] } };
const DAY = 24 * 3600;

describe("the links in a staff message", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  async function told(failure: Error = REFUSAL): Promise<string> {
    fixture.pos.nextSubmissions.push(failure);
    const id = await fixture.taken({}, NO_REPEATS);
    await fixture.pass();
    return id;
  }

  /** The tokens of the newest message by mail and by Telegram. */
  function tokens(channel: "email" | "telegram" = "email") {
    const { actions = [] } = fixture[channel].delivered.at(-1)!.message;
    const [byHand = "", retry = ""] = actions.map(({ url }) => url.split("/").at(-1)!);
    return { byHand, retry };
  }

  const links = () => fixture.useCases.followFallbackLink;

  it("show what they would do and change nothing, however often they are viewed", async () => {
    const id = await told();
    const { number, version } = await fixture.order(id);
    for (const _ of [1, 2]) {
      const seen = await links().look(tokens().byHand);
      expect(seen).toEqual({ verdict: "OPEN", language: "ru", action: "ENTERED_BY_HAND", number });
    }
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT", version });
  });

  it("record that the order was entered by hand, who said so, and its number in the POS", async () => {
    const id = await told();
    expect(await links().execute(tokens().byHand, "42")).toMatchObject({ verdict: "DONE" });
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "ENTERED_BY_HAND",
      posNumber: "42",
    });
    const last = (await fixture.history.after(id, 0, 100)).at(-1)!;
    expect(last).toMatchObject({
      actor: "EMAIL kitchen@test.example",
      detail: { state: "ENTERED_BY_HAND" },
    });
    const [row] = await fixture.db.query<object[]>(
      "select * from fallback_deliveries where kind = 'EMAIL'",
    );
    expect(row).toMatchObject({
      acknowledged_by: "ENTERED_BY_HAND",
      acknowledged_at: expect.any(Date) as Date,
    });
  });

  it("send the order to the POS again, once", async () => {
    const id = await told();
    const { retry } = tokens();
    expect(await links().execute(retry, null)).toMatchObject({ verdict: "DONE" });
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
    expect(fixture.pos.submitted).toHaveLength(2);
    expect(await links().execute(retry, null)).toMatchObject({ verdict: "IN_POS" });
    await fixture.pass();
    expect(fixture.pos.submitted).toHaveLength(2);
  });

  it("leave the whole story on the timeline, in order, with who did it, in both languages", async () => {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"), REFUSAL);
    fixture.pos.nextLooks.push("absent", "absent");
    fixture.telegram.failures = 100;
    const id = await fixture.taken({}, { injection: { retryDelaysSeconds: [15] } });
    await fixture.pass(20);
    await links().execute(tokens().retry, null);
    await fixture.pass();
    const events = await fixture.history.after(id, 0, 100);
    const told = events.map(({ summary, actor, detail }) => [
      detail.kind === "INJECTION" ? detail.state : summary.en,
      ...(actor === null ? [] : [actor]),
    ]);
    const link = "EMAIL kitchen@test.example";
    expect(told).toEqual([
      ...[
        ["The order was placed"],
        ["QUEUED"],
        ["SENDING"],
        ["OUTCOME_UNKNOWN"],
        ["RETRY_SCHEDULED"],
        ["SENDING"],
      ],
      ["The till did not take the order; the restaurant's staff are being notified"],
      ["The order was sent to the restaurant's staff by e-mail"],
      ["FALLBACK_SENT"],
      ["Somebody answered by the link sent by e-mail", link],
      ["QUEUED", link],
      ...[["SENDING"], ["IN_POS"], ["A correction was sent to the restaurant's staff by e-mail"]],
    ]);
    expect(
      events.every(({ summary }) => /[а-я]/i.test(summary.ru) && !/[а-я]/i.test(summary.en)),
    ).toBe(true);
    const planned = events.flatMap(({ detail }) =>
      detail.kind === "INJECTION" ? (detail.nextAttemptAt ?? []) : [],
    );
    expect(planned).toEqual([new Date(events[0]!.at.getTime() + 15_000).toISOString()]);
  });

  it("probe before they send: what the POS has after all is adopted", async () => {
    fixture.pos.nextLooks.push("absent");
    const id = await told(new PosUnavailable("socket hang up"));
    fixture.pos.nextSubmissions.push("lost");
    const { posOrderId, branchId } = await fixture.order(id);
    await links().execute(tokens().retry, null);
    await fixture.foundInTill(posOrderId, branchId);
    await fixture.pass();
    expect(fixture.pos.submitted).toHaveLength(1);
  });

  it("work once for a whole hand-over: an answer in one channel ends the links of the other", async () => {
    await told();
    await links().execute(tokens("telegram").byHand, null);
    for (const token of [
      tokens("telegram").byHand,
      tokens("email").byHand,
      tokens("email").retry,
    ]) {
      expect(await links().look(token)).toMatchObject({ verdict: "USED" });
      expect(await links().execute(token, null)).toMatchObject({ verdict: "USED" });
    }
  });

  it("act once when they are used simultaneously", async () => {
    const id = await told();
    const uses = [
      tokens().byHand,
      tokens().retry,
      tokens("telegram").byHand,
      tokens("telegram").retry,
    ];
    const verdicts = await Promise.all(
      uses.map(async (token) => (await links().execute(token, null)).verdict),
    );
    expect(verdicts.filter((verdict) => verdict === "DONE")).toHaveLength(1);
    const states = (await fixture.states(id)).slice(-1);
    expect(["ENTERED_BY_HAND", "QUEUED"]).toContain(states[0]);
  });

  it("of an earlier hand-over say that they are outdated, and do nothing to the next one", async () => {
    await told();
    const first = tokens("telegram");
    fixture.pos.nextSubmissions.push(REFUSAL);
    await links().execute(tokens("email").retry, null);
    await fixture.pass();
    expect(await links().execute(first.byHand, null)).toMatchObject({ verdict: "USED" });
    expect(await links().look(tokens("telegram").byHand)).toMatchObject({ verdict: "OPEN" });
  });

  it("expire after a day", async () => {
    await told();
    await fixture.pass(DAY - 1);
    expect(await links().look(tokens().byHand)).toMatchObject({ verdict: "OPEN" });
    await fixture.pass(1);
    expect(await links().execute(tokens().byHand, null)).toMatchObject({ verdict: "EXPIRED" });
  });

  it("open nothing if a single letter was changed", async () => {
    await told();
    const { byHand, retry } = tokens();
    for (const forged of [
      byHand.replace(".h.", ".r."),
      retry.replace(/.$/, "_"),
      `${byHand}x`,
      "",
      "a.b.c.d",
    ]) {
      expect(await links().look(forged)).toMatchObject({ verdict: "UNKNOWN", number: null });
    }
  });

  it("prove on their own that the message has arrived, even if the process died before noting it", async () => {
    fixture.pos.nextSubmissions.push(REFUSAL);
    const id = await fixture.taken({}, NO_REPEATS);
    await fixture.useCases.sendOrder.execute({ orderId: id });
    fixture.telegram.next.push("crash");
    const rows = await fixture.db.query<{ id: string }[]>(
      "select id from fallback_deliveries where kind = 'TELEGRAM'",
    );
    void fixture.useCases.sendStaffMessage.execute({ deliveryId: rows[0]!.id });
    await eventually(() => fixture.telegram.delivered.length > 0);
    expect(await links().execute(tokens("telegram").byHand, null)).toMatchObject({
      verdict: "DONE",
    });
    expect(await fixture.states(id)).toEqual([
      "QUEUED",
      "SENDING",
      "FALLBACK_SENT",
      "ENTERED_BY_HAND",
    ]);
  });
});
