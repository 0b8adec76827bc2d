import { StaffMessage } from "../../src/entities/orders/staff-message";
import { CallHeldBack, ChannelFailed, PosRejected, RefusalKind } from "../../src/errors";
import { type FallbackChannel } from "../../src/ports/fallback-channel";
import { OrderFixture } from "../support/order-fixture";

const REFUSED = new PosRejected("No such dish", {
  posCode: "ProductNotFound",
  kind: RefusalKind.MAPPING,
});
const BY_TELEGRAM = {
  fallback: [{ kind: "TELEGRAM", target: "100200300", enabled: true }],
};

describe("the guard before a message", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    fixture.pos.nextSubmissions.push(REFUSED);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.stop();
  });

  /**
   * A process reaches the call and stands still there while `meanwhile` happens; then it goes on.
   */
  async function standsStill(meanwhile: () => Promise<void>, ends?: Error): Promise<string> {
    const channel: FallbackChannel = fixture.telegram;
    const deliver = channel.deliver.bind(channel);
    const now = Date.now.bind(Date);
    channel.deliver = async (...asked) => {
      channel.deliver = deliver;
      await meanwhile();
      const clock = jest.spyOn(Date, "now").mockImplementation(() => now() + 3_000);
      await asked[3]!.prove().finally(() => clock.mockRestore());
      if (ends) throw ends;
      await deliver(...asked);
    };
    const id = await fixture.taken({}, BY_TELEGRAM);
    await fixture.pass(30);
    return id;
  }

  const delivery = (orderId: string) =>
    fixture.db.manager.findOneByOrFail(StaffMessage, { orderId });

  it("lets it through while the delivery is as it was claimed", async () => {
    await standsStill(() => Promise.resolve());
    expect(fixture.telegram.delivered).toHaveLength(1);
  });

  it("holds it back once another process has delivered it to the staff, and overwrites nothing", async () => {
    const id = await standsStill(async () => {
      await fixture.db.query("update fallback_deliveries set sent_at = now()");
    });
    expect(fixture.telegram.delivered).toEqual([]);
    expect((await delivery(id)).sentAt).not.toBeNull();
  });

  it("does not count as a failure when it says no: the message is sent soon", async () => {
    fixture.telegram.next.push(new CallHeldBack("What the call rests on was proven too long ago"));
    const id = await fixture.taken({}, BY_TELEGRAM);
    await fixture.pass(5);
    expect(fixture.telegram.delivered.map(({ message }) => message.text)).toEqual([
      expect.not.stringContaining("ПОВТОР"),
    ]);
    expect(await delivery(id)).toMatchObject({ failures: 0, repeated: false });
  });

  it("keeps a late failure from changing anything that others have taken over", async () => {
    const later =
      "update fallback_deliveries set sending_since = sending_since + interval '1 minute'";
    const channel: FallbackChannel = fixture.telegram;
    const deliver = channel.deliver.bind(channel);
    channel.deliver = async () => {
      channel.deliver = deliver;
      await fixture.db.query(later);
      throw new ChannelFailed("No answer", { mayHaveArrived: true });
    };
    const id = await fixture.taken({}, BY_TELEGRAM);
    await fixture.pass(2);
    expect(await delivery(id)).toMatchObject({ failures: 0, error: null });
  });
});
