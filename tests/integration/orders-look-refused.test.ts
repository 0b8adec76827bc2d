import { randomUUID } from "node:crypto";

import { PosRateLimited, PosRejected, PosSilent, RefusalKind } from "../../src/errors";
import { aPosOrderUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

/** What may keep a POS from reporting the state of an order that it has. */
const REFUSALS: readonly [string, () => Error][] = [
  [
    "a key that is stopped",
    () => new PosRejected("Login", { posCode: "KEY_DENIED", kind: RefusalKind.RETRY }),
  ],
  [
    "a refusal for good",
    () => new PosRejected("Forbidden", { posCode: "FORBIDDEN", kind: RefusalKind.FINAL }),
  ],
  ["a pause", () => new PosRateLimited("Too many", { retryAfterMs: 1_000 })],
  [
    "a budget that is used up",
    () => new PosRateLimited("None left", { retryAfterMs: 1_000, unsent: true }),
  ],
  ["silence", () => new PosSilent("No answer")],
];

describe("an order that the POS already has when it is sent", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  /** An earlier call got through, but there is no record of it. */
  async function there(failure: Error): Promise<{ id: string; branchId: string }> {
    const organizationId = randomUUID();
    const id = await fixture.taken(
      {},
      { organizationId, injection: { retryDelaysSeconds: [15, 15, 15] } },
    );
    const { posOrderId, branchId } = await fixture.order(id);
    fixture.pos.orders.set(
      posOrderId,
      aPosOrderUpdate({ posOrderId, organizationId, creation: "created" }),
    );
    fixture.pos.nextLooks.push(failure);
    await fixture.pass();
    return { id, branchId };
  }

  it.each(REFUSALS)(
    "is not refused because of %s when the POS is probed for it",
    async (_, failure) => {
      const { id } = await there(failure());
      expect(await fixture.outcomes(id)).toEqual(["NETWORK_ERROR"]);
      expect(await fixture.order(id)).toMatchObject({
        injectionState: "OUTCOME_UNKNOWN",
        lastFault: { mayExist: true },
      });
      await fixture.pass(60);
      expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", generation: 1 });
    },
  );

  it.each(REFUSALS)(
    "stays there, and is not duplicated, when %s keeps it from being seen and its branch moves on",
    async (_, failure) => {
      const { id, branchId } = await there(failure());
      await fixture.saveSettings(branchId, {
        acceptOpenOrders: true,
        organizationId: randomUUID(),
      });
      await fixture.pass(60);
      expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", generation: 1 });
      expect([...fixture.pos.orders.keys()]).toEqual([(await fixture.order(id)).posOrderId]);
    },
  );

  it("goes to the staff with a warning when an attempt died with its process and probes have failed since", async () => {
    fixture.pos.nextSubmissions.push("lost");
    const id = await fixture.taken({}, { injection: { retryDelaysSeconds: [15] } });
    await fixture.pass();
    await fixture.db.query("update orders set last_fault = null where id = $1", [id]);
    const refused = () =>
      new PosRejected("Forbidden", { posCode: "FORBIDDEN", kind: RefusalKind.FINAL });
    fixture.pos.nextLooks.push(...Array.from({ length: 9 }, refused));
    await fixture.pass(20);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "FALLBACK_SENT",
      lastFault: { mayExist: true },
    });
  });
});
