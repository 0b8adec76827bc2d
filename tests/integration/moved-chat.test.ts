import { ChannelMoved, PosRejected, RefusalKind } from "../../src/errors";
import { OrderFixture } from "../support/order-fixture";

const CHAT = "-100200300";
const NEW_CHAT = "-1001234567890";
const TELEGRAM = { kind: "TELEGRAM", target: CHAT, enabled: true };
const EMAIL = { kind: "EMAIL", target: "kitchen@test.example", enabled: true };

describe("a group that became a supergroup", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  it("is followed: the order arrives there, the branch's settings name it, and their history the gateway", async () => {
    fixture.telegram.next.push(new ChannelMoved("HTTP 400", { movedTo: NEW_CHAT }));
    fixture.pos.nextSubmissions.push(
      new PosRejected("No", { posCode: "InvalidPhone", kind: RefusalKind.FINAL }),
    );
    const id = await fixture.taken({}, { fallback: [TELEGRAM, EMAIL] });
    await fixture.pass(10);
    expect(fixture.telegram.delivered.map(({ target }) => target)).toEqual([NEW_CHAT]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
    const [changed] = await fixture.db.query<{ actor: string; before: string; after: string }[]>(
      "select actor, before, after from settings_changes where field = 'fallback' order by id desc limit 1",
    );
    expect(changed?.actor).toBe("gateway");
    expect(JSON.parse(changed?.before ?? "")).toMatchObject([TELEGRAM, EMAIL]);
    expect(JSON.parse(changed?.after ?? "")).toMatchObject([
      { ...TELEGRAM, target: NEW_CHAT },
      EMAIL,
    ]);
    const events = await fixture.history.after(id, 0, 100);
    expect(events.map(({ summary }) => summary.en)).toContainEqual(
      expect.stringContaining("has become a supergroup"),
    );
  });

  it("receives, at its new address, corrections of what it was sent before", async () => {
    fixture.pos.nextSubmissions.push(
      new PosRejected("No", { posCode: "InvalidPhone", kind: RefusalKind.FINAL }),
    );
    const id = await fixture.taken({}, { fallback: [TELEGRAM] });
    await fixture.pass(1);
    fixture.telegram.next.push(new ChannelMoved("HTTP 400", { movedTo: NEW_CHAT }));
    const { posOrderId, branchId } = await fixture.order(id);
    await fixture.foundInTill(posOrderId, branchId);
    await fixture.pass(10);
    expect(fixture.telegram.delivered.map(({ target }) => target)).toEqual([CHAT, NEW_CHAT]);
    expect(fixture.telegram.delivered[1]?.message.text).toContain("всё-таки на кассе");
  });
});
