import { type RetryOrder } from "../../src/services/orders/operate/retry-order";
import { OrderFixture } from "../support/order-fixture";

const BY_MAIL = {
  fallback: [{ kind: "EMAIL", target: "kitchen@example.com", enabled: true }],
};
const HOUR = 3_600;
const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "o",
  scope: "ADMIN",
  branchIds: null,
} as unknown as Parameters<RetryOrder["execute"]>[0];

describe("an order that could not be sent in time", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const away = (seconds: number) =>
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + seconds * 1000));

  async function toldOf(id: string): Promise<string[]> {
    const { number } = await fixture.order(id);
    return fixture.email.delivered
      .map(({ message }) => message.text)
      .filter((text) => text.includes(number));
  }

  it("is not sent, and the staff are asked whether it is still wanted", async () => {
    const id = await fixture.taken({}, BY_MAIL);
    away(31 * 60);
    await fixture.pass(60);
    expect(fixture.pos.submitted).toEqual([]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
    expect((await fixture.order(id)).lastFault).toMatchObject({
      code: "SENT_TOO_LATE",
      mayExist: false,
    });
    expect(await toldOf(id)).toEqual([
      expect.stringContaining("Спросите гостя, нужен ли ещё заказ"),
    ]);
  });

  it("is sent when someone says yes", async () => {
    const id = await fixture.taken({}, BY_MAIL);
    away(24 * HOUR);
    await fixture.pass(10);
    await fixture.useCases.retryOrder.execute(OPERATOR, { id, force: false, idempotencyKey: null });
    await fixture.pass(10);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });

  it("is sent when someone says yes, although the process dies meanwhile", async () => {
    const id = await fixture.taken({}, BY_MAIL);
    away(24 * HOUR);
    await fixture.pass(10);
    await fixture.useCases.retryOrder.execute(OPERATOR, { id, force: false, idempotencyKey: null });
    const submit = fixture.pos.submitOrder.bind(fixture.pos);
    const died = new Promise<void>((begun) => {
      fixture.pos.submitOrder = () => {
        fixture.pos.submitOrder = submit;
        begun();
        return new Promise<never>(() => undefined);
      };
    });
    void fixture.useCases.sendOrder.execute({ orderId: id });
    await died;
    await fixture.pass(30);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });

  it("is probed first if it was sent before", async () => {
    fixture.pos.nextSubmissions.push("lost");
    const id = await fixture.taken({}, { ...BY_MAIL, injection: { retryDelaysSeconds: [15] } });
    await fixture.useCases.sendOrder.execute({ orderId: id });
    away(24 * HOUR);
    await fixture.pass(10);
    expect(fixture.pos.submitted).toHaveLength(1);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });

  it("is not sent again after a day if the POS does not have it", async () => {
    fixture.pos.nextSubmissions.push("lost");
    const id = await fixture.taken({}, { ...BY_MAIL, injection: { retryDelaysSeconds: [15] } });
    await fixture.useCases.sendOrder.execute({ orderId: id });
    fixture.pos.orders.clear();
    away(24 * HOUR);
    await fixture.pass(60);
    expect(fixture.pos.submitted).toHaveLength(1);
    expect((await fixture.order(id)).lastFault).toMatchObject({ code: "SENT_TOO_LATE" });
  });

  it("for a later time is sent until that time, otherwise within the limit of its branch", async () => {
    const inHours = (hours: number) =>
      new Date(fixture.clock.now().getTime() + hours * HOUR * 1000);
    const wanted = await fixture.taken({ wantedAt: inHours(3) }, BY_MAIL);
    const patient = await fixture.taken({}, { ...BY_MAIL, injection: { sendWithinMinutes: 180 } });
    away(2.9 * HOUR);
    await fixture.pass(10);
    for (const id of [wanted, patient])
      expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });
});
